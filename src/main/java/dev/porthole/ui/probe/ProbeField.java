package dev.porthole.ui.probe;

/// The fields of the form that can be wrong.
enum ProbeField {
    HOST,
    PORT,
    EXPECT,
    TIMEOUT,
    WARNING,
    CRITICAL
}
