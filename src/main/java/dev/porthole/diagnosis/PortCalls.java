package dev.porthole.diagnosis;

import dev.porthole.net.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Other ports of a silent host that were called once each, to see whether it is up.
///
/// @param ports all that were called
/// @param answers what came back; a port that is missing here said nothing
/// @param time when they were called: in a series, during an earlier probe
/// @param waited for how long their answers were waited for
public record PortCalls(
        IpAddress address, List<Integer> ports, List<PortAnswer> answers, Instant time, Duration waited) {
    public PortCalls {
        ports = List.copyOf(ports);
        answers = List.copyOf(answers);
    }
}
