package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.EndedSource;
import dev.porthole.sockets.source.linux.ffi.NetlinkSocket;
import java.io.IOException;

/// The kernel's own news of destroyed sockets (`SKNLGRP_INET_TCP_DESTROY` and its neighbours), over a netlink socket of
/// its own. Needs no rights.
final class NetlinkEnded implements EndedSource {
    /// TCP and UDP over IPv4, TCP and UDP over IPv6.
    private static final int GROUPS = 4;
    /// Room for some thousand ends while this program has no turn.
    private static final int ROOM = 2 * 1024 * 1024;

    private final NetlinkSocket socket;

    private NetlinkEnded(NetlinkSocket socket) {
        this.socket = socket;
    }

    /// Begins to listen.
    ///
    /// @throws IOException if this kernel does not tell; the message says why
    static NetlinkEnded open() throws IOException {
        NetlinkSocket socket = NetlinkSocket.open();
        try {
            socket.makeRoom(ROOM);
            // A socket without an address hears no news.
            DiagRequest.nothing(socket.request());
            socket.send();
            for (int group = 1; group <= GROUPS; group++) {
                socket.join(group);
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return new NetlinkEnded(socket);
    }

    @Override
    public boolean hear(SocketTable.Builder into) throws IOException {
        int length = socket.hear();
        if (length > 0) {
            DestroyEvents.read(socket.answer(), length, into);
        }
        return length == NetlinkSocket.LOST;
    }

    @Override
    public void close() {
        socket.close();
    }
}
