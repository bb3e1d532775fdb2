package dev.porthole.engine;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;
import java.time.Duration;
import java.util.List;

/// A finished probe with the reasons for what became of it.
///
/// @param findings the surest first; empty if all is well, or if nothing could be found
/// @param waited from the end of the probe until the findings were there
public record Explanation(ProbeResult result, Evidence evidence, List<Finding> findings, Duration waited) {
    public Explanation {
        findings = List.copyOf(findings);
    }
}
