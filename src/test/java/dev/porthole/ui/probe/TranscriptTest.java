package dev.porthole.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Phase;
import dev.porthole.probe.Span;
import dev.porthole.probe.Trace;
import dev.porthole.probe.Utterance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final Span SPAN = new Span(Duration.ZERO, Duration.ofMillis(1));

    @Test
    void bothDirectionsStandInTheirOrderALineEach() {
        Transcript said = Transcript.of(
                new Trace(List.of(
                        new Phase.Negotiation(
                                SPAN,
                                List.of(
                                        new Utterance(Utterance.Speaker.SERVER, Bytes.utf8("220 a\r\n")),
                                        new Utterance(Utterance.Speaker.PROBE, Bytes.utf8("STARTTLS\r\n"))),
                                null),
                        new Phase.Send(SPAN, Bytes.utf8("x"), null),
                        new Phase.Expect(SPAN, Bytes.utf8("b\nc"), null, null))),
                false);
        assertEquals("← 220 a\\r\\n\n→ STARTTLS\\r\\n\n→ x\n← b\\n\n← c", said.text());
        assertEquals(11, said.sent());
        assertEquals(10, said.received());
    }

    @Test
    void aSecretIsOnlyCounted() {
        Transcript said =
                Transcript.of(new Trace(List.of(new Phase.Send(SPAN, Bytes.utf8("PASS canary"), null))), true);
        assertFalse((said.text() + said.hex()).contains("canary"));
        assertFalse(said.hex().contains("63 61 6e"));
        assertTrue(said.text().contains("11 bytes"));
    }

    @Test
    void whatATerminalWouldObeyAndWhatHidesTextIsEscapedInBothForms() {
        Bytes hostile = Bytes.utf8("\u001b[2J\u202egnp.exe<b>\u0000\u0007");
        Transcript said = Transcript.of(new Trace(List.of(new Phase.Expect(SPAN, hostile, null, null))), false);
        for (String shown : List.of(said.text(), said.hex())) {
            assertTrue(
                    shown.codePoints()
                            .allMatch(point -> point == '\n'
                                    || (!Character.isISOControl(point)
                                            && Character.getType(point) != Character.FORMAT)),
                    shown);
        }
        assertTrue(said.text().contains("\\x1b[2J"), said.text());
    }

    @Test
    void hexTellsPlaceOctetsAndWhatIsReadable() {
        assertEquals(
                "000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef\n",
                HexText.dump(Bytes.utf8("0123456789abcdef")));
        assertEquals("00 ff", HexText.brief(Bytes.of((byte) 0, (byte) 0xff)));
    }
}
