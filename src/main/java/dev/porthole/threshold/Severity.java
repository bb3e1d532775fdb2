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
}
