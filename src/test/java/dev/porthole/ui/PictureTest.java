package dev.porthole.ui;

import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;

/// Draws `screenshots/` from the real window: `mvn -Pscreenshots test`.
@Tag("screenshots")
abstract class PictureTest extends WindowTest {
    private static final Path FOLDER = Path.of("screenshots");

    void draw(String name, Theme.Choice theme) throws IOException {
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

    void type(String field, String text) {
        interact(() -> this.<TextField>node(field).setText(text));
    }

    void resize(double width, double height) {
        interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        eventually("the size", () -> stage.getScene().getWidth() >= width - 20);
    }

    /// Does not wait for the answer, which the last ones never get.
    static SocketChannel calling(ServerSocket listener) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(listener.getLocalSocketAddress());
        return channel;
    }

    static List<String> localhost() throws IOException {
        return Arrays.stream(InetAddress.getAllByName("localhost"))
                .map(InetAddress::getHostAddress)
                .toList();
    }
}
