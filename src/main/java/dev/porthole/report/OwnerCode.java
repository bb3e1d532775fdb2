package dev.porthole.report;

import dev.porthole.sockets.Owner;
import java.util.Locale;
import java.util.Optional;

/// How files name an owner that is no process.
final class OwnerCode {
    private OwnerCode() {}

    /// `known`, `hidden` or `none`.
    static String status(Owner owner) {
        return switch (owner) {
            case Owner.Known known -> "known";
            case Owner.Hidden hidden -> "hidden";
            case Owner.None none -> "none";
        };
    }

    static Optional<Owner.Why> why(Owner owner) {
        return switch (owner) {
            case Owner.Known known -> Optional.empty();
            case Owner.Hidden hidden -> Optional.of(hidden.why());
            case Owner.None none -> Optional.of(none.why());
        };
    }

    /// `no_rights`, `time_wait`; empty for a known owner.
    static Optional<String> reason(Owner owner) {
        return why(owner).map(why -> why.name().toLowerCase(Locale.ROOT));
    }
}
