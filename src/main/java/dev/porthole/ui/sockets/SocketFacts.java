package dev.porthole.ui.sockets;

import dev.porthole.net.Endpoint;
import dev.porthole.net.SafeText;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Holdings;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessFacts;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.Fact;
import dev.porthole.ui.kit.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A socket and its process as names and values for the inspector.
final class SocketFacts {
    private SocketFacts() {}

    static String title(SocketEntry entry) {
        return entry.state() == SocketState.NONE
                ? entry.protocol().word()
                : entry.state().name();
    }

    static String subtitle(SocketEntry entry) {
        return entry.local() + entry.remote().map(remote -> "  →  " + remote).orElse("");
    }

    static List<Fact> of(SocketEntry entry) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("inspector.protocol", entry.protocol().word()));
        facts.add(Fact.of("inspector.local", entry.local().toString()));
        facts.add(Fact.of(
                "inspector.remote",
                entry.remote().map(Endpoint::toString).orElseGet(() -> Messages.text("inspector.no-remote"))));
        // What a listener's queues hold is told with its backlog.
        if (entry.state() != SocketState.LISTEN) {
            facts.add(Fact.of("inspector.receive-queue", bytes(entry.receiveQueue())));
            facts.add(Fact.of("inspector.send-queue", bytes(entry.sendQueue())));
        }
        facts.add(Fact.of("inspector.user", told(entry.user())));
        UnitFact.of(entry).ifPresent(facts::add);
        return facts;
    }

    static List<Fact> of(Owner.Known owner, ProcessFacts process, Instant now, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("inspector.path", told(process.path())));
        facts.add(Fact.of("inspector.command", told(process.commandLine())));
        facts.add(Fact.of("inspector.process-user", told(owner.first().user())));
        facts.add(Fact.of(
                "inspector.started",
                told(process.started() == null ? null : ClockText.since(process.started(), now, zone))));
        facts.add(Fact.of(
                "inspector.parent",
                told(process.parentPid() == null ? null : process.parentPid().toString())));
        if (owner.processes().size() > 1) {
            facts.add(Fact.of(
                    "inspector.also-held",
                    owner.processes().stream().skip(1).map(SocketFacts::name).collect(Collectors.joining(", "))));
        }
        return facts;
    }

    static Fact of(Holdings held) {
        String states = held.byState().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(state -> state.getValue() + " " + state(state.getKey()))
                .collect(Collectors.joining(", "));
        return Fact.of(
                "end.holds",
                held.total() == 0
                        ? Messages.text("end.holds.none")
                        : Messages.text("end.holds.some", held.total(), states));
    }

    /// A UDP socket has no state to name.
    private static String state(SocketState state) {
        return state == SocketState.NONE ? "UDP" : state.name();
    }

    static String name(ProcessRef process) {
        String name = process.name() == null ? Messages.text("inspector.unnamed") : SafeText.readable(process.name());
        return Messages.text("inspector.process", name, Long.toString(process.pid()));
    }

    private static String bytes(OptionalLong queue) {
        return queue.isPresent()
                ? Messages.text("inspector.bytes", queue.getAsLong())
                : Messages.text("inspector.not-told");
    }

    private static String told(@Nullable String text) {
        return text == null ? Messages.text("inspector.not-told") : SafeText.readable(text);
    }
}
