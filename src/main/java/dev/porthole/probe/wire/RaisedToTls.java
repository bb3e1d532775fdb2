package dev.porthole.probe.wire;

import dev.porthole.probe.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A handshake, the line that it made if it may be used, and whom the server takes if it asked for a certificate of
/// ours and got none.
record RaisedToTls(
        Phase.Handshake phase,
        @Nullable Line line,
        @Nullable List<String> askedInVain) {
    boolean askedForClient() {
        return phase.facts() != null && phase.facts().agreed().askedWho();
    }
}
