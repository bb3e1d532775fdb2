package dev.porthole.engine;

/// Whether an explainer may call ports 22, 80 and 443 of a host that stays silent.
public enum OtherPortPolicy {
    /// Of each silent host, once.
    CALL,
    /// In a series: not of a host that was called since the last [#CALL]; what it said then still counts.
    CALL_ONCE,
    NEVER
}
