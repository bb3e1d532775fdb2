package dev.porthole.ui;

import dev.porthole.ui.kit.Theme;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Draws what the probe says of causes that are made for it on loopback, into `screenshots/`.
class FindingPicturesTest extends PictureTest {
    @InBothThemes
    void drawsWhyItDoesNotConnect(Theme.Choice theme) throws Exception {
        open(Options.Screen.PROBE, theme, 1280, 800);
        type("#timeout", "2");
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

    private void probe(String host, int port, String cause) {
        type("#host", host);
        type("#port", Integer.toString(port));
        clickOn("#run");
        eventually(cause, () -> text(".finding-title").contains(cause));
    }
}
