package dev.porthole.cli;

import dev.porthole.net.HostPort;
import dev.porthole.net.InvalidInput;
import dev.porthole.net.TypedTarget;
import dev.porthole.probe.Service;
import dev.porthole.probe.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom the words TARGET and PORT mean.
///
/// @param tls whether the scheme of a URL says so
/// @param notes sentences about what was made of the words
record CalledTarget(Target target, boolean tls, List<String> notes) {
    private static final String UDP = "udp://";

    /// @param port empty without one; then that of the target counts, then that of the service
    static CalledTarget read(String typed, String port, boolean udp, @Nullable Service service) throws InvalidOption {
        String stripped = typed.strip();
        boolean udpUrl = stripped.regionMatches(true, 0, UDP, 0, UDP.length());
        try {
            return read(
                    udpUrl ? stripped.substring(UDP.length()) : stripped,
                    port,
                    udpUrl || udp || (service != null && service.access().transport() == Service.Transport.UDP)
                            ? Service.Transport.UDP
                            : Service.Transport.TCP,
                    service);
        } catch (InvalidInput wrong) {
            throw new InvalidOption(wrong.sentence());
        }
    }

    private static CalledTarget read(String typed, String port, Service.Transport transport, @Nullable Service service)
            throws InvalidOption {
        return switch (TypedTarget.read(typed)) {
            case TypedTarget.UnixPath(String path, var notes) -> {
                if (path.isEmpty()) {
                    throw new InvalidOption("After unix: the path of a socket is missing.");
                }
                if (!port.isEmpty() || transport == Service.Transport.UDP) {
                    throw new InvalidOption("A UNIX socket has neither a port nor UDP: give its path alone.");
                }
                yield new CalledTarget(new Target.Unix(path), false, sentences(notes));
            }
            case TypedTarget.Host host -> {
                boolean portIsSaid = !port.isEmpty() || host.port().isPresent() || host.service() != null;
                String usual = portIsSaid || service == null ? port : Integer.toString(service.port());
                var address = HostPort.parse(typed, usual);
                yield new CalledTarget(
                        transport == Service.Transport.UDP ? new Target.Udp(address) : new Target.Tcp(address),
                        host.service() != null && host.service().tls(),
                        sentences(host.notes()));
            }
        };
    }

    private static List<String> sentences(List<TypedTarget.Note> notes) {
        return notes.stream().map(TypedTarget.Note::sentence).toList();
    }
}
