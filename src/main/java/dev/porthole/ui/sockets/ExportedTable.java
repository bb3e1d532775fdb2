package dev.porthole.ui.sockets;

import dev.porthole.engine.SocketExport;
import dev.porthole.engine.SocketExport.Format;
import dev.porthole.ui.kit.FileExport;
import dev.porthole.ui.kit.Messages;
import java.time.ZoneId;

/// The export of what the table shows.
final class ExportedTable {
    private ExportedTable() {}

    /// The table as it is when it is asked for, however long the question for the file takes.
    static FileExport.Order of(Arrangement shown, Format format) {
        return new FileExport.Order(
                Messages.text("export.title"),
                SocketExport.fileName(shown.snapshot().time(), ZoneId.systemDefault(), format),
                format.extension(),
                file -> SocketExport.write(shown.snapshot(), shown.rows(), format, file),
                name -> Messages.text("export.done", shown.open(), name),
                (name, reason) -> Messages.text("export.failed", name, reason));
    }
}
