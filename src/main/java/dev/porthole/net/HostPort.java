package dev.porthole.net;

import dev.porthole.net.InvalidInput.Field;
import java.util.List;

/// A host (name or address, without brackets) and a port. Port 0 can be said, as check-tcp does, though nobody listens
/// there; a person's input is held to 1 to 65535.
public record HostPort(String host, int port) {
    private static final int LAST_PORT = 65_535;

    public HostPort {
        if (host.isEmpty()) {
            throw new IllegalArgumentException("host is empty");
        }
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("port " + port + " is not in 0 to 65535");
        }
    }

    /// Reads the two fields of a form. A port that was typed into the host field counts while the port field is empty,
    /// and so does the usual port of a pasted URL.
    ///
    /// @throws InvalidInput with the sentence to show beside the field
    public static HostPort parse(String hostField, String portField) {
        String port = portField.strip();
        return switch (TypedTarget.read(hostField)) {
            case TypedTarget.UnixPath(String path, var _) ->
                throw new InvalidInput(
                        Field.HOST,
                        "Host: " + Quoted.of(path) + " is the path of a UNIX socket; enter a name or an address.");
            case TypedTarget.Host typed -> new HostPort(typed.host(), port(typed, port));
        };
    }

    private static int port(TypedTarget.Host typed, String field) {
        if (field.isEmpty()) {
            Service service = typed.service();
            return typed.port().orElseGet(() -> service == null ? readPort("") : service.port());
        }
        int port = readPort(field);
        if (typed.port().isPresent() && typed.port().getAsInt() != port) {
            throw new InvalidInput(
                    Field.HOST,
                    "Host: port " + typed.port().getAsInt() + " stands here and port " + port
                            + " in the port field; keep one.");
        }
        return port;
    }

    /// One port, by its number or the name of its service.
    static int readPort(String typed) {
        List<Integer> ports = PortList.read(typed);
        if (ports.size() > 1) {
            throw new InvalidInput(Field.PORT, "Port: enter one port; these are " + ports.size() + ".");
        }
        return ports.getFirst();
    }

    /// `host:port`, with brackets where an IPv6 address needs them.
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
