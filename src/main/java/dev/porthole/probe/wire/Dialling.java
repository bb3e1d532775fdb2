package dev.porthole.probe.wire;

import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.Span;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The end of a phase of connecting. Where every address is to be told, others may still be under way while the first
/// to answer is talked to.
///
/// @param line what carries the dialogue, null if nobody answered
/// @param rest waits for those under way, and gives all attempts
record Dialling(Phase.Connect phase, @Nullable Line line, Supplier<List<Attempt>> rest) {
    static Dialling done(Span span, List<Attempt> attempts, @Nullable Fault fault, @Nullable Line line) {
        return new Dialling(new Phase.Connect(span, attempts, fault), line, () -> attempts);
    }

    /// The phase with the end of every attempt; it is then over.
    Phase.Connect settled(Run run) {
        List<Attempt> all = rest.get();
        boolean cancelled = all.size() > phase.attempts().size() && run.abort().reason() == Abort.Reason.CANCELLED;
        return new Phase.Connect(phase.span(), all, cancelled ? new Fault.Cancelled() : phase.fault());
    }
}
