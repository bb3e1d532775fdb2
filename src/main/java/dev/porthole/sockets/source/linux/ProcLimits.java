package dev.porthole.sockets.source.linux;

import dev.porthole.counts.PortRange;
import dev.porthole.counts.SystemLimits;
import dev.porthole.sockets.source.LimitsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// `ip_local_port_range` (ip(7)) and `file-max` (proc_sys_fs(5)) of `/proc/sys`.
public final class ProcLimits implements LimitsSource {
    private final Path sys;

    /// @param proc `/proc`, or a folder of the same form
    public ProcLimits(Path proc) {
        sys = proc.resolve("sys");
    }

    @Override
    public SystemLimits read() {
        return new SystemLimits(ephemeralPorts(text("net/ipv4/ip_local_port_range")), openFiles(text("fs/file-max")));
    }

    /// Two ports between tabs: `32768	60999`.
    static Optional<PortRange> ephemeralPorts(String text) {
        String[] ports = text.strip().split("\\s+", -1);
        if (ports.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PortRange(Integer.parseInt(ports[0]), Integer.parseInt(ports[1])));
        } catch (IllegalArgumentException notARange) {
            return Optional.empty();
        }
    }

    static OptionalLong openFiles(String text) {
        try {
            long most = Long.parseUnsignedLong(text.strip());
            // Above the sign there is no bound that could be reached.
            return most == 0 ? OptionalLong.empty() : OptionalLong.of(most < 0 ? Long.MAX_VALUE : most);
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    private String text(String file) {
        try {
            return Files.readString(sys.resolve(file));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
