package dev.porthole.ui;

import dev.porthole.engine.BusyMachine;
import dev.porthole.engine.DesktopNotice;
import dev.porthole.engine.Engine;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.SaveDialog;
import dev.porthole.ui.kit.Theme;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on the real toolkit, driven by mouse and keyboard. Waits for conditions, never for time.
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test.
abstract class WindowTest extends FxRobot {
    private static final int PATIENCE_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofMillis(250);

    protected Stage stage;
    protected Shell shell;
    /// A test puts its own in their place before it opens the window.
    protected DesktopNotice desktop = Engine.desktopNotice();
    protected SaveDialog saveDialog = SaveDialog.ofTheSystem();

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    protected void open(Options.Screen screen, Theme.Choice look, double width, double height) throws TimeoutException {
        open(screen, look, width, height, Settings.NONE);
    }

    protected void open(Options.Screen screen, Theme.Choice look, double width, double height, Settings settings)
            throws TimeoutException {
        open(screen, look, width, height, settings, () -> Engine.monitor(PATIENCE));
    }

    private void open(
            Options.Screen screen,
            Theme.Choice look,
            double width,
            double height,
            Settings settings,
            Callable<SocketMonitor> monitor)
            throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        FxToolkit.setupFixture(() -> {
            shell = new Shell(
                    settings,
                    new Theme(look),
                    screen,
                    new Shell.Sources(monitor, Engine::passingCountJournal, desktop, saveDialog));
            stage.setScene(new Scene(shell.root(), width, height));
            Theme.dress(stage.getScene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.requestFocus();
            shell.focus();
        });
        eventually("the window shows data", () -> shell.showsData());
    }

    /// On a machine with very many sockets, of which some come, go and change at each reading.
    protected void openBusy(Theme.Choice look, double width, double height, int sockets) throws TimeoutException {
        Settings settings = new Settings(Map.of("sockets.highlight", "10", "sockets.sort", "process"));
        open(Options.Screen.SOCKETS, look, width, height, settings, () -> BusyMachine.monitor(sockets));
    }

    @AfterEach
    void close() throws TimeoutException {
        if (shell != null) {
            FxToolkit.setupFixture(() -> {
                shell.close();
                stage.close();
            });
        }
    }

    /// Waits until the condition, asked on the FX thread, holds.
    protected static void eventually(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, () -> holds(condition)));
        } catch (TimeoutException e) {
            throw new AssertionError("never came: " + what, e);
        }
    }

    /// A node that is not there yet is a condition that does not hold yet.
    private static boolean holds(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (EmptyNodeQueryException e) {
            return false;
        }
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    protected <N extends Node> N node(String query) {
        return lookup(query).<N>query();
    }

    protected String text(String query) {
        return this.<Label>node(query).getText();
    }

    /// What the dialog over the window says, a line per label; empty if there is none.
    protected String dialogText() {
        StringBuilder text = new StringBuilder();
        for (Label label : lookup(".end-dialog .label").queryAllAs(Label.class)) {
            text.append(label.getText()).append('\n');
        }
        return text.toString();
    }

    /// What the window told of late; empty if nothing is left of it.
    protected String notice() {
        return lookup(".notice-bar").query().isVisible() ? text(".notice-text") : "";
    }

    /// What the table shows, a line per row, cells separated by blanks.
    protected String tableText() {
        TableView<?> table = node(".table-view");
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < table.getItems().size(); row++) {
            for (var column : table.getVisibleLeafColumns()) {
                text.append(column.getCellData(row)).append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
