package dev.porthole.report;

import dev.porthole.net.Endpoint;
import dev.porthole.net.SafeText;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Sockets as a table for the terminal: one line each, columns aligned, `-` for what is absent. Of several processes
/// that share a socket the first is named, with the number of the others: `nginx +4`. Where none can be named the
/// reason stands in parentheses: `(needs root)`.
public final class SocketText {
    private static final String[] HEADING = {
        "proto", "local", "remote", "state", "recv-q", "send-q", "pid", "process", "user"
    };
    private static final boolean[] TO_THE_RIGHT = {false, false, false, false, true, true, true, false, false};

    private SocketText() {}

    /// Writes the rows of the snapshot in the order given.
    public static void write(Snapshot snapshot, int[] rows, Appendable out) throws IOException {
        int[] widths = new int[HEADING.length];
        widen(widths, HEADING);
        for (int row : rows) {
            widen(widths, cells(snapshot.entry(row)));
        }
        writeLine(HEADING, widths, out);
        for (int row : rows) {
            writeLine(cells(snapshot.entry(row)), widths, out);
        }
    }

    private static String[] cells(SocketEntry entry) {
        return new String[] {
            entry.protocol().word(),
            end(entry.local()),
            entry.remote().map(SocketText::end).orElse("-"),
            entry.state().name(),
            number(entry.receiveQueue()),
            number(entry.sendQueue()),
            entry.process().map(process -> Long.toString(process.pid())).orElse("-"),
            process(entry.owner()),
            text(entry.user())
        };
    }

    private static String end(Endpoint end) {
        return end.port() == 0 ? "-" : end.toString();
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "-";
    }

    private static String process(Owner owner) {
        return switch (owner) {
            case Owner.Known known -> {
                int others = known.processes().size() - 1;
                yield text(known.first().name()) + (others == 0 ? "" : " +" + others);
            }
            case Owner.Hidden(Owner.Why why) -> "(" + Words.shortWhy(why) + ")";
            case Owner.None(Owner.Why why) -> "(" + Words.shortWhy(why) + ")";
        };
    }

    private static String text(@Nullable String foreign) {
        return foreign == null || foreign.isEmpty() ? "-" : SafeText.of(foreign);
    }

    private static void widen(int[] widths, String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            widths[i] = Math.max(widths[i], width(cells[i]));
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static void writeLine(String[] cells, int[] widths, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder(160);
        for (int i = 0; i < cells.length; i++) {
            String blanks = " ".repeat(widths[i] - width(cells[i]));
            boolean last = i == cells.length - 1;
            line.append(TO_THE_RIGHT[i] ? blanks : "").append(cells[i]);
            line.append(TO_THE_RIGHT[i] || last ? "" : blanks).append(last ? "\n" : "  ");
        }
        out.append(line);
    }
}
