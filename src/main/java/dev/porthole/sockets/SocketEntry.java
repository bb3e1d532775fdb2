package dev.porthole.sockets;

import dev.porthole.net.Endpoint;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One row of a snapshot, taken out to be shown.
///
/// @param receiveQueue bytes received and not read; on LISTEN the connections not accepted; empty where the system
///     does not tell
/// @param sendQueue bytes sent and not acknowledged; empty where the system does not tell
/// @param user whose socket it is, a name or `#uid`; null where the system does not tell
/// @param inode the kernel's, by which a process's open files name the socket; empty on systems without
/// @param figures all that the source tells in numbers
/// @param exposure from where it can be reached; null of a socket that waits for no caller
/// @param pace what several readings tell
/// @param unit the service or container in which it was made; null if unknown
public record SocketEntry(
        SocketKey key,
        SocketState state,
        OptionalLong receiveQueue,
        OptionalLong sendQueue,
        Owner owner,
        @Nullable String user,
        OptionalLong inode,
        TcpFigures figures,
        @Nullable Exposure exposure,
        SocketPace pace,
        @Nullable Unit unit) {
    public Protocol protocol() {
        return key.protocol();
    }

    public Endpoint local() {
        return key.local();
    }

    /// Empty where the socket has no other end: a listener, an unconnected UDP socket.
    public Optional<Endpoint> remote() {
        return key.remote().port() == 0 ? Optional.empty() : Optional.of(key.remote());
    }

    /// Empty unless it listens, and where the system does not tell.
    public Optional<AcceptQueue> acceptQueue() {
        return figures.acceptQueue().isPresent()
                ? Optional.of(new AcceptQueue(
                        figures.acceptQueue().getAsLong(), figures.get(Figure.BACKLOG), figures.get(Figure.DROPS)))
                : Optional.empty();
    }

    /// The process that holds it, the first one if several do.
    public Optional<ProcessRef> process() {
        return owner instanceof Owner.Known known ? Optional.of(known.first()) : Optional.empty();
    }
}
