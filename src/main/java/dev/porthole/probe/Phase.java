package dev.porthole.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One part of a run with its start and end; a fault ends the run.
public sealed interface Phase {
    Span span();

    @Nullable
    Fault fault();

    /// A wait that the spec asked for, before the call or within the dialogue.
    record Delay(Span span, @Nullable Fault fault) implements Phase {}

    /// The addresses of the name, in the order of the system.
    record Resolve(
            Span span, List<Address> addresses, @Nullable Fault fault) implements Phase {
        public Resolve {
            addresses = List.copyOf(addresses);
        }
    }

    /// One attempt per address that was tried, in order of their starts.
    record Connect(
            Span span, List<Attempt> attempts, @Nullable Fault fault) implements Phase {
        public Connect {
            attempts = List.copyOf(attempts);
        }
    }

    /// The plain dialogue before TLS, both sides of it.
    record Negotiation(
            Span span, List<Utterance> said, @Nullable Fault fault) implements Phase {
        public Negotiation {
            said = List.copyOf(said);
        }

        /// All that the server said, as it came.
        public Bytes heard() {
            return Bytes.joined(said.stream()
                    .filter(each -> each.speaker() == Utterance.Speaker.SERVER)
                    .map(Utterance::bytes)
                    .toList());
        }
    }

    /// `facts` are absent if the handshake did not come to its end.
    record Handshake(
            Span span, @Nullable TlsFacts facts, @Nullable Fault fault) implements Phase {}

    /// `sent` is the part that was handed to the system.
    record Send(Span span, Bytes sent, @Nullable Fault fault) implements Phase {}

    /// `firstByte` runs to the arrival of the first data and is absent if none came.
    record Expect(
            Span span,
            Bytes received,
            @Nullable Span firstByte,
            @Nullable Fault fault) implements Phase {}

    record Quit(Span span, Bytes sent, @Nullable Fault fault) implements Phase {}
}
