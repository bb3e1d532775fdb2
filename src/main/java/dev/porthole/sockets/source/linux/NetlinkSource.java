package dev.porthole.sockets.source.linux;

import dev.porthole.net.Protocol;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.EndedSource;
import dev.porthole.sockets.source.SocketCloser;
import dev.porthole.sockets.source.SocketLooker;
import dev.porthole.sockets.source.SocketSource;
import dev.porthole.sockets.source.UnitSource;
import dev.porthole.sockets.source.linux.ffi.Errno;
import dev.porthole.sockets.source.linux.ffi.NetlinkSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sockets of this network namespace from the kernel's own lists (sock_diag(7)), with their TCP figures. Needs no
/// rights. Not for several threads at once: socket, buffer and columns are used again.
public final class NetlinkSource implements SocketSource {
    /// A dump that the kernel interrupted is asked for once more.
    private static final int TRIES = 2;

    private static final int ALL = -1;

    private final UserNames users = new UserNames(Path.of("/etc/passwd"));
    private final SocketTable.Builder table = new SocketTable.Builder();
    private final DiagReply reply = new DiagReply(table);
    private @Nullable NetlinkSocket socket;
    private int sequence;
    private boolean proved;
    /// The port that the reading under way is of, or that it is of all.
    private int port = ALL;

    @Override
    public String name() {
        return "netlink";
    }

    /// @throws IOException if one of the tables cannot be had before all of them were had once, so that a source that
    ///     has them can stand in; later if none can be had
    @Override
    public Reading read() throws IOException {
        table.clear();
        List<Gap> gaps = new ArrayList<>();
        int read = tcp(gaps) + table(Protocol.UDP, gaps) + table(Protocol.UDP6, gaps);
        if (read < 3 && (!proved || read == 0)) {
            close();
            throw new IOException(gaps.stream()
                    .filter(gap -> gap.kind() == Gap.Kind.TABLE_UNREADABLE)
                    .map(gap -> gap.subject() + ": " + gap.detail())
                    .findFirst()
                    .orElse("no table"));
        }
        proved = true;
        return new Reading(table.build(), gaps, name(), users.byUid());
    }

    @Override
    public Optional<Reading> read(int ofPort) throws IOException {
        port = ofPort;
        try {
            return Optional.of(read());
        } finally {
            port = ALL;
        }
    }

    @Override
    public Optional<SocketCloser> closer() {
        return Optional.of(new NetlinkCloser(new Capabilities(Path.of("/proc"))));
    }

    @Override
    public Optional<SocketLooker> looker() {
        return Optional.of(new NetlinkLooker());
    }

    @Override
    public Optional<EndedSource> ended() {
        try {
            return Optional.of(NetlinkEnded.open());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public UnitSource units() {
        return new CgroupUnits(Path.of("/proc"));
    }

    /// One walk for both families. Where it gives no IPv6 socket there is none, or this kernel answers for IPv4 alone:
    /// IPv6 is asked for by itself.
    private int tcp(List<Gap> gaps) {
        String refusal = dump(null, "tcp", gaps);
        if (refusal == null && (reply.rows() == 0 || !reply.sawIpv6())) {
            return table(Protocol.TCP6, gaps);
        }
        return refusal == null ? 1 : Math.min(table(Protocol.TCP, gaps), table(Protocol.TCP6, gaps));
    }

    /// Reads one family: 1 if that went well, 0 if not.
    private int table(Protocol protocol, List<Gap> gaps) {
        String refusal = dump(protocol, protocol.word(), gaps);
        if (refusal != null) {
            gaps.add(new Gap(Gap.Kind.TABLE_UNREADABLE, subject(protocol.word()), 1, refusal));
        }
        return refusal == null ? 1 : 0;
    }

    /// Adds the sockets of a table, or says why it cannot be had.
    ///
    /// @param protocol null: TCP of both families in one walk
    private @Nullable String dump(@Nullable Protocol protocol, String word, List<Gap> gaps) {
        int start = table.size();
        try {
            for (int i = 0; i < TRIES; i++) {
                table.cut(start);
                ask(protocol);
                if (!reply.interrupted()) {
                    break;
                }
            }
        } catch (IOException e) {
            // Answers may still be under way: the next question gets a socket without a past.
            close();
            table.cut(start);
            return String.valueOf(e.getMessage());
        }
        if (reply.errno() != 0) {
            table.cut(start);
            return Errno.words(reply.errno());
        }
        if (reply.garbled() > 0) {
            gaps.add(new Gap(Gap.Kind.LINE_GARBLED, subject(word), reply.garbled(), ""));
        }
        if (reply.interrupted() || reply.cut()) {
            String why = reply.cut() ? "an answer was cut short" : "the table changed while it was read";
            gaps.add(new Gap(Gap.Kind.TABLE_INCOMPLETE, subject(word), 1, why));
        }
        return null;
    }

    private static String subject(String word) {
        return "netlink " + word;
    }

    private void ask(@Nullable Protocol protocol) throws IOException {
        NetlinkSocket open = socket == null ? NetlinkSocket.open() : socket;
        socket = open;
        sequence++;
        question(open.request(), protocol);
        open.send();
        reply.begin(sequence, protocol == null || protocol.isTcp());
        boolean complete;
        do {
            complete = reply.read(open.answer(), open.receive());
        } while (!complete);
    }

    private void question(ByteBuffer into, @Nullable Protocol protocol) {
        if (protocol == null && port == ALL) {
            DiagRequest.allTcp(into, sequence);
        } else if (protocol == null) {
            DiagRequest.allTcp(into, port, sequence);
        } else if (port == ALL) {
            DiagRequest.all(into, protocol, sequence);
        } else {
            DiagRequest.all(into, protocol, port, sequence);
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
