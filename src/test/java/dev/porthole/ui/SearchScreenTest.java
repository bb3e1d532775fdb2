package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The search language in the window: what is wrong, the help, the chip of loopback, saved views.
@Tag("window")
@SuppressWarnings("NullAway.Init")
class SearchScreenTest extends WindowTest {
    private ServerSocket listener;
    private String port;

    @BeforeEach
    void openWithAListener() throws IOException, TimeoutException {
        listener = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        port = Integer.toString(listener.getLocalPort());
        open(Options.Screen.SOCKETS, Theme.Choice.LIGHT, 1280, 800);
    }

    @AfterEach
    void closeListener() throws IOException {
        listener.close();
    }

    @Test
    void aWrongWordIsPointedAtWhileTheLastRightSearchStays() {
        type("port:" + port + " state:listen");
        eventually("the listener alone", () -> rows() == 1);
        type("port:" + port + " state:listen prot:80");
        eventually("the sentence", () -> lookup("#searchWrong").query().isVisible());
        assertTrue(text("#searchWrong").startsWith("“prot” is no field: did you mean port:?"), text("#searchWrong"));
        assertTrue(isMarked());
        assertEquals(1, rows());
        double first = lookup("#searchWrong .ikonli-font-icon")
                .query()
                .localToScreen(0, 0)
                .getX();
        type("prot:80 port:" + port);
        eventually(
                "the arrow goes to the left",
                () -> lookup("#searchWrong .ikonli-font-icon")
                                .query()
                                .localToScreen(0, 0)
                                .getX()
                        < first - 50);
        assertEquals(1, rows());
        assertEquals("prot:80 port:" + port, search().getText());
        type("port:" + port);
        eventually("no sentence", () -> !lookup("#searchWrong").query().isVisible());
        assertFalse(isMarked());
    }

    @Test
    void anExampleOfTheHelpIsAddedToWhatIsTyped() {
        type("port:" + port);
        clickOn("#help");
        eventually("the page", () -> lookup(".query-help").tryQuery().isPresent());
        clickOn("state:established,time_wait");
        eventually("the word", () -> search().getText().equals("port:" + port + " state:established,time_wait"));
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        eventually("no page", () -> lookup(".query-help").tryQuery().isEmpty());
    }

    @Test
    void theChipOfLoopbackHidesItAndAltClickShowsItAlone() {
        type("port:" + port);
        eventually("the listener", () -> rows() == 1);
        clickOn("#chip-LOOPBACK");
        eventually("nothing", () -> rows() == 0);
        press(KeyCode.ALT).clickOn("#chip-LOOPBACK").release(KeyCode.ALT);
        eventually("the listener again", () -> rows() == 1);
        assertTrue(chip().isSelected());
        clickOn("#chip-LOOPBACK");
        type("");
        eventually("what is not loopback", () -> !tableText().contains(port));
        press(KeyCode.CONTROL, KeyCode.DIGIT0).release(KeyCode.DIGIT0, KeyCode.CONTROL);
        eventually("everything", () -> chip().isSelected() && tableText().contains(port));
    }

    @Test
    void aReadyViewSearchesAndShowAllLeavesIt() {
        choose("Listening");
        eventually(
                "listeners only",
                () -> search().getText().equals("state:listen")
                        && rows() > 0
                        && tableText().lines().allMatch(row -> row.contains("LISTEN")));
        press(KeyCode.CONTROL, KeyCode.DIGIT0).release(KeyCode.DIGIT0, KeyCode.CONTROL);
        eventually("no search", () -> search().getText().isEmpty());
    }

    @Test
    void aViewIsSavedRenamedRememberedAndDeleted() throws TimeoutException {
        type("port:" + port);
        clickOn("#chip-LISTEN");
        clickOn("#columns");
        clickOn("Send-Q (bytes not acknowledged)");
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        choose("Save current view as …");
        name("a_b = 1");
        interact(() -> this.<ToggleButton>node("#chip-LISTEN").fire());
        clickOn("#columns");
        clickOn("Reset columns");
        type("");
        choose("a_b = 1");
        eventually(
                "search and toggle",
                () -> search().getText().equals("port:" + port)
                        && !this.<ToggleButton>node("#chip-LISTEN").isSelected());
        assertFalse(columnShown("send-queue"));
        press(KeyCode.CONTROL, KeyCode.DIGIT0).release(KeyCode.DIGIT0, KeyCode.CONTROL);
        eventually("everything is back", () -> search().getText().isEmpty() && columnShown("send-queue"));

        fire("Rename", "a_b = 1");
        name("other");
        Settings settings = shell.remember(WindowPlace.sized(900, 700));
        close();
        open(Options.Screen.SOCKETS, Theme.Choice.LIGHT, 1280, 800, settings);
        choose("other");
        eventually("the search", () -> search().getText().equals("port:" + port));
        fire("Delete", "other");
        eventually("no such view", () -> this.<MenuButton>node("#views").getItems().stream()
                .noneMatch(item -> "other".equals(item.getText())));
    }

    @Test
    void theNameOfAReadyViewIsRefused() {
        choose("Save current view as …");
        eventually("the dialog", () -> lookup("#view-name").tryQuery().isPresent());
        interact(() -> this.<TextField>node("#view-name").setText("listening"));
        assertEquals("This is the name of a ready view; take another.", text("#view-name-note"));
        assertTrue(lookup("Save").queryButton().isDisabled());
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        eventually("no dialog", () -> lookup("#view-name").tryQuery().isEmpty());
    }

    private void choose(String item) {
        clickOn("#views");
        eventually("the item " + item, () -> lookup(item).tryQuery().isPresent());
        clickOn(item);
    }

    /// An item of a submenu, which has the same text as the view's own item. Does not wait: a dialog may come up.
    private void fire(String menu, String item) {
        MenuItem found = this.<MenuButton>node("#views").getItems().stream()
                .filter(of -> menu.equals(of.getText()))
                .flatMap(of -> ((Menu) of).getItems().stream())
                .filter(inner -> item.equals(inner.getText()))
                .findFirst()
                .orElseThrow();
        var _ = WaitForAsyncUtils.asyncFx(found::fire);
    }

    private void name(String name) {
        eventually("the dialog", () -> lookup("#view-name").tryQuery().isPresent());
        interact(() -> this.<TextField>node("#view-name").setText(name));
        clickOn("Save");
        eventually("no dialog", () -> lookup("#view-name").tryQuery().isEmpty());
    }

    private void type(String query) {
        interact(() -> search().setText(query));
    }

    private TextField search() {
        return node("#search");
    }

    private ToggleButton chip() {
        return node("#chip-LOOPBACK");
    }

    private boolean isMarked() {
        return search().getPseudoClassStates().contains(PseudoClass.getPseudoClass("danger"));
    }

    private int rows() {
        return this.<TableView<?>>node(".table-view").getItems().size();
    }

    private boolean columnShown(String id) {
        return this.<TableView<?>>node(".table-view").getVisibleLeafColumns().stream()
                .anyMatch(column -> id.equals(column.getId()));
    }
}
