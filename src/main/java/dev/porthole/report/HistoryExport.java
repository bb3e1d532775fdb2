package dev.porthole.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.porthole.counts.CountHistory;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.Series;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;

/// A history of counts for other programs: a line for each 30 seconds that were read, a column for each type and state
/// that ever had a socket.
///
/// ```
/// time,tcp_ESTABLISHED,tcp_ESTABLISHED_peak,…
/// 2026-11-21T10:00:00Z,19,23,…
///
/// {"step_seconds": 30, "columns": ["time", "tcp_ESTABLISHED", "tcp_ESTABLISHED_peak"],
///  "rows": [["2026-11-21T10:00:00Z", 19, 23]]}
/// ```
public final class HistoryExport {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final List<CountScope> cells;
    private final List<Series> columns;

    private HistoryExport(CountHistory history) {
        // All columns of one moment: between two of them another step could begin.
        synchronized (history) {
            cells = history.cells();
            columns = cells.stream().map(history::week).toList();
        }
    }

    public static void csv(CountHistory history, Appendable out) throws IOException {
        var export = new HistoryExport(history);
        out.append("time");
        for (CountScope cell : export.cells) {
            out.append("," + name(cell) + "," + name(cell) + "_peak");
        }
        out.append("\r\n");
        for (int row = 0; row < export.size(); row++) {
            out.append(export.time(row));
            for (Series column : export.columns) {
                out.append("," + column.values()[row] + "," + column.peaks()[row]);
            }
            out.append("\r\n");
        }
    }

    public static void json(CountHistory history, Writer out) throws IOException {
        var export = new HistoryExport(history);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField(
                    "step_seconds",
                    export.columns.isEmpty() ? 30 : export.columns.getFirst().step());
            json.writeArrayFieldStart("columns");
            json.writeString("time");
            for (CountScope cell : export.cells) {
                json.writeString(name(cell));
                json.writeString(name(cell) + "_peak");
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (int row = 0; row < export.size(); row++) {
                export.row(row, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private void row(int row, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeString(time(row));
        for (Series column : columns) {
            json.writeNumber(column.values()[row]);
            json.writeNumber(column.peaks()[row]);
        }
        json.writeEndArray();
    }

    private int size() {
        return columns.isEmpty()
                ? 0
                : columns.stream().mapToInt(Series::size).min().orElse(0);
    }

    private String time(int row) {
        return Instant.ofEpochSecond(columns.getFirst().seconds()[row]).toString();
    }

    /// As in perfdata: `tcp_CLOSE_WAIT`.
    private static String name(CountScope cell) {
        Protocol type = cell.types().iterator().next();
        SocketState state = cell.states().iterator().next();
        return type.word() + "_" + state.name();
    }
}
