package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.engine.Listening;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Copying, and ending processes that the test has started.
@Tag("window")
@EnabledOnOs(OS.LINUX)
class SocketActionsTest extends WindowTest {
    @BeforeEach
    void openWindow() throws TimeoutException {
        open(Options.Screen.SOCKETS, Theme.Choice.LIGHT, 1280, 800);
    }

    @Test
    void deleteAsksShowsTheProcessAndEndsIt() throws IOException {
        try (Listening server = Listening.start(false)) {
            openDialog(server);
            eventually("its program and sockets", () -> dialogText().contains("1 socket: 1 LISTEN"));
            assertTrue(dialogText().contains("End java (pid " + server.pid() + ")?"), dialogText());
            assertTrue(dialogText().contains("dev.porthole.engine.Listening"), dialogText());
            assertTrue(server.isAlive());
            clickOn("#endAct");
            eventually("its end", () -> !server.isAlive() && notice().contains("has ended"));
        }
    }

    @Test
    void enterAndEscapeLeaveTheProcessAlone() throws IOException {
        try (Listening server = Listening.start(false)) {
            for (KeyCode key : new KeyCode[] {KeyCode.ENTER, KeyCode.ESCAPE}) {
                openDialog(server);
                press(key).release(key);
                eventually("no dialog", () -> lookup("#endAct").tryQuery().isEmpty());
            }
            assertTrue(server.isAlive());
            assertFalse(lookup(".notice-bar").query().isVisible());
        }
    }

    @Test
    void aProcessThatTakesNoNoticeCanBeForced() throws IOException {
        try (Listening server = Listening.start(true)) {
            openDialog(server);
            clickOn("#endAct");
            eventually("the waiting", () -> dialogText().contains("Waiting until it has"));
            eventually(
                    "the offer of force",
                    () -> this.<Button>node("#endAct").getText().equals("Force it to end"));
            assertTrue(server.isAlive());
            clickOn("#endAct");
            eventually("its end", () -> !server.isAlive() && notice().contains("has ended"));
        }
    }

    @Test
    void waitingCanBeStopped() throws IOException {
        try (Listening server = Listening.start(true)) {
            openDialog(server);
            clickOn("#endAct");
            eventually("the waiting", () -> dialogText().contains("Waiting until it has"));
            clickOn("#endLeave");
            eventually("the note", () -> notice().contains("was told to end and may still do so"));
            assertTrue(server.isAlive());
        }
    }

    @Test
    void portholeItselfIsRefusedInTheMenuAndByTheKey() throws IOException {
        try (ServerSocket own = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(own.getLocalPort());
            select(port);
            press(KeyCode.DELETE).release(KeyCode.DELETE);
            eventually("the reason", () -> notice().contains("This is Porthole itself"));
            clickOn(port, MouseButton.SECONDARY);
            eventually(
                    "the menu",
                    () -> lookup("End process (Porthole itself)").tryQuery().isPresent());
        }
    }

    @Test
    void aRowIsCopiedAsAnSsLineFromTheMenu() throws IOException {
        try (Listening server = Listening.start(false)) {
            String port = Integer.toString(server.port());
            select(port);
            clickOn(port, MouseButton.SECONDARY);
            clickOn("Copy as ss line");
            eventually(
                    "the line",
                    () -> clipboard().startsWith("tcp LISTEN 0 ")
                            && clipboard()
                                    .endsWith("[::ffff:127.0.0.1]:" + port + " *:* users:((\"java\",pid=" + server.pid()
                                            + "))"));
        }
    }

    @Test
    void aRowIsCopiedAsJsonByItsKeys() throws IOException {
        try (Listening server = Listening.start(false)) {
            select(Integer.toString(server.port()));
            press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT, KeyCode.CONTROL);
            eventually(
                    "the object",
                    () -> clipboard().startsWith("{\"protocol\":\"tcp6\",\"state\":\"LISTEN\"")
                            && clipboard().contains("\"pid\":" + server.pid() + ",")
                            && clipboard().lines().count() == 1);
        }
    }

    @Test
    void theKeyOpensTheChoiceOfExports() {
        press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        eventually(
                "both forms",
                () -> lookup("Export as CSV …").tryQuery().isPresent()
                        && lookup("Export as JSON …").tryQuery().isPresent());
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    }

    private void openDialog(Listening server) {
        select(Integer.toString(server.port()));
        press(KeyCode.DELETE).release(KeyCode.DELETE);
        eventually("the dialog", () -> lookup("#endAct").tryQuery().isPresent());
    }

    /// Selects the listener at this port, alone in the table.
    private void select(String port) {
        TableView<?> table = node(".table-view");
        interact(() -> this.<TextField>node("#search").setText(port + " listen java"));
        eventually(
                "the listener",
                () -> table.getItems().size() == 1 && tableText().contains(port));
        interact(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
    }

    /// On the FX thread only.
    private static String clipboard() {
        return String.valueOf(Clipboard.getSystemClipboard().getString());
    }
}
