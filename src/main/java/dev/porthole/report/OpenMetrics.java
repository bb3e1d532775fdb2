package dev.porthole.report;

import dev.porthole.counts.StateCounts;
import dev.porthole.counts.Tally;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Counts in the text format of [OpenMetrics 1.0](https://prometheus.io/docs/specs/om/open_metrics_spec/), which
/// Prometheus also reads as its own. What the system does not tell has no sample.
public final class OpenMetrics {
    private final Appendable out;

    private OpenMetrics(Appendable out) {
        this.out = out;
    }

    public static void write(Tally tally, Appendable out) throws IOException {
        new OpenMetrics(out).write(tally);
    }

    private void write(Tally tally) throws IOException {
        StateCounts counts = tally.counts();
        family("porthole_sockets", "Sockets by type and state.");
        for (Protocol type : Protocol.values()) {
            for (SocketState state : SocketState.values()) {
                if (SocketCells.isShown(counts, type, state)) {
                    out.append("porthole_sockets{type=\"" + type.word() + "\",state=\"" + state.name() + "\"} "
                            + counts.count(type, state) + "\n");
                }
            }
        }
        gauge(
                "porthole_sockets_complete",
                "1 if all tables were read, 0 if sockets are missing.",
                tally.complete() ? 1 : 0);
        gauge("porthole_loopback_sockets", "Sockets with both ends on this machine.", counts.loopback());
        gauge("porthole_time_wait_ports", "Ephemeral ports that TIME_WAIT keeps.", asLong(tally.timeWaitPorts()));
        var ports = tally.limits().ephemeralPorts();
        gauge(
                "porthole_ephemeral_ports",
                "Ports in the ephemeral range.",
                ports.isPresent() ? OptionalLong.of(ports.get().size()) : OptionalLong.empty());
        gauge(
                "porthole_full_accept_queues",
                "Listeners whose accept queue is full.",
                asLong(counts.fullAcceptQueues()));
        gauge(
                "porthole_open_files_limit",
                "Files that may be open on this machine.",
                tally.limits().openFiles());
        out.append("# EOF\n");
    }

    private static OptionalLong asLong(OptionalInt value) {
        return value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty();
    }

    private void gauge(String name, String help, long value) throws IOException {
        gauge(name, help, OptionalLong.of(value));
    }

    private void gauge(String name, String help, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            family(name, help);
            out.append(name + " " + value.getAsLong() + "\n");
        }
    }

    private void family(String name, String help) throws IOException {
        out.append("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n");
    }
}
