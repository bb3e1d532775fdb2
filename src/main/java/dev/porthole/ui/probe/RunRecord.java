package dev.porthole.ui.probe;

import dev.porthole.engine.ProbeResult;
import dev.porthole.probe.Part;
import dev.porthole.probe.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// What is kept of a run: nothing that was said in it.
record RunRecord(
        int number, Instant started, String target, Verdict verdict, Duration total, Map<Part, Duration> parts) {
    static RunRecord of(int number, ProbeResult result) {
        Map<Part, Duration> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            result.trace().time(part).ifPresent(time -> parts.put(part, time));
        }
        return new RunRecord(
                number,
                result.started(),
                result.spec().target().toString(),
                result.verdict(),
                result.trace().elapsed(),
                Map.copyOf(parts));
    }
}
