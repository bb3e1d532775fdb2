package dev.porthole.report;

import dev.porthole.probe.Phase;
import dev.porthole.probe.Trace;
import dev.porthole.probe.Utterance;
import dev.porthole.probe.Utterance.Speaker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What both sides of a probe said, fit to be shown, and to be kept in a log: what looks like a credential of ours is
/// told by its length alone.
final class ProbeDialogue {
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?i)\\b(pass|passwd|password|auth|authenticate|authorization|login|secret|token)\\b");

    /// More is not shown.
    private static final int SHOWN = 4096;

    private ProbeDialogue() {}

    /// One side's turn.
    ///
    /// @param bytes how many there were; `text` has at most 4 KB of them
    record Turn(Speaker by, int bytes, String text) {}

    static List<Turn> of(Trace trace) {
        List<Turn> turns = new ArrayList<>();
        for (Phase phase : trace.phases()) {
            switch (phase) {
                case Phase.Negotiation(var _, var said, var _) -> said.forEach(each -> add(each, false, turns));
                case Phase.Send(var _, var sent, var _) -> add(new Utterance(Speaker.PROBE, sent), true, turns);
                case Phase.Expect(var _, var heard, var _, var _) ->
                    add(new Utterance(Speaker.SERVER, heard), false, turns);
                case Phase.Quit(var _, var sent, var _) -> add(new Utterance(Speaker.PROBE, sent), true, turns);
                case Phase.Delay _, Phase.Resolve _, Phase.Connect _, Phase.Handshake _ -> {}
            }
        }
        return turns;
    }

    private static void add(Utterance said, boolean mayBeSecret, List<Turn> turns) {
        int length = said.bytes().length();
        if (length == 0) {
            return;
        }
        boolean hidden = mayBeSecret
                && CREDENTIAL
                        .matcher(new String(said.bytes().first(SHOWN).toArray(), StandardCharsets.ISO_8859_1))
                        .find();
        String text = hidden
                ? "(" + length + " bytes, not shown: they look like a credential)"
                : said.bytes().toString();
        turns.add(new Turn(said.speaker(), length, text));
    }
}
