package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Probing from the window, by keyboard as a user would.
@Tag("window")
class ProbeScreenTest extends WindowTest {
    @BeforeEach
    void openProbe() throws TimeoutException {
        open(Options.Screen.PROBE, Theme.Choice.LIGHT, 1280, 800);
    }

    @Test
    void aServerThatGreetsAsExpectedIsOkAndItsWordsAreShown() throws IOException {
        try (ServerSocket server = greeting("220 \u001b[31mhello\r\n")) {
            fill("#host", "127.0.0.1");
            fill("#port", Integer.toString(server.getLocalPort()));
            fill("#expect", "^220");
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            eventually("OK", () -> text("#bannerWord").equals("OK"));
            assertEquals(
                    "220 \\x1b[31mhello\\r\\n", this.<TextArea>node("#received").getText());
        }
    }

    @Test
    void aClosedPortIsRefusedInWords() throws IOException {
        fill("#host", "127.0.0.1");
        fill("#port", Integer.toString(closedPort()));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually("CRITICAL", () -> text("#bannerWord").equals("CRITICAL"));
        assertTrue(text("#bannerText").contains("refused"), text("#bannerText"));
    }

    @Test
    void aProbeOfASilentServerIsCancelledAtOnce() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            fill("#host", "127.0.0.1");
            fill("#port", Integer.toString(silent.getLocalPort()));
            fill("#expect", "x");
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            eventually("running", () -> lookup("#running").query().isVisible());
            press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            eventually("cancelled", () -> lookup("#done").query().isVisible());
            assertEquals("UNKNOWN", text("#bannerWord"));
        }
    }

    @Test
    void badInputIsToldAtItsFieldAndNothingTypedIsLost() {
        fill("#host", "127.0.0.1");
        fill("#port", "70000");
        fill("#expect", "(");
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually(
                "the sentences",
                () -> text("#addressWrong").contains("70000")
                        && text("#expectWrong").contains("RE2"));
        assertTrue(lookup("#idle").query().isVisible());
        assertEquals("70000", this.<TextField>node("#port").getText());
        fill("#port", "70");
        eventually("mended", () -> !lookup("#addressWrong").query().isVisible());
    }

    @Test
    void aPresetFillsTheForm() {
        clickOn("#service");
        clickOn("Gearman  (port 7003)");
        eventually("its port", () -> this.<TextField>node("#port").getText().equals("7003"));
        assertEquals("version\\n", this.<TextField>node("#send").getText());
    }

    private void fill(String field, String text) {
        interact(() -> {
            TextField typed = node(field);
            typed.requestFocus();
            typed.setText(text);
        });
    }

    private static int closedPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            return taken.getLocalPort();
        }
    }

    /// Greets its first caller and hangs up.
    private static ServerSocket greeting(String words) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofPlatform().daemon().start(() -> {
            try (Socket caller = server.accept()) {
                caller.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // The test has closed the server.
            }
        });
        return server;
    }
}
