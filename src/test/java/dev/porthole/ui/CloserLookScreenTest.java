package dev.porthole.ui;

import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Theme;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Rows in sight are looked up between two readings.
@Tag("window")
@EnabledOnOs(OS.LINUX)
class CloserLookScreenTest extends WindowTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @Test
    @SuppressWarnings("try")
    void aRowTellsMoreThanTheReadings() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket(LOOPBACK, server.getLocalPort());
                Socket accepted = server.accept()) {
            String search = "state:established lport:" + accepted.getLocalPort();
            open(Options.Screen.SOCKETS, Theme.Choice.LIGHT, 1280, 800, new Settings(Map.of("sockets.search", search)));
            List<String> rows = new ArrayList<>();
            List<String> readings = new ArrayList<>();
            eventually("more news than readings", () -> {
                client.getOutputStream().write(7);
                note(rows, tableText());
                note(readings, this.<StatusBar>node("#status").getText());
                return rows.size() >= 8 && rows.size() >= 3 * readings.size();
            });
        }
    }

    private static void note(List<String> seen, String text) {
        if (seen.isEmpty() || !seen.getLast().equals(text)) {
            seen.add(text);
        }
    }
}
