package dev.porthole.ui.probe;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.Trace;
import dev.porthole.probe.Utterance.Speaker;
import dev.porthole.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;

/// What both sides said, in order; fit to be shown and copied.
record Transcript(List<Said> all) {
    static final Transcript NONE = new Transcript(List.of());

    private static final int LONGEST_TEXT = 4096;

    /// @param hidden whether it is only to be counted
    record Said(Speaker speaker, Bytes bytes, boolean hidden) {}

    static Transcript of(Trace trace, boolean secret) {
        List<Said> all = new ArrayList<>();
        for (Phase phase : trace.phases()) {
            switch (phase) {
                case Phase.Negotiation negotiation ->
                    negotiation.said().forEach(each -> all.add(new Said(each.speaker(), each.bytes(), false)));
                case Phase.Send send -> all.add(new Said(Speaker.PROBE, send.sent(), secret));
                case Phase.Expect expect -> all.add(new Said(Speaker.SERVER, expect.received(), false));
                case Phase.Quit quit -> all.add(new Said(Speaker.PROBE, quit.sent(), secret));
                case Phase.Handshake(var _, var _, Fault.NotTls(Bytes first)) ->
                    all.add(new Said(Speaker.SERVER, first, false));
                case Phase.Delay _, Phase.Resolve _, Phase.Connect _, Phase.Handshake _ -> {}
            }
        }
        return new Transcript(
                all.stream().filter(each -> !each.bytes().isEmpty()).toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int sent() {
        return count(Speaker.PROBE);
    }

    int received() {
        return count(Speaker.SERVER);
    }

    private int count(Speaker speaker) {
        return all.stream()
                .filter(each -> each.speaker() == speaker)
                .mapToInt(each -> each.bytes().length())
                .sum();
    }

    /// One line of a side is one line here; its end stays visible.
    String text() {
        StringBuilder text = new StringBuilder();
        for (Said each : all) {
            String mark = mark(each);
            for (String line : readable(each).split("(?<=\\\\n)", -1)) {
                if (!line.isEmpty()) {
                    text.append(mark).append(line).append('\n');
                }
            }
        }
        return text.toString().stripTrailing();
    }

    String hex() {
        StringBuilder text = new StringBuilder();
        for (Said each : all) {
            text.append(mark(each))
                    .append(Messages.text("probe.transcript.bytes", each.bytes().length()));
            text.append('\n').append(each.hidden() ? hidden(each) + "\n" : HexText.dump(each.bytes()));
        }
        return text.toString().stripTrailing();
    }

    private static String readable(Said said) {
        if (said.hidden()) {
            return hidden(said);
        }
        int more = said.bytes().length() - LONGEST_TEXT;
        return said.bytes() + (more > 0 ? "\\n" + Messages.text("probe.transcript.more", more) : "");
    }

    private static String hidden(Said said) {
        return Messages.text("probe.transcript.hidden", said.bytes().length());
    }

    private static String mark(Said said) {
        return said.speaker() == Speaker.PROBE ? "→ " : "← ";
    }
}
