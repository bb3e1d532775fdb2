package dev.porthole.probe;

import java.time.Duration;

/// One move of the dialogue after the connection stands.
public sealed interface Step {
    record Send(Bytes bytes) implements Step {}

    /// Says nothing and reads nothing for so long.
    record Wait(Duration length) implements Step {}

    /// Reads an answer. One that follows another without a [Send] between reads on after what that one found.
    record Expect(Wanted wanted, Reading reading) implements Step {
        public Expect(Regex pattern, Reading reading) {
            this(Wanted.of(pattern), reading);
        }
    }

    /// From here on, an answer in which `pattern` is found fails at once.
    record Reject(Regex pattern) implements Step {}

    /// Raises the connection to TLS, in the words of a protocol; it leads that dialogue from the greeting on.
    record RaiseToTls(StartTls protocol, TlsSpec tls) implements Step {}

    /// A goodbye, said when all else went well; its failure does not change the verdict.
    record Quit(Bytes bytes) implements Step {}
}
