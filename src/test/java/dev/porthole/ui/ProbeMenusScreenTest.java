package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
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
        assertEquals("Saved as mail_1 <b>.", notice());
        clickOn("#saved").clickOn("Clear the form");
        assertEquals("", value("#port"));
        clickOn("#saved").clickOn("mail_1 <b>");
        assertEquals("25", value("#port"));
        assertEquals("mail.example.test", value("#host"));
        type("#port", "2525");
        save("MAIL_1 <b>");
        assertTrue(notice().contains("in place of the one before"), notice());
        clickOn("#saved").clickOn("Delete").clickOn("MAIL_1 <b>");
        assertTrue(notice().contains("was deleted"), notice());
        clickOn("#saved").clickOn("Undo the last delete");
        type("#port", "1");
        clickOn("#saved").clickOn("MAIL_1 <b>");
        assertEquals("2525", value("#port"));
    }

    @Test
    void aSecretIsNotSavedAndThatIsSaidBothTimes() {
        type("#port", "6379");
        type("#send", "AUTH canary-7f3a\\r\\n");
        save("secret");
        assertTrue(notice().contains("left out"), notice());
        String kept = shell.remember(WindowPlace.of(stage)).values().toString();
        assertFalse(kept.contains("canary"), kept);
        clickOn("#saved").clickOn("secret");
        assertTrue(notice().contains("type them again"), notice());
        assertEquals("", value("#send"));
        assertEquals("6379", value("#port"));
    }

    @Test
    void aProbeGoesOutAsACallOfCheckTcpAndComesBack() {
        type("#host", "mail.example.test");
        type("#port", "25");
        type("#expect", "^220 .*ready");
        type("#timeout", "5");
        clickOn("#command").clickOn("Copy as check-tcp");
        assertEquals("The call of check-tcp is on the clipboard.", notice());
        String call = clipboard();
        assertTrue(call.startsWith("check-tcp ") && call.contains("'^220 .*ready'"), call);
        clickOn("#saved").clickOn("Clear the form");
        clickOn("#command").clickOn("Paste a check-tcp call");
        assertTrue(notice().startsWith("The form is filled"), notice());
        assertEquals("mail.example.test", value("#host"));
        assertEquals("25", value("#port"));
        assertEquals("^220 .*ready", value("#expect"));
        assertEquals("5", value("#timeout"));
    }

    @Test
    void whatIsNoCallOfCheckTcpLeavesTheFormAlone() {
        type("#port", "25");
        for (String pasted : List.of("", "hello world", "check-tcp --nope", "rm -rf /\ncheck-tcp", "check-tcp -p 'x")) {
            interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, pasted)));
            clickOn("#command").clickOn("Paste a check-tcp call");
            assertTrue(notice().startsWith("The clipboard does not fill the form: "), pasted + ": " + notice());
            assertFalse(notice().contains("null"), notice());
            assertEquals("25", value("#port"));
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
        clickOn("#command").clickOn("Paste a check-tcp call");
        assertFalse(notice().contains("null"), notice());
    }

    @Test
    void whatIsSecretIsNotPutOnTheClipboard() {
        interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "before")));
        type("#port", "6379");
        type("#send", "AUTH canary-7f3a\\r\\n");
        clickOn("#command").clickOn("Copy as check-tcp");
        assertTrue(notice().contains("secret"), notice());
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
            assertEquals("Every", this.<ToggleButton>node("#repeat").getText());
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
        assertTrue(notice().contains("\"soon\""), notice());
        assertFalse(this.<ToggleButton>node("#repeat").isSelected());
        assertTrue(lookup("#interval").query().isFocused());
        assertTrue(lookup("#idle").query().isVisible());
    }

    @Test
    void aSeriesOfAWrongFormDoesNotBegin() {
        type("#port", "70000");
        clickOn("#repeat");
        assertTrue(text("#port-wrong").contains("70000"), text("#port-wrong"));
        assertFalse(this.<ToggleButton>node("#repeat").isSelected());
    }

    @Test
    void theListOfServicesIsSearchedAndTakenByMouse() {
        clickOn("#service").write("cache");
        clickOn("MEMCACHED  (port 11211)");
        eventually("filled", () -> value("#port").equals("11211"));
        assertEquals("version\\r\\n", value("#send"));
        clickOn("Undo");
        assertEquals("", value("#port"));
        assertEquals(null, this.<SearchableComboBox<?>>node("#service").getValue());
        clickOn("#service").write("no such service at all");
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertEquals("", value("#port"));
    }

    private void save(String name) {
        clickOn("#saved").clickOn("Save this probe …");
        eventually(
                "the dialog",
                () -> lookup(".dialog-pane .text-field").tryQuery().isPresent());
        interact(() -> this.<TextField>node(".dialog-pane .text-field").selectAll());
        write(name);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually("saved", () -> lookup(".dialog-pane").tryQuery().isEmpty());
    }

    private String notice() {
        return lookup(".notice-bar").query().isVisible() ? text(".notice-text") : "";
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
