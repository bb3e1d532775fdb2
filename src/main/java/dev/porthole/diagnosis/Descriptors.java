package dev.porthole.diagnosis;

/// Open files of a process.
///
/// @param limit how many it may have (`RLIMIT_NOFILE`, soft)
public record Descriptors(long used, long limit) {
    /// `accept` needs one more. A process that reached its limit and closed a file meanwhile is near enough.
    public boolean areExhausted() {
        return used >= limit - 1;
    }
}
