package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.AcceptQueue;
import dev.porthole.sockets.Exposure;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @EnumSource
    void everyStateIsExplainedInAFewSentences(SocketState state) {
        String words = Words.state(state);

        assertSentence(words);
        assertTrue(words.split("[.:;] ").length >= 3, words);
        assertTrue(words.length() <= 320, words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 128, 0, '0 of 128 waiting'",
        "128, 128, 0, '128 of 128 waiting'",
        "5, 4, 3, 'queue full: 5 of 4 waiting, 3 dropped'",
        "2, 1234, 1, '2 of 1234 waiting, 1 dropped'",
        "2, -1, -1, '2 waiting'",
    })
    void anAcceptQueueIsToldWithItsLimit(long waiting, long backlog, long dropped, String words) {
        AcceptQueue queue = new AcceptQueue(waiting, optional(backlog), optional(dropped));

        assertEquals(words, Words.acceptQueue(queue));
        assertEquals(words.startsWith("queue full"), queue.isFull());
    }

    private static OptionalLong optional(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    @ParameterizedTest
    @EnumSource
    void everyExposureFitsItsPlace(Exposure exposure) {
        assertTrue(Words.exposure(exposure).length() <= 50, Words.exposure(exposure));
        assertTrue(Words.shortExposure(exposure).length() <= 16, Words.shortExposure(exposure));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsOneSentenceAndAFewWords(Owner.Why why) {
        assertSentence(Words.why(why));
        assertTrue(Words.why(why).indexOf(". ") < 0, Words.why(why));
        assertTrue(Words.shortWhy(why).length() <= 18, Words.shortWhy(why));
    }

    @ParameterizedTest
    @EnumSource
    void everyGapIsOneSentenceWithItsSubject(Gap.Kind kind) {
        for (String detail : new String[] {"", "permission {denied} it's"}) {
            String words = Words.gap(new Gap(kind, "/proc/net/tcp", 1, detail));

            assertSentence(words);
            assertTrue(kind == Gap.Kind.PROCESS_HIDDEN || words.contains("/proc/net/tcp"), words);
            boolean detailed = kind != Gap.Kind.LINE_GARBLED && kind != Gap.Kind.PROCESS_HIDDEN;
            assertEquals(detailed && !detail.isEmpty(), words.contains(detail) && !detail.isEmpty(), words);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LINE_GARBLED, 1, 'One line of x could not be understood, so one socket is missing'",
        "LINE_GARBLED, 2, '2 lines of x could not be understood, so 2 sockets are missing'",
        "PROCESS_HIDDEN, 1, 'The open files of one process of other users'",
        "PROCESS_HIDDEN, 1234, 'The open files of 1234 processes of other users'",
    })
    void numbersAgreeWithTheirWords(Gap.Kind kind, int count, String beginning) {
        String words = Words.gap(new Gap(kind, "x", count, ""));

        assertTrue(words.startsWith(beginning), words);
    }

    @Test
    void hiddenOwnersAreCounted() {
        assertEquals("", Words.hiddenOwners(hidden(0)));
        assertEquals(
                "The owner of one socket is hidden: it belongs to another user. Run as root to see it.",
                Words.hiddenOwners(hidden(1)));
        assertEquals(
                "Owners of 1200 sockets are hidden: they belong to other users. Run as root to see them.",
                Words.hiddenOwners(hidden(1200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIME_WAIT", "NOT_IN_VIEW"})
    void onlyMissingRightsHideOwners(Owner.Why why) {
        Snapshot snapshot = new Sample()
                .row(Protocol.TCP, SocketState.LISTEN, 0, 1, 0, 0, new Owner.Hidden(why))
                .snapshot();

        assertEquals("", Words.hiddenOwners(snapshot));
    }

    private static Snapshot hidden(int count) {
        Sample sample = new Sample();
        for (int i = 0; i < count; i++) {
            sample.row(Protocol.TCP, SocketState.LISTEN, 0, 1, 0, 0, new Owner.Hidden(Owner.Why.NO_RIGHTS));
        }
        return sample.snapshot();
    }

    private static void assertSentence(String words) {
        assertTrue(words.matches("(?s)[A-Z/].*[.]"), words);
        assertEquals(words.strip().replaceAll("\\s+", " "), words);
    }
}
