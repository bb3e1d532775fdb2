package dev.porthole.ui;

import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws what the probe says of causes that are made for it on loopback, into `screenshots/`.
@Tag("screenshots")
class FindingPicturesTest extends WindowTest {
    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void drawsWhyItDoesNotConnect(Theme.Choice theme) throws Exception {
        open(Options.Screen.PROBE, theme, 1280, 800);
        fill("#timeout", "2");
        int port;
        try (ServerSocketChannel four = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
            four.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0));
            port = four.socket().getLocalPort();
            probe("::1", port, "your listener is on 0.0.0.0 only");
            draw("finding-family", theme);
        }
        probe("127.0.0.1", port, "is gone");
        draw("finding-gone", theme);
        drawAFullQueue(theme);
    }

    @SuppressWarnings("try")
    private void drawAFullQueue(Theme.Choice theme) throws Exception {
        try (ServerSocket idle = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                SocketChannel first = calling(idle);
                SocketChannel second = calling(idle);
                SocketChannel third = calling(idle)) {
            probe("127.0.0.1", idle.getLocalPort(), "is full");
            draw("finding-queue", theme);
        }
    }

    private static SocketChannel calling(ServerSocket listener) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(listener.getLocalSocketAddress());
        return channel;
    }

    private void probe(String host, int port, String cause) {
        fill("#host", host);
        fill("#port", Integer.toString(port));
        clickOn("#run");
        eventually(cause, () -> text(".finding-title").contains(cause));
    }

    private void fill(String field, String text) {
        interact(() -> this.<TextField>node(field).setText(text));
    }

    private void draw(String name, Theme.Choice theme) {
        Path file = Path.of("screenshots", name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
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
}
