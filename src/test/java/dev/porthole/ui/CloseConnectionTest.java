package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Closing connections that the test has made.
@Tag("window")
@EnabledOnOs(OS.LINUX)
class CloseConnectionTest extends WindowTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @BeforeEach
    void openWindow() throws TimeoutException {
        open(Options.Screen.SOCKETS, Theme.Choice.LIGHT, 1280, 800);
    }

    @Test
    void theMenuAsksShowsTheConnectionAndClosesIt() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket(LOOPBACK, server.getLocalPort());
                Socket accepted = server.accept()) {
            select(client.getLocalPort() + " lport:" + client.getLocalPort());
            clickOn(Integer.toString(client.getLocalPort()), MouseButton.SECONDARY);
            if (lookup("Close connection (needs root)").tryQuery().isPresent()) {
                return;
            }
            clickOn("Close connection …");
            eventually("the dialog", () -> dialogText().contains("Close this connection?"));
            assertTrue(dialogText().contains("127.0.0.1]:" + server.getLocalPort()), dialogText());
            assertTrue(accepted.isConnected());
            clickOn("#closeAct");
            eventually("the outcome", () -> notice().endsWith("is closed."));
        }
    }

    @Test
    void enterLeavesTheConnectionAlone() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket(LOOPBACK, server.getLocalPort());
                Socket accepted = server.accept()) {
            select("lport:" + client.getLocalPort());
            press(KeyCode.SHIFT, KeyCode.DELETE).release(KeyCode.DELETE, KeyCode.SHIFT);
            eventually(
                    "the dialog or the reason",
                    () -> dialogText().contains("Close this connection?") || notice().contains("root (sudo)"));
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            eventually("no dialog", () -> dialogText().isEmpty());
            client.getOutputStream().write(7);
            assertEquals(7, accepted.getInputStream().read());
        }
    }

    private void select(String query) {
        TableView<?> table = node(".table-view");
        interact(() -> this.<TextField>node("#search").setText(query));
        eventually("the connection", () -> table.getItems().size() == 1);
        interact(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
    }
}
