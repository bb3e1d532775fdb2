package dev.porthole.counts;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The counts of the past: each second for an hour, each 30 seconds for a week. At most 10 MB, on Linux about 5 when
/// every state was seen. For several threads.
public final class CountHistory {
    public static final Duration FINE = Duration.ofHours(1);
    public static final Duration COARSE = Duration.ofDays(7);

    private static final int COARSE_STEP = 30;

    private final CountRing fine;
    private final CountRing coarse;

    public CountHistory() {
        this(
                new CountRing(1, (int) FINE.toSeconds(), false),
                new CountRing(COARSE_STEP, (int) COARSE.toSeconds() / COARSE_STEP, true));
    }

    CountHistory(CountRing fine, CountRing coarse) {
        this.fine = fine;
        this.coarse = coarse;
    }

    /// Remembers a tally, unless rows are missing in it.
    public synchronized void add(Tally tally) {
        if (tally.complete()) {
            long second = tally.time().getEpochSecond();
            fine.add(second, tally.counts());
            coarse.add(second, tally.counts());
        }
    }

    /// The numbers from one time to another, both included: each second if all of it lies within the last hour that was
    /// read, else each 30 seconds.
    public synchronized Series series(CountScope scope, Instant from, Instant to) {
        long newest = fine.newest();
        boolean near = newest != CountRing.ABSENT && from.getEpochSecond() > newest - fine.capacity();
        return series(near ? fine : coarse, scope, from, to);
    }

    /// All 30-second steps that are remembered.
    public synchronized Series week(CountScope scope) {
        long newest = Math.max(0, coarse.newest());
        long first = Math.max(0, newest - coarse.capacity() + 1) * COARSE_STEP;
        return series(coarse, scope, Instant.ofEpochSecond(first), Instant.ofEpochSecond(newest * COARSE_STEP));
    }

    /// The cells that ever had a socket, in the order of types and states.
    public synchronized List<CountScope> cells() {
        List<CountScope> cells = new ArrayList<>();
        for (Protocol type : Protocol.values()) {
            for (SocketState state : SocketState.values()) {
                if (coarse.uses(CountRing.cell(type, state))) {
                    cells.add(CountScope.of(type, state));
                }
            }
        }
        return cells;
    }

    private static Series series(CountRing ring, CountScope scope, Instant from, Instant to) {
        long newest = Math.min(ring.newest(), Math.floorDiv(to.getEpochSecond(), ring.step()));
        long first = Math.max(
                Math.floorDiv(from.getEpochSecond(), ring.step()), Math.max(0, ring.newest() - ring.capacity() + 1));
        int most = (int) Math.max(0, newest - first + 1);
        long[] seconds = new long[most];
        int[] values = new int[most];
        int[] peaks = new int[most];
        int[] cells = scope.types().stream()
                .flatMapToInt(type -> scope.states().stream().mapToInt(state -> CountRing.cell(type, state)))
                .filter(ring::uses)
                .toArray();
        int size = 0;
        for (long at = first; at <= newest; at++) {
            if (ring.has(at)) {
                int place = ring.place(at);
                seconds[size] = at * ring.step();
                for (int cell : cells) {
                    values[size] += ring.last(cell, place);
                    peaks[size] += ring.peak(cell, place);
                }
                size++;
            }
        }
        return new Series(
                ring.step(), Arrays.copyOf(seconds, size), Arrays.copyOf(values, size), Arrays.copyOf(peaks, size));
    }

    /// Its two rings, for the codec, which holds the lock meanwhile.
    List<CountRing> rings() {
        return List.of(fine, coarse);
    }
}
