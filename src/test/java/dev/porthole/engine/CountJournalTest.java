package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.counts.Alert;
import dev.porthole.counts.AlertBoard;
import dev.porthole.counts.CountRule;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.Firmness;
import dev.porthole.counts.Measure;
import dev.porthole.counts.PortRange;
import dev.porthole.counts.SystemLimits;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import dev.porthole.threshold.InvalidRange;
import dev.porthole.threshold.Severity;
import dev.porthole.threshold.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountJournalTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final SystemLimits LIMITS =
            new SystemLimits(Optional.of(new PortRange(32_768, 60_999)), OptionalLong.of(1000));
    private static final int FIVE_MINUTES = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CountJournal journal;

    @BeforeEach
    void open() {
        journal = CountJournal.open(() -> LIMITS, folder);
    }

    @Test
    void aSnapshotIsCountedWithTheLimitsOfTheSystem() {
        var tally = record(0, 12).tally();

        assertEquals(12, tally.counts().count(Protocol.TCP, SocketState.TIME_WAIT));
        assertEquals(OptionalInt.of(1), tally.timeWaitPorts());
        assertEquals(LIMITS, tally.limits());
        assertArrayEquals(new int[] {12}, remembered(journal));
    }

    @Test
    void rulesJudgeFromTheNextSnapshotOn() throws InvalidRange {
        CountRule rule = new CountRule(
                "Mine",
                CountScope.tcp(List.of(SocketState.TIME_WAIT)),
                Measure.COUNT,
                CountRule.Judged.sum(Thresholds.parse("10", "20")),
                new Firmness(1, 1, 0));
        assertEquals(List.of(), record(0, 30).alerts().alerts());
        journal.rules(List.of(rule));
        AlertBoard board = record(1, 30).alerts();
        assertEquals(
                List.of(Severity.CRITICAL),
                board.alerts().stream().map(Alert::severity).toList());

        AlertBoard noted = journal.acknowledge(board.alerts().getFirst().key());
        assertTrue(noted.alerts().getFirst().acknowledged());
        assertEquals(noted.alerts(), journal.alerts().alerts());
    }

    @Test
    void aProgramThatIsKilledLosesAtMostFiveMinutes() {
        record(0, 1);
        record(FIVE_MINUTES - 1, 2);
        assertFalse(Files.exists(file()));

        record(FIVE_MINUTES, 3);
        record(2 * FIVE_MINUTES - 1, 4);
        assertArrayEquals(new int[] {1, 2, 3}, remembered(CountJournal.open(() -> LIMITS, folder)));
        assertEquals(List.of(), journal.faults());
    }

    @Test
    void aClockThatIsSetBackDoesNotStopTheSaving() {
        record(7200, 1);
        record(0, 2);

        assertTrue(Files.exists(file()));
    }

    @Test
    void theEndOfTheProgramWritesTheRest() {
        record(0, 1);
        record(31, 2);
        journal.close();

        assertArrayEquals(new int[] {1, 2}, remembered(CountJournal.open(() -> LIMITS, folder)));
    }

    @Test
    void whoRecordedNothingWritesNothing() {
        journal.close();

        assertFalse(Files.exists(file()));
    }

    @Test
    void whatIsIncompleteIsToldAndNotRemembered() {
        var gap = new Gap(Gap.Kind.TABLE_UNREADABLE, "/proc/net/tcp6", 1, "");
        var tally = journal.record(snapshot(0, 5, List.of(gap))).tally();

        assertFalse(tally.complete());
        assertArrayEquals(new int[0], remembered(journal));
    }

    @Test
    void aSaveThatFailsIsOneSentenceUntilOneSucceeds() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("porthole"), "");
        journal = CountJournal.open(() -> LIMITS, inTheWay);
        record(0, 1);
        assertEquals(List.of(), journal.faults());

        record(FIVE_MINUTES, 2);
        List<String> faults = journal.faults();
        assertEquals(1, faults.size());
        assertTrue(
                faults.getFirst()
                        .matches(
                                "The history of counts cannot be saved: .*porthole.*\\. It stays in memory, and saving is"
                                        + " tried again every 5 minutes\\."),
                faults.getFirst());
        record(2 * FIVE_MINUTES, 3);
        assertEquals(faults, journal.faults());

        Files.delete(inTheWay);
        record(3 * FIVE_MINUTES, 4);
        assertEquals(List.of(), journal.faults());
        assertArrayEquals(new int[] {1, 2, 3, 4}, remembered(CountJournal.open(() -> LIMITS, inTheWay)));
    }

    @Test
    void aBrokenFileIsToldAndCountingGoesOn() throws IOException {
        Files.writeString(file(), "broken");
        journal = CountJournal.open(() -> LIMITS, folder);
        record(0, 1);

        assertEquals(1, journal.faults().size());
        assertTrue(journal.faults().getFirst().contains("counts.history.broken"), journal.faults()::toString);
        assertArrayEquals(new int[] {1}, remembered(journal));
    }

    @Test
    void aPassingJournalLeavesNothing() throws IOException {
        journal = CountJournal.passing(() -> LIMITS);
        record(0, 1);
        record(FIVE_MINUTES, 1);
        journal.close();

        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    private Path file() {
        return folder.resolve("counts.history");
    }

    private CountJournal.Entry record(long second, int timeWait) {
        return journal.record(snapshot(second, timeWait, List.of()));
    }

    private static int[] remembered(CountJournal journal) {
        return journal.history().week(CountScope.ALL).values();
    }

    /// So many sockets in TIME_WAIT, all on one port.
    private static Snapshot snapshot(long second, int timeWait, List<Gap> gaps) {
        SocketTable.Builder table = new SocketTable.Builder();
        for (int i = 0; i < timeWait; i++) {
            table.add(Protocol.TCP, SocketState.TIME_WAIT)
                    .local(0, 0x7f000001, 40_000)
                    .remote(0, 0x7f000001, 80);
        }
        Reading reading = new Reading(table.build(), gaps, "test", Map.of());
        return Snapshot.of(START.plusSeconds(second), reading, new Ownership() {
            @Override
            public Owner ownerOf(SocketTable of, int row) {
                return new Owner.None(Owner.Why.TIME_WAIT);
            }

            @Override
            public List<Gap> gaps() {
                return List.of();
            }
        });
    }
}
