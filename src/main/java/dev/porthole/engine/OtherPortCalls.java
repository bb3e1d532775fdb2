package dev.porthole.engine;

import dev.porthole.diagnosis.PortAnswer;
import dev.porthole.diagnosis.PortCalls;
import dev.porthole.diagnosis.Told;
import dev.porthole.diagnosis.source.OtherPorts;
import dev.porthole.net.IpAddress;
import dev.porthole.probe.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Calls a few other ports of silent hosts, and remembers what they said for the rest of a series.
final class OtherPortCalls {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final String TOO_SHORT = "they were not called, the probe was over before";
    private static final String SWITCHED_OFF = "they were not called, that is switched off";

    private final Map<IpAddress, Call> earlier = new ConcurrentHashMap<>();

    /// One host; answers come in while it is read.
    private record Call(IpAddress host, List<Integer> ports, Queue<PortAnswer> answers, Instant time, long began) {
        PortCalls told(Duration wait) {
            Duration longest = wait.compareTo(LIMIT) < 0 ? wait : LIMIT;
            return new PortCalls(host, ports, new ArrayList<>(answers), time, longest);
        }
    }

    /// The calls of one probe.
    Round round(OtherPortPolicy policy, Target target) {
        if (policy == OtherPortPolicy.CALL) {
            earlier.clear();
        }
        return new Round(policy, target instanceof Target.Tcp(var address) ? address.port() : 0);
    }

    final class Round {
        private final OtherPortPolicy policy;
        private final int asked;
        private final Map<IpAddress, Call> calls = new LinkedHashMap<>();

        private Round(OtherPortPolicy policy, int asked) {
            this.policy = policy;
            this.asked = asked;
        }

        /// Of each host once, whatever is called how often.
        void call(IpAddress host) {
            if (policy == OtherPortPolicy.NEVER || calls.containsKey(host)) {
                return;
            }
            calls.put(host, earlier.computeIfAbsent(host, this::begin));
        }

        private Call begin(IpAddress host) {
            List<Integer> ports = OtherPorts.besides(asked);
            var call = new Call(host, ports, new ConcurrentLinkedQueue<>(), Instant.now(), System.nanoTime());
            OtherPorts.call(host, ports, LIMIT, call.answers()::add);
            return call;
        }

        /// What came of it until now.
        Told<List<PortCalls>> answers() {
            if (policy == OtherPortPolicy.NEVER) {
                return Told.unknown(SWITCHED_OFF);
            }
            long now = System.nanoTime();
            return calls.isEmpty()
                    ? Told.unknown(TOO_SHORT)
                    : Told.of(calls.values().stream()
                            .map(call -> call.told(Duration.ofNanos(now - call.began())))
                            .toList());
        }
    }
}
