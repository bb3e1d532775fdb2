package dev.porthole.engine;

import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Trace;
import dev.porthole.probe.Verdict;
import java.time.Instant;

/// A finished probe: what was asked, when it began, what happened and what that means.
public record ProbeResult(ProbeSpec spec, Instant started, Trace trace, Verdict verdict) {}
