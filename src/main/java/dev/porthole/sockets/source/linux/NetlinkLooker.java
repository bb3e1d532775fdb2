package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.SocketLooker;
import dev.porthole.sockets.source.linux.ffi.NetlinkSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks up TCP sockets by address and cookie (sock_diag(7)), all of them in one send, over a netlink socket of its
/// own: a long dump on another one does not hold it up. Needs no rights.
final class NetlinkLooker implements SocketLooker {
    private final SocketTable.Builder table = new SocketTable.Builder();
    private final DiagLookUp answers = new DiagLookUp(table);
    private @Nullable NetlinkSocket socket;
    private int sequence;

    @Override
    public boolean canLookUp(SocketKey key) {
        return key.protocol().isTcp();
    }

    @Override
    public SocketTable lookUp(List<SocketKey> keys) throws IOException {
        table.clear();
        try {
            ask(keys.stream().filter(this::canLookUp).limit(MOST).toList());
        } catch (IOException e) {
            // Answers may still be under way: the next question gets a socket without a past.
            close();
            throw e;
        }
        return table.build();
    }

    private void ask(List<SocketKey> keys) throws IOException {
        if (keys.isEmpty()) {
            return;
        }
        NetlinkSocket open = socket == null ? NetlinkSocket.open() : socket;
        socket = open;
        ByteBuffer request = open.request();
        answers.begin(sequence, keys.size());
        for (SocketKey key : keys) {
            DiagRequest.one(request, key, sequence++);
        }
        open.send();
        while (!answers.isComplete()) {
            answers.read(open.answer(), open.receive());
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
