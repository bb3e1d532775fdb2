package dev.porthole.ui.counts;

/// Which time the chart shows. Seconds of the epoch.
///
/// @param live whether it ends now, and goes on with the time
record ChartRange(double from, double to, boolean live) {
    private static final double SHORTEST = 10;
    private static final double LONGEST = ChartSpan.WEEK.seconds();

    static ChartRange live(ChartSpan span, double now) {
        return new ChartRange(now - span.seconds(), now, true);
    }

    double length() {
        return to - from;
    }

    /// As of a later time.
    ChartRange at(double now) {
        return live ? new ChartRange(now - length(), now, true) : this;
    }

    /// Shorter or longer by a factor, around a place between 0 (the left edge) and 1.
    ChartRange zoomed(double factor, double place, double now) {
        double length = Math.clamp(length() * factor, SHORTEST, LONGEST);
        double centre = from + place * length();
        return within(centre - place * length, length, now);
    }

    /// What lies between two places.
    ChartRange between(double first, double second, double now) {
        double left = from + Math.min(first, second) * length();
        return within(left, Math.max(SHORTEST, Math.abs(second - first) * length()), now);
    }

    /// Later by so much of its length.
    ChartRange moved(double part, double now) {
        return within(from + part * length(), length(), now);
    }

    /// Nothing is remembered beyond a week, and nothing known of the future.
    private static ChartRange within(double from, double length, double now) {
        double start = Math.clamp(from, now - LONGEST, now - length);
        return new ChartRange(start, start + length, false);
    }
}
