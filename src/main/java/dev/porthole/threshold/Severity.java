package dev.porthole.threshold;

/// How serious a result is, with the exit code of the
/// [Nagios plugin guidelines](https://nagios-plugins.org/doc/guidelines.html).
public enum Severity {
    OK(0),
    WARNING(1),
    CRITICAL(2),
    UNKNOWN(3);

    private final int exitCode;

    Severity(int exitCode) {
        this.exitCode = exitCode;
    }

    /// 0 to 3.
    public int exitCode() {
        return exitCode;
    }

    /// The graver of the two. What is known to be bad goes before what is not known.
    public Severity worse(Severity other) {
        return weight() >= other.weight() ? this : other;
    }

    /// `[WARNING]`, as it stands behind a number.
    public String badge() {
        return "[" + name() + "]";
    }

    private int weight() {
        return switch (this) {
            case OK -> 0;
            case UNKNOWN -> 1;
            case WARNING -> 2;
            case CRITICAL -> 3;
        };
    }
}
