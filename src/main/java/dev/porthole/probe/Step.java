package dev.porthole.probe;

/// One move of the dialogue after the connection stands.
public sealed interface Step {
    record Send(Bytes bytes) implements Step {}

    record Expect(Regex pattern, Reading reading) implements Step {}

    /// A goodbye, said when all else went well; its failure does not change the verdict.
    record Quit(Bytes bytes) implements Step {}
}
