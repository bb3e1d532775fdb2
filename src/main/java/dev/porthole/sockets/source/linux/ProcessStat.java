package dev.porthole.sockets.source.linux;

import java.util.Optional;

/// What `/proc/PID/stat` (proc(5)) says of a process.
///
/// @param name `comm`, 15 bytes at most
/// @param startTicks field 22: when it began, in clock ticks since boot
/// @param ended field 3 is Z or X: only its exit code is left, for its parent to fetch
record ProcessStat(String name, long startTicks, boolean ended) {
    private static final int START_FIELD_AFTER_NAME = 19;

    /// The name stands in parentheses and may hold blanks and parentheses: it ends at the last one.
    static Optional<ProcessStat> parse(String stat) {
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        if (open < 0 || close < open) {
            return Optional.empty();
        }
        String[] fields = stat.substring(close + 1).strip().split(" ", -1);
        if (fields.length <= START_FIELD_AFTER_NAME || !fields[START_FIELD_AFTER_NAME].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        boolean ended = fields[0].equals("Z") || fields[0].equalsIgnoreCase("X");
        return Optional.of(new ProcessStat(
                stat.substring(open + 1, close), Long.parseLong(fields[START_FIELD_AFTER_NAME]), ended));
    }
}
