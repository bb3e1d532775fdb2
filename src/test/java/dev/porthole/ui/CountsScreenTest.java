package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screen of counts over a server of this process that leaks connections.
@Tag("window")
@SuppressWarnings("NullAway.Init")
class CountsScreenTest extends WindowTest {
    private static final int CLOSE_WAIT = 7;
    private static final Settings RULE = new Settings(Map.of(
            "counts.rule.1",
            "name=Leak;types=tcp,tcp6;states=close_wait;measure=count;groups=sum;warn=5;crit=20;none=ok;need=1;of=1"
                    + ";margin=0"));

    @TempDir
    private Path folder;

    private Leak leak;

    @BeforeEach
    void begin() throws IOException {
        leak = new Leak();
    }

    @AfterEach
    void end() throws IOException {
        leak.close();
    }

    @Test
    void aLeakWarnsThenAlertsNamesItsProcessAndLeadsToItsSockets() throws IOException, TimeoutException {
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800, RULE);
        leak.grow(8);
        eventually("the warning", () -> words(".alert-card .alert-word").contains("WARNING"));
        leak.grow(20);
        eventually("the alert", () -> words(".alert-card .alert-word").contains("CRITICAL"));
        String pid = Long.toString(ProcessHandle.current().pid());
        eventually("the process", () -> words(".alert-card .alert-owner").contains("(pid " + pid + ")"));
        assertTrue(words("#alertBadge").contains("1"));
        eventually("the cell", () -> words("#cell-" + CLOSE_WAIT + "-4 .matrix-word")
                .contains("crit"));
        interact(() -> button("Show sockets").fire());
        eventually(
                "only its sockets",
                () -> rows() >= 28 && tableText().lines().allMatch(row -> row.contains("CLOSE_WAIT")));
        interact(() -> shell.open(Options.Screen.COUNTS));
        interact(() -> button("Acknowledge").fire());
        eventually("noted", () -> words(".alert-card .alert-word").contains("acknowledged"));
    }

    @Test
    void theFirstReadingAlertsWithoutANote() throws IOException, TimeoutException {
        leak.grow(30);
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800, RULE);
        eventually("the alert", () -> words(".alert-card .alert-word").contains("CRITICAL"));
        interact(() -> shell.open(Options.Screen.SOCKETS));
        assertFalse(lookup("#alertNote").tryQuery().isPresent());
        leak.close();
        eventually("the end is told", () -> lookup("#alertNote").tryQuery().isPresent());
    }

    @Test
    void arrowsGoFromCellToCellAndEnterOpensTheSocketsOfTheCell() throws IOException, TimeoutException {
        leak.grow(3);
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800);
        eventually("the first cell", () -> node("#cell-0-0").isFocused());
        for (int i = 0; i < CLOSE_WAIT; i++) {
            press(KeyCode.DOWN).release(KeyCode.DOWN);
        }
        press(KeyCode.END).release(KeyCode.END);
        eventually("the total", () -> node("#cell-" + CLOSE_WAIT + "-4").isFocused());
        assertTrue(words("#aboutText").contains("leak"), words("#aboutText"));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually(
                "its sockets",
                () -> tableText().contains(leak.port())
                        && tableText().lines().allMatch(row -> row.contains("CLOSE_WAIT")));
        assertFalse(this.<ToggleButton>node("#chip-LISTEN").isSelected());
    }

    @Test
    void aPauseIsSaidAndEndedHere() throws TimeoutException {
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800);
        assertFalse(node("#pausedNote").isVisible());
        interact(() -> shell.counts().model().pausedProperty().set(true));
        assertTrue(words("#pausedText").contains("paused"));
        interact(() -> this.<Button>node("#goOn").fire());
        assertFalse(node("#pausedNote").isVisible());
    }

    @Test
    void aRuleIsMadeWithItsMeaningAndFaultsExplained() throws TimeoutException, IOException {
        leak.grow(12);
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800);
        interact(() -> node("#cell-" + CLOSE_WAIT + "-4").requestFocus());
        interact(() -> this.<Button>node("#newRule").fire());
        interact(() -> this.<TextField>node("#name").setText("Mine"));
        interact(() -> this.<TextField>node("#warning").setText("30:4o"));
        assertTrue(words("#warningWrong").contains("“4o” is not a number"), words("#warningWrong"));
        assertTrue(words("#warningWrong").contains("character 4"), words("#warningWrong"));
        assertTrue(this.<Button>node("#save").isDisabled());
        interact(() -> this.<TextField>node("#warning").setText("0:10"));
        assertTrue(words("#warningNote").contains("alerts above 10"), words("#warningNote"));
        eventually("the preview", () -> words("#preview").contains("Would have alerted"));
        interact(() -> this.<Button>node("#save").fire());
        eventually("the alert", () -> words(".alert-card").contains("Mine"));
    }

    @Test
    void allReadyRulesComeWithOneClick() throws TimeoutException {
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800);
        clickOn("#readyRules");
        clickOn("#allReadyRules");
        eventually("five rules", () -> lookup(".rule-line").queryAll().size() == 5);
        Settings kept = shell.remember(WindowPlace.DEFAULT);
        assertTrue(kept.get("counts.rule.5").isPresent());
    }

    @Test
    void theTableIsCopied() throws TimeoutException {
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800);
        interact(() -> this.<Button>node("#copy").fire());
        StringBuilder copied = new StringBuilder();
        interact(() -> copied.append(Clipboard.getSystemClipboard().getString()));
        assertTrue(copied.toString().contains("ESTABLISHED"), copied.toString());
    }

    @Test
    void theDiagramShowsTheNumbersOnItsStates() throws IOException, TimeoutException {
        leak.grow(7);
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800, RULE);
        interact(() -> this.<ToggleButton>node("#asDiagram").fire());
        eventually("the warning", () -> words("#node-CLOSE_WAIT .matrix-word").contains("warn"));
        interact(() -> node("#node-CLOSE_WAIT").requestFocus());
        assertTrue(words("#aboutTitle").contains("CLOSE_WAIT"));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually("its sockets", () -> rows() >= 7 && tableText().lines().allMatch(row -> row.contains("CLOSE_WAIT")));
    }

    @Test
    void theWheelZoomsTheChartAndLiveLeadsBack() throws TimeoutException {
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800);
        eventually("it is live", () -> this.<Button>node("#live").isDisabled());
        interact(() -> node(".history-chart").requestFocus());
        press(KeyCode.PLUS).release(KeyCode.PLUS);
        press(KeyCode.LEFT).release(KeyCode.LEFT);
        eventually("it stands still", () -> !this.<Button>node("#live").isDisabled());
        interact(() -> this.<Button>node("#live").fire());
        eventually("it goes on", () -> this.<Button>node("#live").isDisabled());
    }

    @Test
    void theHistoryIsExportedIntoTheChosenFile() throws IOException, TimeoutException {
        Path file = folder.resolve("history.csv");
        saveDialog = (title, name, extension, window) -> {
            assertTrue(name.matches("porthole-counts-[0-9-]+\\.csv") && extension.equals("csv"), name);
            assertEquals(stage, window);
            return Optional.of(file);
        };
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800);
        interact(() -> export(0).fire());
        eventually("it is told", () -> words("#notice").contains("The history is exported to " + file));
        assertTrue(Files.readString(file).startsWith("time,"), Files.readString(file));
    }

    @Test
    void whoThinksBetterOfAnExportIsToldNothing() throws TimeoutException {
        saveDialog = (title, name, extension, window) -> Optional.empty();
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800);
        interact(() -> export(1).fire());
        assertFalse(node("#notice").isVisible());
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneSentence() throws TimeoutException {
        Path file = folder.resolve("gone").resolve("history.json");
        saveDialog = (title, name, extension, window) -> Optional.of(file);
        open(Options.Screen.COUNTS, Theme.Choice.LIGHT, 1280, 800);
        interact(() -> export(1).fire());
        eventually("the trouble", () -> node("#notice").isVisible());
        assertEquals(
                "The history could not be exported to " + file + ": the folder does not exist. Choose another folder or"
                        + " name. ",
                words("#notice"));
    }

    /// The item of the menu: 0 is CSV, 1 is JSON.
    private MenuItem export(int item) {
        return this.<MenuButton>node("#export").getItems().get(item);
    }

    private int rows() {
        return this.<TableView<?>>node(".table-view").getItems().size();
    }

    private Button button(String text) {
        return lookup(".button").queryAllAs(Button.class).stream()
                .filter(button -> text.equals(button.getText()) && button.isVisible())
                .findFirst()
                .orElseThrow();
    }

    /// The text of all labels that match or lie within.
    private String words(String query) {
        StringBuilder words = new StringBuilder();
        lookup(query).queryAll().forEach(found -> collect(found, words));
        return words.toString();
    }

    private static void collect(Node node, StringBuilder words) {
        if (node instanceof Label label) {
            words.append(label.getText()).append(' ');
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }
}
