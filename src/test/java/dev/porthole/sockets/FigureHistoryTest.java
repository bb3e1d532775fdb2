package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.FigureHistory.Series;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FigureHistoryTest {
    private static final SocketKey KEY = connection(1).key();
    private final FigureHistory history = new FigureHistory(KEY);

    @Test
    void valuesStandFromTheOldestToTheNewest() {
        add(100, connection(50));
        add(200, connection(70));

        assertArrayEquals(new float[] {50, 70}, history.values(Series.RTT));
        assertArrayEquals(new float[] {Float.NaN, Float.NaN}, history.values(Series.SENT));
    }

    @Test
    void aReadingSpeaksForTheTimeSinceTheOneBefore() {
        add(100, connection(50));
        add(400, connection(70));

        assertArrayEquals(new float[] {50, 70, 70, 70}, history.values(Series.RTT));
    }

    @Test
    void ofTwoReadingsInOneStepTheLaterOneCounts() {
        add(100, connection(50));
        add(150, connection(70));

        assertArrayEquals(new float[] {70}, history.values(Series.RTT));
    }

    @Test
    void aPauseIsAGap() {
        add(0, connection(50));
        add(60_000, connection(70));

        float[] values = history.values(Series.RTT);
        assertEquals(601, values.length);
        assertEquals(50, values[0]);
        assertEquals(Float.NaN, values[300]);
        assertEquals(70, values[600]);
    }

    @Test
    void theSameReadingCountsOnce() {
        add(1, connection(50));
        add(1, connection(50));

        assertEquals(1, history.values(Series.RTT).length);
    }

    @Test
    void anotherSocketIsPassedOver() {
        add(1, Sample.mixed().entry(0));

        assertEquals(0, history.values(Series.RTT).length);
    }

    @Test
    void onlyTheLastReadingsAreKept() {
        for (int reading = 1; reading <= FigureHistory.LONGEST + 5; reading++) {
            add(reading * 100L, connection(reading));
        }

        float[] values = history.values(Series.RTT);
        assertEquals(FigureHistory.LONGEST, values.length);
        assertEquals(6, values[0]);
        assertEquals(FigureHistory.LONGEST + 5, values[values.length - 1]);
    }

    private void add(long millis, SocketEntry entry) {
        history.add(Instant.ofEpochMilli(millis), entry);
    }

    private static SocketEntry connection(long rtt) {
        return new Sample()
                .row(Protocol.TCP, SocketState.ESTABLISHED, 1, 5000, 2, 443, Sample.known(Sample.process(1, "curl")))
                .figure(Figure.RTT_US, rtt)
                .snapshot()
                .entry(0);
    }
}
