package dev.porthole.ui;

import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Sparkline;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/// The table of sockets.
class SocketPicturesTest extends PictureTest {
    private static final Settings WITH_DETAILS = new Settings(Map.of("sockets.inspector", "true"));

    @InBothThemes
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
    @InBothThemes
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

    @InBothThemes
    void drawsVeryManySockets(Theme.Choice theme) throws Exception {
        openBusy(theme, 1920, 1000, 100_000);
        type("#search", "worker-1 addr:10.0.0.0/16");
        TableView<?> table = node(".table-view");
        eventually("fewer rows", () -> table.getItems().size() < 90_000);
        eventually("a mark", () -> IntStream.range(0, 30)
                .anyMatch(row -> !"".equals(table.getColumns().getFirst().getCellData(row))));
        draw("sockets-100000", theme);
    }

    @InBothThemes
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

    @InBothThemes
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

    @InBothThemes
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
}
