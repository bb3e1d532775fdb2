package dev.porthole.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final List<Integer> seen = new ArrayList<>();

    @Test
    void theWorstCodeOfAllRoundsStands() throws Exception {
        int worst = new Rounds(0, 4).run(number -> {
            seen.add(number);
            return number == 2 ? 3 : 0;
        });

        assertEquals(3, worst);
        assertEquals(List.of(1, 2, 3, 4), seen);
    }

    @Test
    void aRoundThatFailsIsTheLast() {
        assertThrows(IOException.class, () -> new Rounds(0, 4).run(number -> {
            seen.add(number);
            throw new IOException("gone");
        }));
        assertEquals(List.of(1), seen);
    }

    /// A thread that is to stop stops at the first wait: so there was none.
    @Test
    void afterTheLastRoundNobodyWaits() throws Exception {
        assertEquals(0, new Rounds(3600, 1).run(_ -> interrupted()));
        assertTrue(Thread.interrupted());
    }

    @Test
    void theWaitBetweenTwoRoundsCanBeEnded() {
        assertThrows(InterruptedException.class, () -> new Rounds(3600, 2).run(_ -> interrupted()));
        assertFalse(Thread.interrupted());
    }

    @Test
    void aRoundThatTookLongerIsFollowedAtOnce() throws Exception {
        assertEquals(0, new Rounds(1e-9, 3).run(_ -> interrupted()));
        assertTrue(Thread.interrupted());
    }

    private static int interrupted() {
        Thread.currentThread().interrupt();
        return 0;
    }
}
