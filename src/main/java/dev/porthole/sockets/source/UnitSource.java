package dev.porthole.sockets.source;

import dev.porthole.sockets.Unit;
import java.util.Map;

/// Which services and containers the control groups of this machine are.
@FunctionalInterface
public interface UnitSource {
    /// By the number that [dev.porthole.sockets.Figure#CGROUP] gives. Walks over all groups, for milliseconds; what
    /// cannot be seen is absent.
    Map<Long, Unit> search();
}
