package dev.porthole.report;

import dev.porthole.net.Endpoint;
import dev.porthole.net.SafeText;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketEntry;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Sockets as `ss -tuanp` prints them, without its heading and without the numbers of open files, which Porthole does
/// not keep:
///
/// ```
/// tcp   LISTEN 0      5          127.0.0.1:8123      0.0.0.0:*    users:(("python3",pid=16421))
/// ```
public final class SsLines {
    private SsLines() {}

    /// One line each, columns aligned; no end after the last.
    public static String of(List<SocketEntry> entries) {
        List<String[]> lines = entries.stream().map(SsLines::cells).toList();
        int[] widths = new int[9];
        for (String[] cells : lines) {
            for (int i = 0; i < cells.length; i++) {
                widths[i] = Math.max(widths[i], cells[i].length());
            }
        }
        return lines.stream().map(cells -> line(cells, widths)).collect(Collectors.joining("\n"));
    }

    /// As ss has it, an end is aligned at the colon before its port.
    private static String line(String[] cells, int[] widths) {
        return (left(cells[0], widths[0])
                        + ' '
                        + left(cells[1], widths[1])
                        + ' '
                        + left(cells[2], widths[2])
                        + ' '
                        + left(cells[3], widths[3])
                        + ' '
                        + right(cells[4], widths[4])
                        + left(cells[5], widths[5])
                        + ' '
                        + right(cells[6], widths[6])
                        + left(cells[7], widths[7])
                        + ' '
                        + cells[8])
                .stripTrailing();
    }

    private static String left(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }

    private static String right(String cell, int width) {
        return " ".repeat(width - cell.length()) + cell;
    }

    private static String[] cells(SocketEntry entry) {
        boolean ipv6 = entry.protocol().isIpv6();
        return new String[] {
            entry.protocol().isTcp() ? "tcp" : "udp",
            state(entry),
            queue(entry.state(), entry.receiveQueue()),
            queue(entry.state(), sendQueue(entry)),
            entry.figures().v6Only().orElse(false) ? "[" + entry.local().address() + "]" : address(entry.local()),
            ":" + port(entry.local()),
            entry.remote().map(SsLines::address).orElse(ipv6 ? "*" : "0.0.0.0"),
            ":" + entry.remote().map(SsLines::port).orElse("*"),
            users(entry.owner())
        };
    }

    /// To ss a connected UDP socket is an established one.
    private static String state(SocketEntry entry) {
        boolean connected = entry.state() == SocketState.NONE && entry.remote().isPresent();
        return connected ? SocketState.ESTABLISHED.ssName() : entry.state().ssName();
    }

    /// Of a listener ss tells how many connections may wait.
    private static OptionalLong sendQueue(SocketEntry entry) {
        OptionalLong backlog = entry.figures().get(Figure.BACKLOG);
        return backlog.isPresent() ? backlog : entry.sendQueue();
    }

    /// What waits for its time to pass has no queues; `-` is what the system does not tell.
    private static String queue(SocketState state, OptionalLong queue) {
        String absent = state == SocketState.TIME_WAIT ? "0" : "-";
        return queue.isPresent() ? Long.toString(queue.getAsLong()) : absent;
    }

    private static String address(Endpoint end) {
        if (!end.address().ipv6()) {
            return end.address().toString();
        }
        // ss writes [::] only for a socket that leaves IPv4 alone; where that is not told, most do not.
        boolean all = end.address().high() == 0 && end.address().low() == 0;
        return all ? "*" : "[" + end.address() + "]";
    }

    private static String port(Endpoint end) {
        return end.port() == 0 ? "*" : Integer.toString(end.port());
    }

    private static String users(Owner owner) {
        return owner instanceof Owner.Known known
                ? known.processes().stream().map(SsLines::user).collect(Collectors.joining(",", "users:(", ")"))
                : "";
    }

    /// A quote in a name is escaped: no name can end its own quotes and claim another pid.
    private static String user(ProcessRef process) {
        String name = process.name() == null ? "" : SafeText.of(process.name()).replace("\"", "\\\"");
        return "(\"" + name + "\",pid=" + process.pid() + ")";
    }
}
