package dev.porthole.ui.probe;

import dev.porthole.threshold.Severity;

/// How a severity is shown: never by colour alone.
///
/// @param word the style's name
record Look(String word, String icon) {
    static Look of(Severity severity) {
        return switch (severity) {
            case OK -> new Look("ok", "fth-check-circle");
            case WARNING -> new Look("warning", "fth-alert-triangle");
            case CRITICAL -> new Look("critical", "fth-x-octagon");
            case UNKNOWN -> new Look("unknown", "fth-help-circle");
        };
    }
}
