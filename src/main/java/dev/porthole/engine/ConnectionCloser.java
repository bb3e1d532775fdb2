package dev.porthole.engine;

import dev.porthole.net.SocketState;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.source.SocketCloser;
import dev.porthole.sockets.source.SocketCloser.Answer;
import java.io.IOException;
import java.util.Optional;

/// Has the kernel close single connections. Before it does, the socket is looked up again by the kernel's cookie:
/// another one that has got its ports meanwhile is safe.
public final class ConnectionCloser {
    private final Optional<SocketCloser> closer;

    ConnectionCloser(Optional<SocketCloser> closer) {
        this.closer = closer;
    }

    /// Why a socket is not to be closed from here.
    public enum Refusal {
        /// This system, or the source in use, has no way to close a socket of another process.
        NO_WAY,
        /// A UDP socket that talks to anyone.
        NOT_CONNECTED,
        /// Linux asks for CAP_NET_ADMIN, also for one's own sockets.
        NO_RIGHTS
    }

    /// What came of it.
    public enum Outcome {
        CLOSED,
        /// It had been closed before.
        GONE,
        DENIED,
        /// This kernel cannot close sockets: built without INET_DIAG_DESTROY, or not in this state.
        UNSUPPORTED,
        /// Several sockets listen at its address, and the kernel finds another one by it.
        HIDDEN_BY_ANOTHER
    }

    /// Why this socket is not to be closed; empty if it may. The system has the last word all the same.
    public Optional<Refusal> refusal(SocketEntry socket) {
        if (closer.isEmpty()) {
            return Optional.of(Refusal.NO_WAY);
        }
        if (!closer.get().hasRights()) {
            return Optional.of(Refusal.NO_RIGHTS);
        }
        boolean listens = socket.state() == SocketState.LISTEN;
        return listens || socket.remote().isPresent() ? Optional.empty() : Optional.of(Refusal.NOT_CONNECTED);
    }

    /// Closes this very socket. Waits at most some seconds.
    ///
    /// @throws IllegalArgumentException if it is refused
    /// @throws IOException if the system does not answer; the message says why
    public Outcome close(SocketEntry socket) throws IOException {
        if (refusal(socket).isPresent()) {
            throw new IllegalArgumentException(socket.key() + " is not to be closed from here");
        }
        Answer answer = closer.orElseThrow().close(socket.key());
        return switch (answer) {
            case CLOSED -> Outcome.CLOSED;
            case GONE -> Outcome.GONE;
            case DENIED -> Outcome.DENIED;
            case UNSUPPORTED -> Outcome.UNSUPPORTED;
            case HIDDEN_BY_ANOTHER -> Outcome.HIDDEN_BY_ANOTHER;
        };
    }
}
