package dev.porthole.ui.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.counts.CountHistory;
import dev.porthole.counts.CountRuleText;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.Tallies;
import dev.porthole.net.SocketState;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.counts.ChartPicture.Band;
import dev.porthole.ui.counts.ChartPicture.Wish;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final CountScope CLOSE_WAIT = CountScope.tcp(List.of(SocketState.CLOSE_WAIT));

    private final CountHistory history = new CountHistory();

    @Test
    void aLineIsBoundedByThePixelsAndKeepsItsPeaks() {
        for (int i = 0; i < 3000; i++) {
            history.add(Tallies.closeWait(START.plusSeconds(i), i == 1234 ? 99 : 1));
        }
        ChartLine line = picture(3000, 100).lines().getFirst();
        assertTrue(line.size() <= 101, () -> "points: " + line.size());
        assertEquals(99, line.highest());
    }

    @Test
    void aGapInTheReadingsIsAGapInTheLine() {
        history.add(Tallies.closeWait(START, 1));
        history.add(Tallies.closeWait(START.plusSeconds(1), 2));
        history.add(Tallies.closeWait(START.plusSeconds(30), 3));
        ChartLine line = picture(60, 60).lines().getFirst();
        assertEquals(3, line.size());
        assertTrue(line.begins(0));
        assertFalse(line.begins(1));
        assertTrue(line.begins(2));
        assertEquals(2, line.nearest(31, 3));
        assertEquals(-1, line.nearest(15, 3));
    }

    @Test
    void aRuleGivesTheChartItsBands() {
        assertEquals(
                List.of(
                        new Band(Severity.WARNING, Double.NEGATIVE_INFINITY, 10),
                        new Band(Severity.WARNING, 20, Double.POSITIVE_INFINITY),
                        new Band(Severity.CRITICAL, 30, 40)),
                picture(60, 60).bands());
    }

    @Test
    void zoomAndMoveStayWithinWhatIsRemembered() {
        ChartRange live = ChartRange.live(ChartSpan.MINUTE, 1_000_000);
        assertTrue(live.at(1_000_010).live());
        assertEquals(1_000_010, live.at(1_000_010).to());
        ChartRange zoomed = live.zoomed(0.5, 0.5, 1_000_000);
        assertEquals(new ChartRange(999_955, 999_985, false), zoomed);
        assertEquals(zoomed, zoomed.at(1_000_500));
        assertEquals(10, live.zoomed(0.001, 0.5, 1_000_000).length());
        assertEquals(
                (double) ChartSpan.WEEK.seconds(),
                live.zoomed(1e9, 0.5, 1_000_000).length());
        assertEquals(1_000_000, live.moved(5, 1_000_000).to());
        assertEquals(new ChartRange(999_955, 999_985, false), live.between(0.75, 0.25, 1_000_000));
    }

    @ParameterizedTest
    @CsvSource({"1,4,1", "5,4,2", "21,4,10", "99,5,20", "100000,4,50000"})
    void numbersOfTheGridAreRound(double highest, int most, long step) {
        assertEquals(step, ChartTicks.step(highest, most));
    }

    @Test
    void timesOfTheGridAreRound() {
        ZoneId zone = ZoneId.of("UTC");
        double from = START.getEpochSecond() + 7;
        List<Long> times = ChartTicks.times(new ChartRange(from, from + 300, true), 6, zone);
        assertEquals("10:01", ChartTicks.label(times.getFirst(), times, zone));
        assertEquals(5, times.size());
    }

    private ChartPicture picture(int seconds, int width) {
        double from = START.getEpochSecond();
        var rule = CountRuleText.parse("name=x;types=tcp,tcp6;states=close_wait;measure=count;groups=sum;warn=10:20"
                        + ";crit=@30:40;none=ok;need=1;of=1;margin=0")
                .orElseThrow();
        return ChartPicture.of(
                new Wish(
                        new ChartRange(from, from + seconds, false),
                        List.of(CLOSE_WAIT),
                        List.of(rule),
                        width,
                        from + seconds),
                history);
    }
}
