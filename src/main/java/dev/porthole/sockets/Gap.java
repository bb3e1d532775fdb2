package dev.porthole.sockets;

/// Something that could not be read. It travels with the reading to the screen, so that a missing row or owner is never
/// taken for a fact.
///
/// @param subject what was to be read, as the system names it: a file, a source
/// @param count how many things are missing, at least 1
/// @param detail the system's own words, or empty when the kind says it all
public record Gap(Kind kind, String subject, int count, String detail) {
    public Gap {
        if (count < 1) {
            throw new IllegalArgumentException("a gap misses at least one thing, not " + count);
        }
    }

    public enum Kind {
        /// A source of sockets that does not work on this machine; another one stood in.
        SOURCE_REFUSED,
        /// A table that exists and could not be read: rows are missing.
        TABLE_UNREADABLE,
        /// A table that changed while it was read, or came cut short: rows may be missing.
        TABLE_INCOMPLETE,
        /// Lines that follow no known form: rows are missing.
        LINE_GARBLED,
        /// Processes whose open files this user may not see: owners are missing.
        PROCESS_HIDDEN
    }

    /// Whether rows of the table may be missing, rather than only their owners.
    public boolean missesRows() {
        return switch (kind) {
            case TABLE_UNREADABLE, TABLE_INCOMPLETE, LINE_GARBLED -> true;
            case SOURCE_REFUSED, PROCESS_HIDDEN -> false;
        };
    }
}
