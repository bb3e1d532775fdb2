package dev.porthole.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final Queue<Runnable> handOvers = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private final Lane<String> lane = new Lane<>(handOvers::add, received::add);

    @Test
    void aValueArrivesOnTheOtherThreadOnly() {
        lane.publish("a");
        assertEquals(List.of(), received);
        runAll();
        assertEquals(List.of("a"), received);
    }

    @Test
    void ofManyValuesTheLatestWinsInOneHandOver() {
        for (int i = 0; i < 1000; i++) {
            lane.publish("v" + i);
        }
        assertEquals(1, handOvers.size());
        runAll();
        assertEquals(List.of("v999"), received);
    }

    @Test
    void afterAHandOverTheNextValueGetsItsOwn() {
        lane.publish("a");
        runAll();
        lane.publish("b");
        assertEquals(1, handOvers.size());
        runAll();
        assertEquals(List.of("a", "b"), received);
    }

    @Test
    void whatIsPublishedWhileTheReceiverWorksIsNotLost() {
        List<String> seen = new ArrayList<>();
        var self = new Object() {
            final Lane<String> lane = new Lane<>(handOvers::add, this::receive);

            void receive(String value) {
                seen.add(value);
                if (value.equals("a")) {
                    lane.publish("b");
                }
            }
        };
        self.lane.publish("a");
        runAll();
        assertEquals(List.of("a", "b"), seen);
    }

    @Test
    void aReceiverThatFailsOnceIsHandedTheNextValue() {
        Lane<String> failing = new Lane<>(handOvers::add, value -> {
            if (value.equals("bad")) {
                throw new IllegalStateException("bad");
            }
            received.add(value);
        });
        failing.publish("bad");
        assertThrows(IllegalStateException.class, this::runAll);
        failing.publish("good");
        runAll();
        assertEquals(List.of("good"), received);
    }

    private void runAll() {
        for (Runnable next = handOvers.poll(); next != null; next = handOvers.poll()) {
            next.run();
        }
    }
}
