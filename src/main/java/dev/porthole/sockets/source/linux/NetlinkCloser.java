package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.source.SocketCloser;
import dev.porthole.sockets.source.linux.ffi.Errno;
import dev.porthole.sockets.source.linux.ffi.NetlinkSocket;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Closes sockets with `SOCK_DESTROY` (sock_diag(7), Linux 4.5). The kernel is first asked what it calls the socket
/// with this cookie, so that one on a reused port, or one bound to an interface, is told apart.
final class NetlinkCloser implements SocketCloser {
    private final Capabilities capabilities;

    NetlinkCloser(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    @Override
    public boolean hasRights() {
        return capabilities.administersNetwork();
    }

    @Override
    public Answer close(SocketKey key) throws IOException {
        try (NetlinkSocket socket = NetlinkSocket.open()) {
            byte[] found = find(socket, key, 1);
            if (found == null) {
                return Answer.GONE;
            }
            DiagRequest.destroy(socket.request(), key.protocol(), found, 2);
            int errno = answer(socket, new DiagSearch(2, 0)).errno();
            return switch (errno) {
                case 0 -> Answer.CLOSED;
                case Errno.EPERM, Errno.EACCES -> Answer.DENIED;
                case Errno.EOPNOTSUPP -> Answer.UNSUPPORTED;
                case Errno.ENOENT -> find(socket, key, 3) == null ? Answer.GONE : Answer.HIDDEN_BY_ANOTHER;
                default -> throw new IOException(Errno.words(errno));
            };
        }
    }

    private static byte @Nullable [] find(NetlinkSocket socket, SocketKey key, int sequence) throws IOException {
        DiagRequest.between(socket.request(), key, sequence);
        DiagSearch search = answer(socket, new DiagSearch(sequence, key.identity()));
        if (search.errno() != 0) {
            throw new IOException(Errno.words(search.errno()));
        }
        return search.found();
    }

    private static DiagSearch answer(NetlinkSocket socket, DiagSearch search) throws IOException {
        socket.send();
        boolean complete;
        do {
            complete = search.read(socket.answer(), socket.receive());
        } while (!complete);
        return search;
    }
}
