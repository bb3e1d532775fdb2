package dev.porthole.probe;

import dev.porthole.threshold.Severity;

/// The judgement of a run: how serious, a stable word for machines (`none` when all is well), and one sentence that is
/// fit to be shown.
public record Verdict(Severity severity, String cause, String headline) {}
