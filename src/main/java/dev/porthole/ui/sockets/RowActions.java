package dev.porthole.ui.sockets;

import dev.porthole.engine.SocketExport.Format;
import dev.porthole.ui.kit.FileExport;
import dev.porthole.ui.kit.NoticeBar;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What can be done with the selected rows, and with all that are shown: for menus and keys.
final class RowActions {
    private final SocketTableView rows;
    private final Supplier<@Nullable Window> window;
    private final Copying copying;
    private final FileExport exporting;
    private final Ending ending;
    private final Closing closing;
    private Consumer<ProbeAim> prober = _ -> {};

    /// @param window over which dialogs appear
    RowActions(
            SocketTableView rows,
            SnapshotService service,
            NoticeBar notice,
            FileExport exporting,
            Supplier<@Nullable Window> window) {
        this.rows = rows;
        this.window = window;
        copying = new Copying(rows);
        this.exporting = exporting;
        ending = new Ending(rows, service, notice);
        closing = new Closing(rows, service, notice);
    }

    /// Ends the threads.
    void close() {
        exporting.close();
        ending.close();
        closing.close();
    }

    Copying copying() {
        return copying;
    }

    /// Of all rows shown.
    void export(Format format) {
        rows.shown().ifPresent(shown -> exporting.export(ExportedTable.of(shown, format), window.get()));
    }

    void endProcess() {
        rows.shown().ifPresent(arrangement -> ending.end(arrangement.snapshot(), window.get()));
    }

    /// The process that [#endProcess] would end.
    Optional<EndCandidate> endCandidate() {
        return ending.candidate();
    }

    void closeConnection() {
        closing.closeSelected(window.get());
    }

    /// The connection that [#closeConnection] would close.
    Optional<CloseCandidate> closeCandidate() {
        return closing.candidate();
    }

    /// Takes where a probe is to call, when the user asks for one of the selected socket.
    void onProbe(Consumer<ProbeAim> action) {
        prober = action;
    }

    void probe() {
        aim().ifPresent(prober);
    }

    /// Where a probe of the selected socket calls; empty if it waits for nobody.
    Optional<ProbeAim> aim() {
        return rows.selection().entries().stream().findFirst().flatMap(ProbeAim::of);
    }
}
