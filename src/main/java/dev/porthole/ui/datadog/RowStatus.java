package dev.porthole.ui.datadog;

import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.interchange.datadog.CheckResult.Misconfigured;
import dev.porthole.interchange.datadog.CheckResult.Resolved;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.CheckResult.Unresolved;
import dev.porthole.ui.kit.Messages;

/// How a row stands: an icon, a word, and the name of its colour in the style sheet.
enum RowStatus {
    NOT_RUN("fth-circle", "datadog.status.not-run", "idle"),
    WAITING("fth-clock", "datadog.status.waiting", "idle"),
    STOPPED("fth-slash", "datadog.status.stopped", "idle"),
    OK("fth-check-circle", "datadog.status.ok", "ok"),
    CRITICAL("fth-x-octagon", "datadog.status.critical", "critical"),
    UNRESOLVED("fth-help-circle", "datadog.status.unresolved", "unknown"),
    BROKEN("fth-alert-triangle", "datadog.status.broken", "warning"),
    NOT_CALLED("fth-minus-circle", "datadog.status.not-called", "idle");

    private final String icon;
    private final String key;
    private final String look;

    RowStatus(String icon, String key, String look) {
        this.icon = icon;
        this.key = key;
        this.look = look;
    }

    /// @param running whether results may still come
    static RowStatus of(CheckRow row, boolean running) {
        CheckResult result = row.result();
        if (result == null) {
            if (row.isLeftOut()) {
                return NOT_CALLED;
            }
            if (running) {
                return WAITING;
            }
            return row.address() == null ? NOT_RUN : STOPPED;
        }
        return switch (result) {
            case Tried tried -> tried.isUp() ? OK : CRITICAL;
            case Unresolved _ -> UNRESOLVED;
            case Misconfigured _ -> BROKEN;
            case Resolved _ -> WAITING;
        };
    }

    String icon() {
        return icon;
    }

    String word() {
        return Messages.text(key);
    }

    /// `ok`, `critical`, `unknown`, `warning` or `idle`.
    String look() {
        return look;
    }

    /// Whether a person is to look at it first.
    boolean isTrouble() {
        return this == CRITICAL || this == UNRESOLVED || this == BROKEN;
    }
}
