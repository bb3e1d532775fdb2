package dev.porthole.diagnosis.source;

import java.util.Optional;
import java.util.OptionalLong;

/// Reads what `/proc/PID` (proc(5)) says of a process's health.
final class ProcessFiles {
    private static final int NET_BIND_SERVICE = 10;

    private ProcessFiles() {}

    /// A field of `status` by its name, without blanks around it.
    static Optional<String> field(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /// `T (stopped)` is `T`.
    static Optional<Character> state(String status) {
        return field(status, "State").filter(text -> !text.isEmpty()).map(text -> text.charAt(0));
    }

    /// Whether the effective capabilities hold `CAP_NET_BIND_SERVICE`.
    static Optional<Boolean> mayBindLow(String status) {
        return field(status, "CapEff")
                .filter(hex -> hex.matches("[0-9a-fA-F]{1,16}"))
                .map(hex -> ((Long.parseUnsignedLong(hex, 16) >>> NET_BIND_SERVICE) & 1) == 1);
    }

    /// The soft limit of open files in `limits`; `unlimited` is as large as can be.
    static OptionalLong openFiles(String limits) {
        return limits.lines()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.substring("Max open files".length()).strip().split("\\s+", -1)[0])
                .filter(word -> word.matches("\\d{1,18}|unlimited"))
                .mapToLong(word -> word.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(word))
                .findFirst();
    }
}
