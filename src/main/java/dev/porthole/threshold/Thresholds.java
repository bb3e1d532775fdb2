package dev.porthole.threshold;

/// When a value is a warning and when it is critical. The critical range is asked first.
public record Thresholds(Range warning, Range critical) {
    /// Nothing alerts.
    public static final Thresholds NONE = new Thresholds(Range.NONE, Range.NONE);

    /// Reads both ranges.
    ///
    /// @throws InvalidRange for the first of the two that is none
    public static Thresholds parse(String warning, String critical) throws InvalidRange {
        return new Thresholds(Range.parse(warning), Range.parse(critical));
    }

    public Severity judge(double value) {
        if (critical.alerts(value)) {
            return Severity.CRITICAL;
        }
        return warning.alerts(value) ? Severity.WARNING : Severity.OK;
    }
}
