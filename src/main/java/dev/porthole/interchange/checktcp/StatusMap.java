package dev.porthole.interchange.checktcp;

import dev.porthole.threshold.Severity;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// `--status-as`: which status to report as which.
final class StatusMap {
    private StatusMap() {}

    /// @throws UsageError with the line that check-tcp prints
    static Map<Severity, Severity> parse(String text) {
        var map = new EnumMap<Severity, Severity>(Severity.class);
        if (text.isEmpty()) {
            return map;
        }
        for (String pair : text.toUpperCase(Locale.ROOT).split(",", -1)) {
            String[] sides = pair.split("=", -1);
            if (sides.length != 2 || !isStatus(sides[0]) || !isStatus(sides[1])) {
                throw new UsageError("invalid status map: " + text);
            }
            if (map.put(Severity.valueOf(sides[0]), Severity.valueOf(sides[1])) != null) {
                throw new UsageError("duplicate status in map: " + sides[0]);
            }
        }
        return map;
    }

    private static boolean isStatus(String word) {
        return switch (word) {
            case "OK", "WARNING", "CRITICAL", "UNKNOWN" -> true;
            default -> false;
        };
    }
}
