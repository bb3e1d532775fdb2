package dev.porthole.sockets.source;

import dev.porthole.counts.SystemLimits;

/// What bounds the number of sockets on this machine.
@FunctionalInterface
public interface LimitsSource {
    /// As of now, since an administrator may change it; what cannot be read is absent.
    SystemLimits read();
}
