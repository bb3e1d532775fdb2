package dev.porthole.net;

import dev.porthole.net.InvalidInput.Field;
import java.util.regex.Pattern;

/// A host (name or address, without brackets) and a port. Port 0 can be said, as check-tcp does, though nobody listens
/// there; a person's input is held to 1 to 65535.
public record HostPort(String host, int port) {
    private static final int LAST_PORT = 65_535;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    public HostPort {
        if (host.isEmpty()) {
            throw new IllegalArgumentException("host is empty");
        }
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("port " + port + " is not in 0 to 65535");
        }
    }

    /// Reads the two fields of a form. A port that was typed into the host field counts while the port field is empty.
    ///
    /// @throws InvalidInput with the sentence to show beside the field
    public static HostPort parse(String hostField, String portField) {
        String host = hostField.strip();
        String port = portField.strip();
        int colon = colonBeforePort(host);
        if (colon >= 0) {
            String typed = host.substring(colon + 1);
            if (!port.isEmpty() && !port.equals(typed)) {
                throw new InvalidInput(
                        Field.HOST,
                        "Host: port " + typed + " stands here and port " + port + " in the port field; keep one.");
            }
            port = typed;
            host = host.substring(0, colon);
        }
        return new HostPort(HostName.read(host), readPort(port));
    }

    private static int colonBeforePort(String host) {
        int last = host.lastIndexOf(':');
        boolean afterBracket = last > 0 && host.charAt(last - 1) == ']';
        boolean onlyOne = last > 0 && host.indexOf(':') == last && !host.startsWith("//", last + 1);
        return afterBracket || onlyOne ? last : -1;
    }

    private static int readPort(String port) {
        if (port.isEmpty()) {
            throw new InvalidInput(Field.PORT, "Port: enter a number from 1 to 65535.");
        }
        if (!DIGITS.matcher(port).matches()) {
            throw new InvalidInput(
                    Field.PORT, "Port: " + Quoted.of(port) + " is not a number; enter one from 1 to 65535.");
        }
        if (port.length() > 1 && port.startsWith("0")) {
            throw new InvalidInput(Field.PORT, "Port: leave out the leading zero of " + Quoted.of(port) + ".");
        }
        int number = port.length() > 5 ? LAST_PORT + 1 : Integer.parseInt(port);
        if (number < 1 || number > LAST_PORT) {
            throw new InvalidInput(Field.PORT, "Port: " + Quoted.of(port) + " is outside 1 to 65535.");
        }
        return number;
    }

    /// `host:port`, with brackets where an IPv6 address needs them.
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
