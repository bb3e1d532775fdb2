package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What changed is marked, and nothing moves under the pointer.
@Tag("window")
@SuppressWarnings("NullAway.Init")
class ChangesScreenTest extends WindowTest {
    private ServerSocket listener;

    private void openFor(int seconds) throws IOException, TimeoutException {
        moveTo(new Point2D(0, 0));
        open(
                Options.Screen.SOCKETS,
                Theme.Choice.LIGHT,
                1280,
                800,
                new Settings(
                        Map.of("sockets.highlight", Integer.toString(seconds), "sockets.search", "laddr:127.0.0.77")));
        // Not over the search: its tooltip would come to lie over the toggles.
        moveTo("#status");
    }

    @AfterEach
    void closeListener() throws IOException {
        if (listener != null) {
            listener.close();
        }
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.77"));
    }

    @Test
    void aNewRowAndAClosedOneAreMarkedAndTheClosedOneGoes() throws Exception {
        openFor(5);
        listener = listener();
        eventually("the mark of a new row", () -> marks().contains("+"));
        listener.close();
        eventually("the mark of a closed row", () -> marks().contains("×"));
        assertTrue(statusText().startsWith("0 of "), statusText());
        eventually("no row", () -> rows() == 0);
    }

    @Test
    void theProcessOfAClosedRowIsNotEnded() throws Exception {
        openFor(10);
        listener = listener();
        String port = Integer.toString(listener.getLocalPort());
        eventually("the row", () -> marks().contains("+"));
        listener.close();
        eventually("the mark of a closed row", () -> marks().contains("×"));
        rightClickOn(port);
        eventually("the menu", () -> lookup("#endProcess").tryQuery().isPresent());
        MenuItem end = this.<TableView<?>>node(".table-view")
                .getContextMenu()
                .getItems()
                .getLast();
        assertTrue(end.isDisable());
        assertTrue(end.getText().contains("closed"), end.getText());
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    }

    @Test
    void switchedOffNothingIsMarkedAndThatIsRemembered() throws Exception {
        openFor(5);
        clickOn("#highlight");
        clickOn("Off");
        eventually(
                "the choice",
                () -> this.<MenuButton>node("#highlight").getText().endsWith("off"));
        listener = listener();
        eventually("the row", () -> rows() == 1);
        listener.close();
        eventually("no row", () -> rows() == 0);
        Settings settings = shell.remember(WindowPlace.sized(900, 700));
        assertTrue(settings.get("sockets.highlight").filter("off"::equals).isPresent());
    }

    @Test
    void whileARowIsSelectedTheOrderIsHeldUntilItIsSortedOrEscapeUnselects() throws Exception {
        openFor(2);
        listener = listener();
        eventually("the row", () -> rows() == 1);
        assertFalse(held().isVisible());
        interact(
                () -> this.<TableView<?>>node(".table-view").getSelectionModel().select(0));
        eventually("the mark above all", () -> held().isVisible());
        clickOn("#orderHeld");
        eventually("held again at the next reading", () -> held().isVisible());
        interact(() -> node(".table-view").requestFocus());
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        eventually("let go", () -> !held().isVisible());
        moveTo(".table-view");
        eventually("held under the pointer", () -> held().isVisible());
        moveTo("#search");
        eventually("let go again", () -> !held().isVisible());
    }

    /// Listeners, TIME_WAIT and loopback are each one click, or one press of the space bar, away.
    @Test
    void theQuickFiltersWorkByMouseAndByKeyboard() throws Exception {
        openFor(2);
        listener = listener();
        eventually("the row", () -> rows() == 1);
        for (String chip : new String[] {"#chip-LISTEN", "#chip-LOOPBACK"}) {
            clickOn(chip);
            eventually("hidden by " + chip, () -> rows() == 0);
            press(KeyCode.SPACE).release(KeyCode.SPACE);
            eventually("shown by the space bar", () -> rows() == 1);
        }
        interact(() -> node("#chip-TIME_WAIT").requestFocus());
        press(KeyCode.SPACE).release(KeyCode.SPACE);
        eventually("off", () -> !this.<ToggleButton>node("#chip-TIME_WAIT").isSelected());
        assertTrue(this.<ToggleButton>node("#chip-TIME_WAIT").isFocusTraversable());
        eventually("a way back", () -> lookup("#resetFilters").query().isVisible());
    }

    private Node held() {
        return node("#orderHeld");
    }

    private int rows() {
        return this.<TableView<?>>node(".table-view").getItems().size();
    }

    private String statusText() {
        return this.<org.controlsfx.control.StatusBar>node("#status").getText();
    }

    private String marks() {
        TableView<?> table = node(".table-view");
        StringBuilder marks = new StringBuilder();
        for (int row = 0; row < table.getItems().size(); row++) {
            marks.append(table.getColumns().getFirst().getCellData(row));
        }
        return marks.toString();
    }
}
