package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Searching, filtering, sorting and reading the table of this machine's own sockets.
@Tag("window")
@SuppressWarnings("NullAway.Init")
class SocketsScreenTest extends WindowTest {
    private ServerSocket listener;
    private Socket client;
    private String port;

    @BeforeEach
    void openWithAListener() throws IOException, TimeoutException {
        listener = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        client = new Socket(listener.getInetAddress(), listener.getLocalPort());
        port = Integer.toString(listener.getLocalPort());
        open(Options.Screen.SOCKETS, Theme.Choice.LIGHT, 1280, 800);
    }

    @AfterEach
    void closeSockets() throws IOException {
        client.close();
        listener.close();
    }

    @Test
    void aListenerOfThisProcessIsShownWithItsPid() {
        search(port);
        String pid = Long.toString(ProcessHandle.current().pid());
        eventually("the listener with its pid", () -> tableText()
                .lines()
                .anyMatch(row -> row.contains(port) && row.contains("LISTEN") && row.contains(" " + pid + " ")));
    }

    @Test
    void aConnectionThatNobodyAcceptedSaysSo() {
        search(port);
        eventually("the row in the accept queue", () -> tableText().contains("not accepted yet"));
    }

    @Test
    void aWordInTheSearchLeavesTheRowsThatHoldItAndEscapeBringsAllBack() {
        int all = rows();
        search(port);
        eventually(
                "only rows with the port",
                () -> rows() > 0 && tableText().lines().allMatch(row -> row.contains(port)));
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        eventually("all rows", () -> rows() >= Math.min(all, 3));
        assertFalse(lookup("#resetFilters").tryQuery().orElseThrow().isVisible());
    }

    @Test
    void aSearchWithoutMatchSaysSo() {
        search("no-such-word");
        eventually(
                "the empty table's words",
                () -> rows() == 0 && text("#placeholder").contains("No socket matches"));
    }

    @Test
    void aStateSwitchedOffIsGoneAndComesBackWithShowAll() {
        search(port);
        eventually("the listener", () -> tableText().contains("LISTEN"));
        clickOn("#chip-LISTEN");
        eventually(
                "no listener",
                () -> !tableText().contains("LISTEN") && tableText().contains("ESTABLISHED"));
        clickOn("#resetFilters");
        eventually("everything", () -> tableText().contains("LISTEN") && rows() > 0);
    }

    @Test
    void theKeysOneToFourToggleTheTypes() {
        search(port);
        eventually("rows", () -> rows() > 0);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        // Java listens on an IPv6 socket, also for 127.0.0.1.
        press(KeyCode.DIGIT2).release(KeyCode.DIGIT2);
        eventually("no tcp6 row", () -> !tableText().contains("tcp6"));
        assertFalse(this.<ToggleButton>node("#chip-TCP6").isSelected());
        press(KeyCode.DIGIT2).release(KeyCode.DIGIT2);
        eventually("tcp6 rows", () -> tableText().contains("tcp6"));
    }

    @Test
    void aClickOnAHeaderSortsAndAnotherTurnsTheOrder() {
        clickOn("#local-port");
        eventually("descending or ascending", () -> sorted() != null);
        TableColumn.@Nullable SortType first = sorted();
        clickOn("#local-port");
        eventually("another order", () -> sorted() != first);
    }

    @Test
    void pauseHoldsTheTableUntilItGoesOn() throws IOException {
        search(port);
        eventually("rows", () -> rows() > 0);
        clickOn("#pause");
        eventually("the word", () -> lookup(".status-bar .label").queryAllAs(javafx.scene.control.Label.class).stream()
                .anyMatch(label -> String.valueOf(label.getText()).contains("PAUSED")));
        int held = rows();
        client.close();
        listener.close();
        interact(() -> shell.root().layout());
        assertEquals(held, rows());
        clickOn("#pause");
        eventually("the listener is gone", () -> !tableText().contains("LISTEN"));
    }

    @Test
    void fromTheSearchOneKeyLeadsToTheFirstRow() {
        search(port + " listen");
        eventually("the listener", () -> rows() == 1);
        press(KeyCode.DOWN).release(KeyCode.DOWN);
        TableView<?> table = node(".table-view");
        eventually(
                "its row", () -> table.isFocused() && table.getSelectionModel().getSelectedIndex() == 0);
    }

    @Test
    void theInspectorExplainsTheSelectedSocketAndNamesItsProcess() {
        search(port + " listen");
        eventually("the listener", () -> rows() == 1);
        clickOn(port);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        String pid = Long.toString(ProcessHandle.current().pid());
        eventually(
                "its process",
                () -> text("#ownerTitle").contains(pid)
                        && lookup("#ownerFacts").query().isVisible());
        assertEquals("LISTEN", text("#title"));
        assertTrue(text("#stateText").length() > 40, text("#stateText"));
    }

    @Test
    void theInspectorKeepsAClosedSocketAndSaysThatItIsClosed() throws IOException {
        search(port + " listen");
        eventually("the listener", () -> rows() == 1);
        clickOn(port);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually("the inspector", () -> text("#title").equals("LISTEN"));
        listener.close();
        eventually("the note", () -> lookup("#closed").query().isVisible());
    }

    @Test
    void copyPutsTheSelectedRowOnTheClipboard() {
        search(port + " listen");
        eventually("the listener", () -> rows() == 1);
        clickOn(port);
        press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        eventually(
                "the row",
                () -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("127.0.0.1\t" + port));
    }

    @Test
    void aSelectedRowStaysSelectedWhileOthersComeAndGo() throws IOException {
        search("listen");
        eventually("the listener", () -> tableText().contains(port));
        clickOn("#local-port");
        eventually("sorted", () -> sorted() != null);
        interact(() -> select(port));
        try (ServerSocket more = new ServerSocket(0)) {
            String another = " " + more.getLocalPort() + " ";
            eventually("the new one", () -> tableText().contains(another));
            assertEquals(port, selectedPort());
        }
    }

    @Test
    void whatIsRememberedComesBack() throws TimeoutException {
        clickOn("#local-port");
        clickOn("#columns");
        clickOn("Send-Q (bytes not acknowledged)");
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        search("remember-me");
        Settings settings = shell.remember(WindowPlace.sized(900, 700));
        close();
        open(Options.Screen.SOCKETS, Theme.Choice.LIGHT, 1280, 800, settings);
        assertEquals(
                "remember-me",
                this.<javafx.scene.control.TextField>node("#search").getText());
        TableView<?> table = node(".table-view");
        assertFalse(table.getVisibleLeafColumns().stream().anyMatch(column -> "send-queue".equals(column.getId())));
    }

    private void search(String words) {
        press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        write(words);
        eventually("the words are typed", () -> this.<javafx.scene.control.TextField>node("#search")
                .getText()
                .equals(words));
    }

    private int rows() {
        return this.<TableView<?>>node(".table-view").getItems().size();
    }

    private TableColumn.@Nullable SortType sorted() {
        List<? extends TableColumn<?, ?>> order =
                this.<TableView<?>>node(".table-view").getSortOrder();
        return order.isEmpty() ? null : order.getFirst().getSortType();
    }

    private void select(String wanted) {
        TableView<?> table = node(".table-view");
        for (int row = 0; row < table.getItems().size(); row++) {
            if (wanted.equals(portOf(table, row))) {
                table.getSelectionModel().clearAndSelect(row);
            }
        }
    }

    private String selectedPort() {
        TableView<?> table = node(".table-view");
        return portOf(table, table.getSelectionModel().getSelectedIndex());
    }

    private static String portOf(TableView<?> table, int row) {
        return table.getColumns().stream()
                .filter(column -> "local-port".equals(column.getId()))
                .map(column -> String.valueOf(column.getCellData(row)))
                .findFirst()
                .orElseThrow();
    }
}
