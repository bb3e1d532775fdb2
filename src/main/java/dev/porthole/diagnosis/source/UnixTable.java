package dev.porthole.diagnosis.source;

import java.util.List;

/// Reads `/proc/net/unix` (`net/unix/af_unix.c`): `Num RefCount Protocol Flags Type St Inode Path`.
final class UnixTable {
    /// `__SO_ACCEPTCON`: it listens.
    private static final String LISTENS = "00010000";

    private static final int COLUMNS = 8;

    private UnixTable() {}

    /// Paths on which somebody listens. Abstract names, which begin with `@`, are no paths.
    static List<String> listeners(String text) {
        return text.lines()
                .skip(1)
                .map(line -> line.strip().split("\\s+", COLUMNS))
                .filter(field -> field.length == COLUMNS && field[3].equals(LISTENS) && field[7].startsWith("/"))
                .map(field -> field[7])
                .distinct()
                .toList();
    }
}
