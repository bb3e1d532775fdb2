package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.engine.FakeNotifySend;
import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// An alert about a process of an evil name, told by the program that the desktop has for that.
@Tag("window")
@EnabledOnOs(OS.LINUX)
@SuppressWarnings("NullAway.Init")
class NoticeScreenTest extends WindowTest {
    /// As long as the kernel lets it be.
    private static final String EVIL = "-u<b>&'$(id)\"x";

    private static final Settings RULE = new Settings(Map.of(
            "counts.rule.1",
            "name=--hint=<i>&;types=tcp,tcp6;states=close_wait;measure=count;groups=sum;warn=5;crit=20;none=ok;need=1"
                    + ";of=1;margin=0"));

    @TempDir
    private Path folder;

    private FakeNotifySend program;
    private LeakProgram leak;
    private Stage other;

    @BeforeEach
    void begin() throws IOException {
        program = new FakeNotifySend(folder);
        desktop = program.desktop();
        leak = LeakProgram.start(folder, EVIL);
        // Whose these are is known when the window shows data: an alert does not wait for the owners of new sockets.
        leak.grow(3);
    }

    @AfterEach
    void end() throws TimeoutException {
        leak.close();
        if (other != null) {
            FxToolkit.setupFixture(other::close);
        }
    }

    @Test
    void aWindowThatIsNotInUseTellsTheDesktopAndNoNameIsTakenForAnOptionOrMarkup()
            throws IOException, TimeoutException {
        open(Options.Screen.SOCKETS, Theme.Choice.LIGHT, 1280, 800, RULE);
        useAnotherWindow();
        leak.grow(30);
        eventually("the desktop is told", program::wasCalled);

        List<String> words = program.words();
        assertEquals(
                List.of("--app-name=Porthole", "--urgency=critical", "--expire-time=15000", "--"),
                words.subList(0, 4),
                words.toString());
        String text = String.join("\n", words.subList(5, words.size()));
        assertTrue(text.contains("-u&lt;b&gt;&amp;'$(id)\"x (pid " + leak.pid() + ")"), text);
        assertTrue(text.contains("--hint=&lt;i&gt;&amp;"), text);
        assertFalse(text.contains("<"), text);
        eventually(
                "the window tells it, too",
                () -> lookup("#alertNote").tryQuery().isPresent());
    }

    @Test
    void aWindowInUseTellsItItselfAlone() throws IOException, TimeoutException {
        open(Options.Screen.SOCKETS, Theme.Choice.LIGHT, 1280, 800, RULE);
        eventually("it is in use", () -> stage.isFocused());
        leak.grow(30);
        eventually("the window tells it", () -> lookup("#alertNote").tryQuery().isPresent());

        assertFalse(program.wasCalled());
    }

    private void useAnotherWindow() throws TimeoutException {
        other = FxToolkit.registerStage(Stage::new);
        interact(() -> {
            other.setScene(new Scene(new StackPane(), 200, 100));
            other.show();
            other.requestFocus();
        });
        eventually("another window is in use", () -> !stage.isFocused());
    }
}
