package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Datadog file from opening it to a probe of one of its addresses.
@Tag("window")
@SuppressWarnings("NullAway.Init")
class DatadogScreenTest extends WindowTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void openProbe() throws TimeoutException {
        open(Options.Screen.PROBE, Theme.Choice.LIGHT, 1280, 800);
    }

    @Test
    void aFileIsPreviewedRunAndProbed() throws IOException {
        int closed;
        try (var server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = server.getLocalPort();
            clickOn("#datadog");
            eventually("the empty screen", () -> lookup("#empty").query().isVisible());
            openFile("instances:\n  - {name: up, host: 127.0.0.1, port: " + closed + ", tags: [a:b], nope: 1}\n");
            eventually(
                    "its row",
                    () -> this.<TableView<?>>node(".table-view").getItems().size() == 1);
            assertTrue(tableText().startsWith("not run up 127.0.0.1 " + closed), tableText());
            assertTrue(lookup("#notes").query().isVisible());
            press(KeyCode.F5).release(KeyCode.F5);
            eventually("OK", () -> tableText().startsWith("OK up"));
            eventually("who listens", () -> lookup("#storyFacts").<VBox>query().lookupAll(".story-fact").stream()
                    .anyMatch(fact -> fact.toString().contains("listens on")));
        }
        clickOn("#run");
        eventually("down", () -> tableText().startsWith("CRITICAL up"));
        assertTrue(text("#storyHeadline").contains("127.0.0.1"), text("#storyHeadline"));
        clickOn("#storyProbe");
        eventually("the form", () -> this.<TextField>node("#host").isFocused());
        assertEquals("127.0.0.1", this.<TextField>node("#host").getText());
        assertEquals(Integer.toString(closed), this.<TextField>node("#port").getText());
    }

    @Test
    void aFileThatIsWrongSaysWhereAndEscapeGoesBack() throws IOException {
        openFile("instances:\n  - name: a\n   host: b\n");
        eventually("the sentence", () -> lookup("#wrong").query().isVisible());
        assertTrue(text("#wrongText").contains("line 3"), text("#wrongText"));
        assertTrue(lookup("#run").query().isDisabled());
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        eventually("the probe", () -> lookup("#host").query().isVisible());
    }

    @Test
    void aFileIsPastedAndAWrongOneLeadsBackToIt() throws IOException {
        openFile("instances:\n  - {name: kept, host: 127.0.0.1, port: 1}\n");
        eventually("its row", () -> tableText().startsWith("not run kept"));
        paste("a: &a [x, x]\nb: *nobody\n");
        eventually("the sentence", () -> lookup("#wrong").query().isVisible());
        assertTrue(text("#wrongText").startsWith("line 2:"), text("#wrongText"));
        clickOn("#wrongBack");
        eventually("the row again", () -> tableText().startsWith("not run kept"));
        assertTrue(lookup("#loaded").query().isVisible());
        paste("instances: [{name: pasted, host: 127.0.0.1, port: 1}]\n");
        eventually("the pasted row", () -> tableText().startsWith("not run pasted"));
    }

    @Test
    void aRowIsCopiedFromItsMenu() throws IOException {
        openFile("instances:\n  - {name: copied, host: 127.0.0.1, port: 1, tags: [a:b]}\n");
        eventually("its row", () -> tableText().startsWith("not run copied"));
        clickOn("copied", MouseButton.SECONDARY);
        clickOn("Copy row");
        eventually(
                "the row",
                () -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("Instance: copied\n"));
    }

    @Test
    void theRailLeadsBackToTheFileAndEscapeToTheProbe() throws IOException {
        openFile("instances:\n  - {name: kept, host: 127.0.0.1, port: 1}\n");
        eventually("its row", () -> tableText().startsWith("not run kept"));
        clickOn("#sockets");
        eventually("the sockets", () -> lookup("#search").tryQuery().isPresent());
        clickOn("#probe");
        eventually("the file", () -> tableText().startsWith("not run kept"));
        clickOn("kept");
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        eventually("the probe", () -> lookup("#host").query().isVisible());
    }

    private void paste(String text) {
        interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
    }

    private void openFile(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("conf.yaml"), text);
        interact(() -> shell.openDatadog(file.toFile()));
    }
}
