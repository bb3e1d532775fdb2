package dev.porthole.ui.sockets;

import dev.porthole.report.SocketJson;
import dev.porthole.report.SsLines;
import dev.porthole.ui.kit.Clip;
import java.util.stream.Collectors;

/// Puts the selected rows on the clipboard. Without a selection the clipboard stays as it is.
final class Copying {
    private final SocketTableView rows;

    Copying(SocketTableView rows) {
        this.rows = rows;
    }

    /// As shown: visible columns, separated by tabs.
    void rows() {
        put(rows.selectedText());
    }

    void ssLines() {
        put(SsLines.of(rows.selectedEntries()));
    }

    /// One object a line.
    void json() {
        put(rows.selectedEntries().stream().map(SocketJson::line).collect(Collectors.joining("\n")));
    }

    private static void put(String text) {
        if (!text.isEmpty()) {
            Clip.put(text);
        }
    }
}
