package dev.porthole.report;

import dev.porthole.net.Endpoint;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sockets as CSV (RFC 4180: lines end in CR LF): a heading, then one record each; absent values are empty. `pids`
/// holds every process of a shared socket, separated by blanks; `owner` is `known` or the reason why none is named.
///
/// A cell that a spreadsheet would take for a formula gets a leading apostrophe.
public final class SocketCsv {
    private static final String HEADING = "protocol,local_address,local_port,remote_address,remote_port,state,"
            + "receive_queue,send_queue,pid,process,user,pids,owner\r\n";

    private SocketCsv() {}

    /// Writes the rows of the snapshot in the order given.
    public static void write(Snapshot snapshot, int[] rows, Appendable out) throws IOException {
        out.append(HEADING);
        for (int row : rows) {
            out.append(line(snapshot.entry(row)));
        }
    }

    private static StringBuilder line(SocketEntry entry) {
        StringBuilder line = new StringBuilder(160).append(entry.protocol().word());
        end(line, entry.local());
        entry.remote().ifPresentOrElse(remote -> end(line, remote), () -> line.append(",,"));
        line.append(',').append(entry.state().name());
        number(line, entry.receiveQueue());
        number(line, entry.sendQueue());
        line.append(',')
                .append(entry.process().map(first -> Long.toString(first.pid())).orElse(""));
        foreign(line, entry.process().map(ProcessRef::name).orElse(null));
        foreign(line, entry.user());
        owner(line, entry.owner());
        return line.append("\r\n");
    }

    private static void end(StringBuilder line, Endpoint end) {
        if (end.port() == 0) {
            line.append(",,");
        } else {
            line.append(',').append(end.address()).append(',').append(end.port());
        }
    }

    private static void number(StringBuilder line, OptionalLong number) {
        line.append(',');
        number.ifPresent(line::append);
    }

    private static void owner(StringBuilder line, Owner owner) {
        line.append(',');
        if (owner instanceof Owner.Known known) {
            line.append(known.processes().stream()
                    .map(process -> Long.toString(process.pid()))
                    .collect(Collectors.joining(" ")));
        }
        line.append(',').append(OwnerCode.reason(owner).orElse("known"));
    }

    private static void foreign(StringBuilder line, @Nullable String text) {
        line.append(',');
        if (text != null) {
            line.append(cell(text));
        }
    }

    static String cell(String text) {
        String safe = Defused.of(text);
        boolean quotes = safe.chars().anyMatch(c -> c == ',' || c == '"');
        return quotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
