package dev.porthole.engine;

import dev.porthole.probe.wire.SystemErrors;
import dev.porthole.sockets.source.linux.ffi.ErrorTexts;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The numbers of the C library's error texts, read when the first is asked for: most probes need none. They are
/// Linux's; elsewhere, and where Java makes no native calls, none is known.
final class ErrorNumbers implements SystemErrors {
    private @Nullable Map<String, Integer> numbers;

    @Override
    public synchronized OptionalInt numberOf(String text) {
        Map<String, Integer> known = numbers;
        if (known == null) {
            known = read();
            numbers = known;
        }
        Integer number = known.get(text);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Map<String, Integer> read() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return Map.of();
        }
        try {
            return ErrorTexts.read();
        } catch (IllegalStateException noNativeCalls) {
            return Map.of();
        }
    }
}
