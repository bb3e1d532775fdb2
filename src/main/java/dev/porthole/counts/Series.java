package dev.porthole.counts;

/// The numbers of a scope over time. A time at which nothing was read is left out.
///
/// @param step seconds from one time to the next, where nothing is left out
/// @param seconds times in ascending order: seconds of the epoch
/// @param values what the last reading of each step counted
/// @param peaks the highest count within each step; where a scope has several groups an upper bound
public record Series(int step, long[] seconds, int[] values, int[] peaks) {
    public int size() {
        return seconds.length;
    }
}
