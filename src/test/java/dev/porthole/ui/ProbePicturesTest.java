package dev.porthole.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porthole.probe.wire.TestKeys;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;

/// The probe and its verdicts.
class ProbePicturesTest extends PictureTest {
    @InBothThemes
    void drawsTheProbe(Theme.Choice theme) throws Exception {
        open(Options.Screen.PROBE, theme, 1280, 800);
        draw("probe-empty", theme);
        try (ServerSocket server = greeting("220 mail.example.test ESMTP ready\r\n")) {
            probe("localhost", Integer.toString(server.getLocalPort()), "^220");
            eventually("OK", () -> text("#bannerWord").equals("OK"));
            draw("probe", theme);
            type("#warning", "0.000001");
            clickOn("#run");
            eventually("WARNING", () -> text("#bannerWord").equals("WARNING"));
            draw("probe-warning", theme);
            interact(() -> this.<TabPane>node(".tab-pane").getSelectionModel().select(1));
            interact(() -> this.<TableView<?>>node("#runs").getSelectionModel().selectAll());
            draw("probe-runs", theme);
            interact(() -> this.<TabPane>node(".tab-pane").getSelectionModel().select(0));
            type("#warning", "");
            interact(() -> this.<ComboBox<String>>node("#security").setValue("TLS"));
            clickOn("#run");
            eventually("CRITICAL", () -> text("#bannerWord").equals("CRITICAL"));
            draw("probe-plaintext", theme);
            interact(() -> this.<ComboBox<String>>node("#security").setValue("OFF"));
        }
        try (ServerSocket server = greeting("\u0001\u0002\u001b[31m\u00ff\u0000binary\u202e\r\n")) {
            probe("localhost", Integer.toString(server.getLocalPort()), "^220");
            eventually("CRITICAL", () -> text("#bannerText").contains("match"));
            draw("probe-binary", theme);
            interact(() -> this.<ToggleButton>node("#hex").fire());
            draw("probe-binary-hex", theme);
        }
        int closed;
        try (ServerSocket taken = new ServerSocket(0)) {
            closed = taken.getLocalPort();
        }
        probe("localhost", Integer.toString(closed), "^220");
        eventually("CRITICAL", () -> text("#bannerText").contains("refused"));
        draw("probe-refused", theme);
        probe("localhost:80:90", "70000", "(");
        eventually("the sentences", () -> lookup("#expect-wrong").query().isVisible());
        draw("probe-wrong", theme);
        type("#host", "https://münchen.example/path");
        type("#port", "");
        type("#send", "GET / HTTP/1.0\\r\\n\\r\\n");
        interact(() -> lookup(".titled-pane").queryAllAs(TitledPane.class).forEach(pane -> pane.setExpanded(true)));
        draw("probe-more", theme);
        interact(() -> this.<ScrollPane>node(".probe-form-scroll").setVvalue(1));
        draw("probe-more-below", theme);
    }

    /// A good certificate, one that has only expired, and one at which everything is wrong.
    @InBothThemes
    void drawsCertificates(Theme.Choice theme) throws Exception {
        Path roots = Files.write(
                Path.of("target", "authority.pem"),
                TestKeys.file("authority.pem").toArray());
        var greets = PlayedServer.greeting("220 mail.example.test ESMTP ready\r\n");
        try (var good = PlayedServer.of(PlayedServer.secured(TestKeys.context("served.p12"), false, greets));
                var old = PlayedServer.of(PlayedServer.secured(TestKeys.context("expired.p12"), false, greets));
                var door = PlayedServer.of(PlayedServer.secured(TestKeys.context("served.p12"), true, greets))) {
            open(Options.Screen.PROBE, theme, 1920, 1080);
            interact(() -> this.<ComboBox<String>>node("#security").setValue("TLS"));
            type("#authorities", roots.toString());
            type("#quit", "QUIT\\r\\n");
            probe("localhost", Integer.toString(good.port()), "^220");
            eventually("OK", () -> text("#bannerWord").equals("OK"));
            draw("probe-tls", theme);
            resize(1280, 800);
            probe("localhost", Integer.toString(old.port()), "^220");
            eventually("expired", () -> text("#bannerText").contains("expired"));
            awaitFindings();
            draw("probe-expired", theme);
            type("#authorities", "");
            probe("127.0.0.1", Integer.toString(old.port()), "^220");
            eventually("untrusted", () -> text("#bannerText").contains("not trusted"));
            awaitFindings();
            draw("probe-doubts", theme);
            resize(1920, 1080);
            draw("probe-doubts-large", theme);
            type("#authorities", roots.toString());
            probe("localhost", Integer.toString(door.port()), "^220");
            eventually("refused", () -> text("#bannerText").contains("certificate of the client"));
            draw("probe-client-certificate", theme);
        }
    }

    private void awaitFindings() {
        eventually("why", () -> lookup("#findings").query().isVisible());
    }

    /// A name whose first address is silent, as its queue is full; needs a `localhost` that is `::1` and `127.0.0.1`.
    @InBothThemes
    @SuppressWarnings("try")
    void drawsADeadFirstAddressAndACancel(Theme.Choice theme) throws Exception {
        assumeTrue(localhost().equals(List.of("0:0:0:0:0:0:0:1", "127.0.0.1")), "localhost is " + localhost());
        try (var live = PlayedServer.of(PlayedServer.greeting("220 mail.example.test ESMTP ready\r\n"));
                var dead = new ServerSocket(live.port(), 1, InetAddress.ofLiteral("::1"));
                SocketChannel first = calling(dead);
                SocketChannel second = calling(dead);
                SocketChannel third = calling(dead)) {
            open(Options.Screen.PROBE, theme, 1920, 1080);
            probe("localhost", Integer.toString(live.port()), "^220");
            eventually("WARNING", () -> text("#bannerWord").equals("WARNING"));
            awaitFindings();
            draw("probe-dead-first", theme);
            interact(() -> this.<ComboBox<String>>node("#addresses").setValue("ALL"));
            type("#timeout", "2");
            clickOn("#run");
            eventually("a run", () -> node("#run").isDisabled());
            eventually("its end", () -> !node("#run").isDisabled());
            eventually("WARNING", () -> text("#bannerWord").equals("WARNING"));
            awaitFindings();
            draw("probe-all-addresses", theme);
        }
        try (var silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            probe("127.0.0.1", Integer.toString(silent.getLocalPort()), "^220");
            eventually("running", () -> lookup("#running").query().isVisible());
            clickOn("#cancel");
            eventually("UNKNOWN", () -> text("#bannerWord").equals("UNKNOWN"));
            resize(1280, 800);
            draw("probe-cancelled", theme);
        }
    }

    private void probe(String host, String port, String expect) {
        type("#host", host);
        type("#port", port);
        type("#expect", expect);
        clickOn("#run");
    }

    /// Greets every caller and waits for its goodbye.
    private static ServerSocket greeting(String words) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofPlatform().daemon().start(() -> {
            while (!server.isClosed()) {
                try (Socket caller = server.accept()) {
                    caller.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
                    caller.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The caller has reset, or the test has closed the server.
                }
            }
        });
        return server;
    }
}
