package dev.porthole.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porthole.ui.kit.Theme;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;

/// A Datadog file and the story of its checks.
class DatadogPicturesTest extends PictureTest {
    /// Needs a `localhost` that is `::1` first and `127.0.0.1` second, as most systems have it.
    @InBothThemes
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
}
