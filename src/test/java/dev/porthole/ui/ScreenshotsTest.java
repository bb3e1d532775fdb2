package dev.porthole.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porthole.counts.CountRuleText;
import dev.porthole.counts.ReadyRules;
import dev.porthole.probe.wire.TestKeys;
import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Sparkline;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws `screenshots/` from the real window: `mvn -Pscreenshots test`.
@Tag("screenshots")
class ScreenshotsTest extends WindowTest {
    private static final Path FOLDER = Path.of("screenshots");
    private static final Settings WITH_DETAILS = new Settings(Map.of("sockets.inspector", "true"));

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void drawsTheSockets(Theme.Choice theme) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            open(Options.Screen.SOCKETS, theme, 1280, 800);
            draw("sockets", theme);
            String port = Integer.toString(listener.getLocalPort());
            type("#search", port + " listen");
            TableView<?> table = node(".table-view");
            eventually("the listener", () -> table.getItems().size() == 1);
            interact(() -> table.getSelectionModel().select(0));
            interact(() -> table.requestFocus());
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            eventually("its process", () -> lookup("#ownerFacts").query().isVisible());
            draw("inspector", theme);
            type("#search", "no such thing");
            eventually("nothing", () -> table.getItems().isEmpty());
            draw("sockets-empty", theme);
        }
    }

    /// Enough closed, new and changed rows on one screen: few sockets, of which many change.
    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void drawsWhatChanged(Theme.Choice theme) throws Exception {
        openBusy(theme, 1280, 800, 1_000);
        // The first slots of the machine get new sockets one after the other.
        type("#search", "rport:1-12,1001-1012");
        TableView<?> table = node(".table-view");
        eventually(
                "marks",
                () -> IntStream.range(0, table.getItems().size())
                                .mapToObj(row -> table.getColumns().getFirst().getCellData(row))
                                .distinct()
                                .count()
                        >= 4);
        interact(() -> table.getSelectionModel().select(3));
        eventually("the held order", () -> lookup("#orderHeld").query().isVisible());
        draw("sockets-changes", theme);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void drawsVeryManySockets(Theme.Choice theme) throws Exception {
        openBusy(theme, 1920, 1000, 100_000);
        type("#search", "worker-1 addr:10.0.0.0/16");
        TableView<?> table = node(".table-view");
        eventually("fewer rows", () -> table.getItems().size() < 90_000);
        eventually("a mark", () -> IntStream.range(0, 30)
                .anyMatch(row -> !"".equals(table.getColumns().getFirst().getCellData(row))));
        draw("sockets-100000", theme);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void drawsABusyConnection(Theme.Choice theme) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket server = listener.accept()) {
            Thread.ofPlatform().daemon().start(() -> pump(client));
            Thread.ofPlatform().daemon().start(() -> drain(server));
            open(Options.Screen.SOCKETS, theme, 1280, 800, WITH_DETAILS);
            type("#search", "lport:" + client.getLocalPort());
            TableView<?> table = node(".table-view");
            eventually("the connection", () -> table.getItems().size() == 1);
            interact(() -> table.getSelectionModel().select(0));
            eventually("a course", () -> this.<Sparkline>node(".sparkline").readings() >= 80);
            draw("connection", theme);
            resize(1920, 1080);
            type("#search", "");
            draw("connection-wide", theme);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    @SuppressWarnings("try")
    void drawsAFullAcceptQueue(Theme.Choice theme) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 2, InetAddress.ofLiteral("127.0.0.1"));
                SocketChannel first = calling(listener);
                SocketChannel second = calling(listener);
                SocketChannel third = calling(listener);
                SocketChannel fourth = calling(listener)) {
            open(Options.Screen.SOCKETS, theme, 1280, 800, WITH_DETAILS);
            type("#search", "backlog:full lport:" + listener.getLocalPort());
            TableView<?> table = node(".table-view");
            eventually("the listener", () -> table.getItems().size() == 1);
            interact(() -> table.getSelectionModel().select(0));
            eventually("its process", () -> lookup("#ownerFacts").query().isVisible());
            draw("accept-queue", theme);
        }
    }

    /// Does not wait for the answer, which the last ones never get.
    private static SocketChannel calling(ServerSocket listener) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(listener.getLocalSocketAddress());
        return channel;
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void drawsAQuery(Theme.Choice theme) throws Exception {
        List<Socket> ends = new ArrayList<>();
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            for (int connection = 0; connection < 12; connection++) {
                Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket server = listener.accept();
                ends.addAll(List.of(client, server));
                Thread.ofPlatform().daemon().start(() -> pump(client));
                Thread.ofPlatform().daemon().start(() -> drain(server));
            }
            open(Options.Screen.SOCKETS, theme, 1280, 800);
            type("#search", "proc:java state:established rtt:<5ms rate:>10K");
            TableView<?> table = node(".table-view");
            eventually("the connections", () -> table.getItems().size() >= 12);
            draw("query", theme);
            type("#search", "proc:java rtt:>50");
            eventually("what is wrong", () -> lookup("#searchWrong").query().isVisible());
            draw("query-wrong", theme);
        } finally {
            for (Socket end : ends) {
                end.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void drawsTheCounts(Theme.Choice theme) throws Exception {
        Settings rules = new Settings(Map.of(
                "counts.rule.1",
                CountRuleText.write(ReadyRules.CLOSE_WAIT_GROWS.rule()),
                "counts.rule.2",
                "name=Half-closed;types=tcp,tcp6;states=close_wait;measure=count;groups=sum;warn=5;crit=20;none=ok"
                        + ";need=1;of=1;margin=0"));
        try (Leak leak = new Leak()) {
            leak.grow(2);
            open(Options.Screen.COUNTS, theme, 1280, 800, rules);
            eventually(
                    "a course",
                    () -> this.<Sparkline>node("#cell-7-4 .sparkline").readings() >= 6);
            draw("counts", theme);
            interact(() -> shell.open(Options.Screen.SOCKETS));
            leak.grow(9);
            eventually("a note", () -> lookup("#alertNote").tryQuery().isPresent());
            draw("sockets-alert", theme);
            interact(() -> shell.open(Options.Screen.COUNTS));
            eventually("the alert", () -> lookup(".alert-card").tryQuery().isPresent());
            draw("counts-alert", theme);
            interact(() -> this.<ToggleButton>node("#asDiagram").fire());
            interact(() -> node("#node-CLOSE_WAIT").requestFocus());
            draw("counts-states", theme);
            interact(() -> this.<ToggleButton>node("#asTable").fire());
            interact(() -> node("#cell-7-4").requestFocus());
            interact(() -> this.<ToggleButton>node("#span-MINUTE").fire());
            draw("counts-chart", theme);
            interact(() -> stage.setWidth(1920));
            interact(() -> stage.setHeight(1080));
            draw("counts-large", theme);
            interact(() -> stage.setWidth(1280));
            interact(() -> stage.setHeight(800));
            interact(() -> this.<Button>node("#newRule").fire());
            type("#name", "Half-closed of IPv4");
            type("#warning", "0:5");
            type("#critical", "30:4o");
            draw("counts-rule-wrong", theme);
            type("#critical", "@30:40");
            eventually("the preview", () -> text("#preview").contains("have alerted"));
            draw("counts-rule", theme);
        }
    }

    /// Sends in waves until the other end is closed.
    private static void pump(Socket to) {
        try {
            for (int wave = 0; ; wave++) {
                to.getOutputStream().write(new byte[20_000 + 15_000 * (wave % 40)]);
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (IOException | InterruptedException e) {
            // The picture is drawn.
        }
    }

    private static void drain(Socket from) {
        try {
            from.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The picture is drawn.
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
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
    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
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
    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
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
            draw("probe-dead-first", theme);
            interact(() -> this.<ComboBox<String>>node("#addresses").setValue("ALL"));
            type("#timeout", "2");
            clickOn("#run");
            eventually(
                    "both",
                    () -> text("#bannerWord").equals("WARNING") && text("#when").contains("2"));
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

    private static List<String> localhost() throws IOException {
        return Arrays.stream(InetAddress.getAllByName("localhost"))
                .map(InetAddress::getHostAddress)
                .toList();
    }

    /// Needs a `localhost` that is `::1` first and `127.0.0.1` second, as most systems have it.
    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void drawsTheDatadogCheck(Theme.Choice theme) throws Exception {
        assumeTrue(localhost().equals(List.of("0:0:0:0:0:0:0:1", "127.0.0.1")), "localhost is " + localhost());
        try (ServerSocketChannel four = ServerSocketChannel.open(StandardProtocolFamily.INET);
                ServerSocket six = new ServerSocket(0, 5, InetAddress.ofLiteral("::1"))) {
            four.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0));
            Path file = Path.of("target", "conf.yaml");
            Files.writeString(file, story(four.socket().getLocalPort(), six.getLocalPort()));
            open(Options.Screen.PROBE, theme, 1280, 800);
            interact(() -> shell.openDatadog(file.toFile()));
            eventually("the preview", () -> !tableText().isEmpty());
            draw("datadog-preview", theme);
            press(KeyCode.F5).release(KeyCode.F5);
            eventually("the story", () -> text("#storyHeadline").contains("IPv4 only"));
            draw("datadog", theme);
            Files.writeString(file, "init_config:\ninstances:\n  - name: web\n   host: localhost\n");
            interact(() -> shell.openDatadog(file.toFile()));
            eventually("the sentence", () -> lookup("#wrong").query().isVisible());
            draw("datadog-wrong", theme);
        }
    }

    private static String story(int four, int six) {
        return """
                init_config:
                instances:
                  - name: qiita-sample-ec2-1
                    host: localhost
                    port: %d
                    collect_response_time: true
                    metric_patterns: {include: [tcp]}
                  - name: qiita-sample-ec2-2
                    host: localhost
                    port: %d
                    collect_response_time: true
                    tags: [team:web, env:prod]
                """.formatted(four, six);
    }

    private void probe(String host, String port, String expect) {
        type("#host", host);
        type("#port", port);
        type("#expect", expect);
        clickOn("#run");
    }

    private void type(String field, String text) {
        interact(() -> this.<TextField>node(field).setText(text));
    }

    private void resize(double width, double height) {
        interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        eventually("the size", () -> stage.getScene().getWidth() >= width - 20);
    }

    private void draw(String name, Theme.Choice theme) throws IOException {
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        interact(() -> {
            Platform.requestNextPulse();
            shell.root().applyCss();
            shell.root().layout();
        });
        eventually("the picture", () -> {
            Screenshot.write(stage.getScene(), file);
            return true;
        });
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
