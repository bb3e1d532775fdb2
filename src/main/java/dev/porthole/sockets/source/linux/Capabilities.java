package dev.porthole.sockets.source.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which of root's rights this process has (capabilities(7)).
final class Capabilities {
    private static final int NET_ADMIN = 12;

    private final Path proc;

    /// @param proc `/proc`, or a folder of the same form
    Capabilities(Path proc) {
        this.proc = proc;
    }

    /// Whether it may change the network: `CAP_NET_ADMIN`. Where that cannot be read, the kernel is left to decide.
    boolean administersNetwork() {
        try {
            Path status = proc.resolve("self").resolve("status");
            return administersNetwork(Files.readString(status, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return true;
        }
    }

    /// @param status as in `/proc/self/status` (proc(5))
    static boolean administersNetwork(String status) {
        return status.lines()
                .filter(line -> line.matches("CapEff:\\s*[0-9a-f]{1,16}"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("CapEff:".length()).strip(), 16))
                .map(effective -> (effective & (1L << NET_ADMIN)) != 0)
                .findFirst()
                .orElse(true);
    }
}
