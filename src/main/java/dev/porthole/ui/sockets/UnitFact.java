package dev.porthole.ui.sockets;

import dev.porthole.net.SafeText;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.Unit;
import dev.porthole.ui.kit.Fact;
import dev.porthole.ui.kit.Messages;
import java.util.Optional;

/// The service or container in which a socket was made, in words.
final class UnitFact {
    private UnitFact() {}

    static Optional<Fact> of(SocketEntry entry) {
        return Optional.ofNullable(entry.unit()).map(unit -> Fact.of(key(unit.kind()), name(unit)));
    }

    /// A sentence for those who may not see the process; empty where the unit is unknown.
    static String sentence(SocketEntry entry) {
        return Optional.ofNullable(entry.unit())
                .map(unit -> " "
                        + Messages.text(
                                unit.kind() == Unit.Kind.CONTAINER
                                        ? "inspector.made-in.container"
                                        : "inspector.made-in",
                                name(unit)))
                .orElse("");
    }

    private static String name(Unit unit) {
        return SafeText.readable(unit.name());
    }

    private static String key(Unit.Kind kind) {
        return switch (kind) {
            case CONTAINER -> "inspector.container";
            case GROUP -> "inspector.group";
            case SERVICE, SCOPE, SLICE -> "inspector.unit";
        };
    }
}
