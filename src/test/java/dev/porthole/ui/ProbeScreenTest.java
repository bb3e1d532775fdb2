package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.SearchableComboBox;
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
                    "← 220 \\x1b[31mhello\\r\\n",
                    this.<TextArea>node("#transcript").getText());
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
    void aPortThatNobodyHasIsExplainedAboveAllElse() throws IOException {
        int port = closedPort();
        fill("#host", "127.0.0.1");
        fill("#port", Integer.toString(port));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually("its cause", () -> text(".finding-title").contains("othing listens on TCP port " + port));
        assertTrue(top("#findings") < top("#banner"));
        draw("probe-nothing-listens");
    }

    @Test
    void aListenerOfTheOtherFamilyIsToldAndLedTo() throws IOException {
        try (ServerSocket server = greeting("hello\r\n")) {
            fill("#host", "::1");
            fill("#port", Integer.toString(server.getLocalPort()));
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            eventually("its cause", () -> text(".finding-title").startsWith("::1 is IPv6; your listener is on "));
            draw("probe-other-family");
            interact(() -> this.<Hyperlink>node("#findings .hyperlink").fire());
            TableView<?> table = node(".table-view");
            eventually(
                    "the listener, selected",
                    () -> table.getItems().size() == 1
                            && table.getSelectionModel().getSelectedIndices().equals(List.of(0)));
        }
    }

    @Test
    void aFindingLeadsToTheAddressAndToThePhaseThatItRestsOn() throws IOException {
        try (ServerSocket server = greeting("SSH-2.0-OpenSSH_9.2\r\n")) {
            fill("#host", "127.0.0.1");
            fill("#port", Integer.toString(server.getLocalPort()));
            fill("#expect", "^220");
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            follow("Show the phase Answer");
            assertEquals(List.of(false, false, true), pointed("#waterfall"));
        }
        fill("#port", Integer.toString(closedPort()));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        follow("Show the address 127.0.0.1");
        assertEquals(List.of(true), pointed("#addresses"));
        assertEquals(List.of(false, false), pointed("#waterfall"));
        draw("probe-pointed");
    }

    private void follow(String words) {
        eventually(words, () -> link(words).isPresent());
        interact(() -> link(words).orElseThrow().fire());
    }

    private Optional<Hyperlink> link(String words) {
        return lookup("#findings .hyperlink").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().equals(words))
                .findFirst();
    }

    private List<Boolean> pointed(String grid) {
        return lookup(grid + " .row-ground").queryAll().stream()
                .map(ground -> ground.getPseudoClassStates().contains(PseudoClass.getPseudoClass("pointed")))
                .toList();
    }

    @Test
    void aHealthyProbeAfterAFailedOneHasNoFindingAndLeavesNoGap() throws IOException {
        fill("#host", "127.0.0.1");
        fill("#port", Integer.toString(closedPort()));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually("a cause", () -> lookup("#findings").query().isManaged());
        try (ServerSocket server = greeting("220 hello\r\n")) {
            fill("#port", Integer.toString(server.getLocalPort()));
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            eventually("OK", () -> text("#bannerWord").equals("OK"));
            assertFalse(lookup("#findings").query().isManaged());
        }
    }

    private double top(String query) {
        return this.<Node>node(query).getBoundsInParent().getMinY();
    }

    /// The picture in both themes, for somebody to look at.
    private void draw(String name) {
        for (Theme.Choice look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            interact(() -> {
                var _ = new Theme(look);
                Screenshot.write(stage.getScene(), Path.of("target", name + "-" + look + ".png"));
                return null;
            });
        }
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
                () -> text("#port-wrong").contains("70000")
                        && text("#expect-wrong").contains("RE2"));
        assertTrue(lookup("#idle").query().isVisible());
        assertEquals("70000", this.<TextField>node("#port").getText());
        fill("#port", "70");
        eventually("mended", () -> !lookup("#port-wrong").query().isVisible());
    }

    @Test
    void aServiceFillsTheFormAndIsTakenBack() {
        interact(() -> {
            SearchableComboBox<Object> services = node("#service");
            services.getItems().stream()
                    .filter(each -> each.toString().startsWith("GEARMAN "))
                    .findFirst()
                    .ifPresent(services::setValue);
        });
        assertEquals("4730", this.<TextField>node("#port").getText());
        assertEquals("version\\n", this.<TextField>node("#send").getText());
        assertTrue(text("#sendPreview").contains("76 65 72 73 69 6f 6e 0a"), text("#sendPreview"));
        interact(() -> this.<Hyperlink>node(".filled .hyperlink").fire());
        assertEquals("", this.<TextField>node("#port").getText());
    }

    @Test
    void aHostileBannerIsShownSafelyAndItsRunIsListed() throws IOException {
        try (ServerSocket server = greeting("\u001b]0;owned\u0007<img src=x>\u00e2\u0080\u00aegnp\u0000\r\n")) {
            fill("#host", "127.0.0.1:" + server.getLocalPort());
            fill("#expect", "nothing like it");
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            eventually("CRITICAL", () -> text("#bannerWord").equals("CRITICAL"));
            for (String shown : List.of(
                    text("#bannerText"), this.<TextArea>node("#transcript").getText())) {
                assertTrue(shown.contains("<img src=x>") && shown.contains("\\u{202e}"), shown);
                assertTrue(shown.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), shown);
            }
            interact(() -> this.<TabPane>node(".tab-pane").getSelectionModel().select(1));
            TableView<?> runs = node("#runs");
            assertEquals(1, runs.getItems().size());
        }
    }

    @Test
    void aListenerIsProbedFromTheTableAndAFailedProbeLeadsBack() throws IOException {
        int port;
        try (ServerSocket server = greeting("hello\r\n")) {
            port = server.getLocalPort();
            interact(() -> shell.open(Options.Screen.SOCKETS));
            fill("#search", "lport:" + port + " listen");
            TableView<?> table = node(".table-view");
            eventually("the listener", () -> table.getItems().size() == 1);
            interact(() -> table.getSelectionModel().select(0));
            interact(() -> table.requestFocus());
            press(KeyCode.P).release(KeyCode.P);
            eventually("its port", () -> this.<TextField>node("#port").getText().equals(Integer.toString(port)));
            assertEquals("127.0.0.1", this.<TextField>node("#host").getText());
        }
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually("CRITICAL", () -> text("#bannerWord").equals("CRITICAL"));
        interact(() -> this.<Button>node("#localSide").fire());
        eventually("its search", () -> this.<TextField>node("#search").getText().equals("lport:" + port));
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
