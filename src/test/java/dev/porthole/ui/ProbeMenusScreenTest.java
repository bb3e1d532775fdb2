package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.SearchableComboBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The menus, the list of services and the series, by mouse.
@Tag("window")
class ProbeMenusScreenTest extends WindowTest {
    @BeforeEach
    void openProbe() throws TimeoutException {
        open(Options.Screen.PROBE, Theme.Choice.LIGHT, 1280, 800);
    }

    @Test
    void aProbeIsSavedLoadedReplacedDeletedAndComesBack() {
        type("#host", "mail.example.test");
        type("#port", "25");
        save("mail_1 <b>");
        eventually("the notice", () -> notice().equals("Saved as mail_1 <b>."));
        menu("#saved", "Clear the form");
        eventually("#port", () -> value("#port").equals(""));
        menu("#saved", "mail_1 <b>");
        eventually("#port", () -> value("#port").equals("25"));
        eventually("#host", () -> value("#host").equals("mail.example.test"));
        type("#port", "2525");
        save("MAIL_1 <b>");
        eventually("the notice", () -> notice().contains("in place of the one before"));
        menu("#saved", "Delete");
        eventually("the submenu", () -> lookup("MAIL_1 <b>").queryAll().size() > 1);
        clickOn(lookup("MAIL_1 <b>").queryAll().stream()
                .max(Comparator.comparingDouble(each -> each.localToScreen(0, 0).getX()))
                .orElseThrow());
        eventually("the notice", () -> notice().contains("was deleted"));
        menu("#saved", "Undo the last delete");
        type("#port", "1");
        menu("#saved", "MAIL_1 <b>");
        eventually("#port", () -> value("#port").equals("2525"));
    }

    @Test
    void aSecretIsNotSavedAndThatIsSaidBothTimes() {
        type("#port", "6379");
        type("#send", "AUTH canary-7f3a\\r\\n");
        save("secret");
        eventually("the notice", () -> notice().contains("left out"));
        String kept = shell.remember(WindowPlace.of(stage)).values().toString();
        assertFalse(kept.contains("canary"), kept);
        menu("#saved", "secret");
        eventually("the notice", () -> notice().contains("type them again"));
        eventually("#send", () -> value("#send").equals(""));
        eventually("#port", () -> value("#port").equals("6379"));
    }

    @Test
    void aProbeGoesOutAsACallOfCheckTcpAndComesBack() {
        type("#host", "mail.example.test");
        type("#port", "25");
        type("#expect", "^220 .*ready");
        type("#timeout", "5");
        menu("#command", "Copy as check-tcp");
        eventually("the notice", () -> notice().equals("The call of check-tcp is on the clipboard."));
        String call = clipboard();
        assertTrue(call.startsWith("check-tcp ") && call.contains("'^220 .*ready'"), call);
        menu("#saved", "Clear the form");
        menu("#command", "Paste a check-tcp call");
        eventually("the notice", () -> notice().startsWith("The form is filled"));
        eventually("#host", () -> value("#host").equals("mail.example.test"));
        eventually("#port", () -> value("#port").equals("25"));
        eventually("#expect", () -> value("#expect").equals("^220 .*ready"));
        eventually("#timeout", () -> value("#timeout").equals("5"));
    }

    @Test
    void whatIsNoCallOfCheckTcpLeavesTheFormAlone() {
        type("#port", "25");
        for (String pasted : List.of("", "hello world", "check-tcp --nope", "check-tcp -p 'x")) {
            interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, pasted)));
            menu("#command", "Paste a check-tcp call");
            eventually("the notice", () -> notice().startsWith("The clipboard does not fill the form: "));
            assertFalse(notice().contains("null"), notice());
            eventually("#port", () -> value("#port").equals("25"));
        }
    }

    @Test
    void aClipboardWithoutTextIsSaidInWords() {
        interact(() -> {
            var picture = new ClipboardContent();
            picture.put(
                    DataFormat.lookupMimeType("application/x-nothing") == null
                            ? new DataFormat("application/x-nothing")
                            : DataFormat.lookupMimeType("application/x-nothing"),
                    "x");
            return Clipboard.getSystemClipboard().setContent(picture);
        });
        menu("#command", "Paste a check-tcp call");
        assertFalse(notice().contains("null"), notice());
    }

    @Test
    void whatIsSecretIsNotPutOnTheClipboard() {
        interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "before")));
        type("#port", "6379");
        type("#send", "AUTH canary-7f3a\\r\\n");
        menu("#command", "Copy as check-tcp");
        eventually("the notice", () -> notice().contains("secret"));
        assertEquals("before", clipboard());
    }

    @Test
    void aSeriesRunsUntilItIsStopped() throws IOException {
        try (var server = PlayedServer.of(PlayedServer.greeting("220 ready\r\n"))) {
            type("#host", "127.0.0.1");
            type("#port", Integer.toString(server.port()));
            type("#expect", "^220");
            type("#interval", "0.1");
            clickOn("#repeat");
            assertEquals(
                    "Stop the series, every", this.<ToggleButton>node("#repeat").getText());
            assertTrue(lookup("#run").query().isDisabled());
            assertTrue(lookup("#interval").query().isDisabled());
            interact(() -> this.<TabPane>node(".tab-pane").getSelectionModel().select(1));
            eventually("three runs", () -> runs() >= 3);
            clickOn("#repeat");
            eventually(
                    "the start",
                    () -> this.<ToggleButton>node("#repeat").getText().equals("Every"));
            eventually("the end of the last", () -> !lookup("#run").query().isDisabled());
            int ended = runs();
            clickOn("#run");
            eventually("one more, by hand", () -> runs() == ended + 1);
        }
    }

    @Test
    void aWrongIntervalIsToldAndStartsNothing() {
        type("#port", "25");
        type("#interval", "soon");
        clickOn("#repeat");
        eventually("the notice", () -> notice().contains("\"soon\""));
        assertFalse(this.<ToggleButton>node("#repeat").isSelected());
        eventually("the field", () -> lookup("#interval").query().isFocused());
        assertTrue(lookup("#idle").query().isVisible());
    }

    @Test
    void aSeriesOfAWrongFormDoesNotBegin() {
        type("#port", "70000");
        clickOn("#repeat");
        eventually("the sentence", () -> text("#port-wrong").contains("70000"));
        assertFalse(this.<ToggleButton>node("#repeat").isSelected());
    }

    @Test
    void theListOfServicesIsSearchedAndTakenByMouse() {
        clickOn("#service").write("cache");
        clickOn("MEMCACHED  (port 11211)");
        eventually("filled", () -> value("#port").equals("11211"));
        eventually("#send", () -> value("#send").equals("version\\r\\n"));
        clickOn("Undo");
        eventually("#port", () -> value("#port").equals(""));
        eventually(
                "none chosen",
                () -> this.<SearchableComboBox<?>>node("#service").getValue() == null);
        clickOn("#service").write("no such service at all");
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        eventually("#port", () -> value("#port").equals(""));
    }

    @Test
    void whoHasChosenAServiceIsStillAtItsList() {
        clickOn("#service").write("smtp-start");
        push(KeyCode.DOWN).push(KeyCode.ENTER);
        eventually("filled", () -> value("#port").equals("25"));
        eventually("the keyboard at the list, not at " + stage.getScene().getFocusOwner(), () -> node("#service")
                .isFocused());
        eventually("its help", () -> text("#help").startsWith("A service fills"));
    }

    private void menu(String button, String item) {
        eventually("no menu", () -> lookup(".context-menu").queryAll().stream().noneMatch(Node::isVisible));
        clickOn(button);
        eventually(item, () -> lookup(item).tryQuery().isPresent());
        clickOn(item);
    }

    private void save(String name) {
        menu("#saved", "Save this probe …");
        eventually(
                "the dialog",
                () -> lookup(".dialog-pane .text-field").tryQuery().isPresent());
        interact(() -> this.<TextField>node(".dialog-pane .text-field").selectAll());
        write(name);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually("saved", () -> lookup(".dialog-pane").tryQuery().isEmpty());
    }

    private String value(String field) {
        return this.<TextField>node(field).getText();
    }

    private String clipboard() {
        var held = new StringBuilder();
        interact(() -> held.append(Clipboard.getSystemClipboard().getString()));
        return held.toString();
    }

    private void type(String field, String words) {
        clickOn(field).push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE).write(words);
    }

    private int runs() {
        return this.<TableView<?>>node("#runs").getItems().size();
    }
}
