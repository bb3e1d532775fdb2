package dev.porthole.ui.counts;

import dev.porthole.engine.CountExport;
import dev.porthole.engine.SocketExport.Format;
import dev.porthole.ui.kit.FileExport;
import dev.porthole.ui.kit.Messages;
import java.time.ZoneId;

/// The export of the history.
final class ExportedHistory {
    private ExportedHistory() {}

    /// All that is remembered when it is written.
    static FileExport.Order of(CountFrame frame, Format format) {
        return new FileExport.Order(
                Messages.text("counts.export.title"),
                CountExport.fileName(frame.latest().time(), ZoneId.systemDefault(), format),
                format.extension(),
                file -> CountExport.write(frame.history(), format, file),
                name -> Messages.text("counts.export.done", name),
                (name, reason) -> Messages.text("counts.export.failed", name, reason));
    }
}
