package dev.porthole.counts;

/// The numbers of a scope over time. A time at which nothing was read is left out. Whoever gets the arrays leaves them
/// as they are.
public final class Series {
    private final int step;
    private final long[] seconds;
    private final int[] values;
    private final int[] peaks;

    Series(int step, long[] seconds, int[] values, int[] peaks) {
        this.step = step;
        this.seconds = seconds;
        this.values = values;
        this.peaks = peaks;
    }

    public int size() {
        return seconds.length;
    }

    /// Seconds from one time to the next, where nothing is left out.
    public int step() {
        return step;
    }

    /// Times in ascending order: seconds of the epoch.
    public long[] seconds() {
        return seconds;
    }

    /// What the last reading of each step counted.
    public int[] values() {
        return values;
    }

    /// The highest count within each step; where a scope has several groups an upper bound.
    public int[] peaks() {
        return peaks;
    }
}
