package dev.porthole.sockets.source.linux;

import dev.porthole.net.Protocol;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.SocketSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The sockets of this network namespace from `/proc/net`. Not for several threads at once: the buffer is used again.
public final class ProcNetSource implements SocketSource {
    private final Path proc;
    private final UserNames users;
    private byte[] buffer = new byte[64 * 1024];

    /// @param proc `/proc`, or a folder of the same form
    public ProcNetSource(Path proc) {
        this.proc = proc;
        users = new UserNames(Path.of("/etc/passwd"));
    }

    @Override
    public String name() {
        return proc.resolve("net").toString();
    }

    @Override
    public Reading read() throws IOException {
        Path net = proc.resolve("net");
        if (!Files.isDirectory(net)) {
            throw new IOException("there is no " + net);
        }
        SocketTable.Builder table = new SocketTable.Builder();
        List<Gap> gaps = new ArrayList<>();
        int tables = 0;
        for (Protocol protocol : Protocol.values()) {
            tables += read(net.resolve(protocol.word()), protocol, table, gaps) ? 1 : 0;
        }
        if (tables == 0) {
            throw new IOException(
                    "none of its tables can be read: " + gaps.getFirst().detail());
        }
        return new Reading(table.build(), gaps, name(), users.byUid());
    }

    /// Whether the file could be read.
    private boolean read(Path file, Protocol protocol, SocketTable.Builder table, List<Gap> gaps) {
        try {
            int length = fill(file);
            int garbled = ProcNetParser.parse(buffer, length, protocol, ByteOrder.nativeOrder(), table);
            if (garbled > 0) {
                gaps.add(new Gap(Gap.Kind.LINE_GARBLED, file.toString(), garbled, ""));
            }
            return true;
        } catch (NoSuchFileException e) {
            // Without IPv6 in the kernel there is no tcp6 and udp6, and no socket of that kind.
            if (!protocol.isIpv6()) {
                gaps.add(new Gap(Gap.Kind.TABLE_UNREADABLE, file.toString(), 1, "no such file"));
            }
        } catch (IOException e) {
            gaps.add(new Gap(Gap.Kind.TABLE_UNREADABLE, file.toString(), 1, reason(e)));
        }
        return false;
    }

    /// Without the path, which the gap has already.
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException refused ? refused.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private int fill(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int length = 0;
            while (true) {
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, length * 2);
                }
                int count = channel.read(ByteBuffer.wrap(buffer, length, buffer.length - length));
                if (count < 0) {
                    return length;
                }
                length += count;
            }
        }
    }
}
