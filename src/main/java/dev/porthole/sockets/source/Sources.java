package dev.porthole.sockets.source;

import dev.porthole.sockets.Gap;
import java.util.List;

/// The source that answers on this machine, the owners that go with it, and the sources that were tried before.
public record Sources(SocketSource sockets, OwnerSource owners, List<Gap> refusals) {
    public Sources {
        refusals = List.copyOf(refusals);
    }
}
