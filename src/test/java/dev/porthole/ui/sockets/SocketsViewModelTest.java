package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.query.InvalidQuery;
import dev.porthole.sockets.query.Reach;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SocketsViewModelTest {
    private static final Snapshot MIXED = Sample.mixed();

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final SocketsViewModel model = new SocketsViewModel(background::add, fx::add);

    @Test
    void itWaitsForTheFirstReadingWhateverIsWished() {
        assertEquals(new SocketsState.Waiting(), model.stateProperty().get());
        model.searchProperty().set("x");
        model.searchProperty().set("y");
        model.protocols().remove(Protocol.TCP);
        assertTrue(background.isEmpty());
    }

    @Test
    void aReadingIsArrangedInTheBackgroundAndShownOnTheFxThread() {
        model.accept(MIXED);
        assertEquals(1, background.size());
        background.remove().run();
        assertEquals(new SocketsState.Waiting(), model.stateProperty().get());
        fx.remove().run();
        assertEquals(5, shown().size());
        assertSame(MIXED, shown().snapshot());
    }

    @Test
    void wishesOfBeforeTheFirstReadingCount() {
        model.searchProperty().set("sshd");
        accept(MIXED);
        assertEquals(1, shown().size());
    }

    @Test
    void eachWishArrangesTheSameReadingAnew() {
        accept(MIXED);
        model.searchProperty().set("sshd");
        runAll();
        assertEquals(1, shown().size());
        model.searchProperty().set("");
        runAll();
        assertEquals(5, shown().size());
        model.protocols().remove(Protocol.TCP);
        runAll();
        assertEquals(2, shown().size());
        model.states().remove(SocketState.NONE);
        runAll();
        assertEquals(1, shown().size());
        model.protocols().add(Protocol.TCP);
        model.states().add(SocketState.NONE);
        model.orderProperty().set(new SocketOrder(SocketOrder.Column.LOCAL_PORT, true));
        runAll();
        assertEquals(8080, MIXED.table().localPort(shown().at(0).row()));
        assertEquals(5, shown().size());
    }

    @Test
    void aWishThatChangesNothingIsNoWork() {
        accept(MIXED);
        model.protocols().add(Protocol.TCP);
        model.searchProperty().set("");
        model.orderProperty().set(SocketOrder.DEFAULT);
        model.resetFilters();
        assertTrue(background.isEmpty());
    }

    @Test
    void manyWishesAtOnceAreOneArrangementOfTheLast() {
        List<SocketsState> states = new ArrayList<>();
        model.stateProperty().addListener((_, _, now) -> states.add(now));
        model.accept(MIXED);
        for (String typed : new String[] {"s", "ss", "ssh", "sshd"}) {
            model.searchProperty().set(typed);
        }
        assertEquals(1, background.size());
        runAll();
        assertEquals(1, states.size());
        assertEquals(1, shown().size());
    }

    @Test
    void anArrangementThatIsOvertakenOnItsWayIsNeverShown() {
        model.accept(MIXED);
        background.remove().run();
        model.searchProperty().set("sshd");
        background.remove().run();
        assertEquals(1, fx.size());
        runAll();
        assertEquals(1, shown().size());
    }

    @Test
    void aFailureIsToldUntilTheNextReading() {
        model.fail("no source");
        assertEquals(new SocketsState.Failed("no source"), model.stateProperty().get());
        accept(MIXED);
        assertEquals(5, shown().size());
    }

    @Test
    void aWishDuringAFailureIsArrangedAndTheFailureIsStillTold() {
        accept(MIXED);
        model.fail("no source");
        List<SocketsState> states = new ArrayList<>();
        model.stateProperty().addListener((_, _, now) -> states.add(now));
        model.searchProperty().set("sshd");
        runAll();
        assertInstanceOf(SocketsState.Showing.class, states.getFirst());
        assertEquals(new SocketsState.Failed("no source"), model.stateProperty().get());
        accept(MIXED);
        assertEquals(1, shown().size());
    }

    @Test
    void theFilterIsOnWhenAnythingIsLeftOut() {
        assertFalse(model.isFiltered());
        model.searchProperty().set("  ");
        assertFalse(model.isFiltered());
        model.searchProperty().set("a");
        assertTrue(model.isFiltered());
        model.searchProperty().set("");
        model.states().remove(SocketState.LISTEN);
        assertTrue(model.isFiltered());
        model.states().add(SocketState.LISTEN);
        model.protocols().remove(Protocol.UDP);
        assertTrue(model.isFiltered());
    }

    @Test
    void aWrongQueryIsToldAndTheLastRightOneStays() {
        accept(MIXED);
        model.searchProperty().set("sshd");
        runAll();
        model.searchProperty().set("sshd prot:80");
        assertTrue(background.isEmpty());
        InvalidQuery wrong = model.wrongProperty().get();
        assertNotNull(wrong);
        assertEquals(5, wrong.start());
        assertEquals("sshd prot:80", model.searchProperty().get());
        accept(MIXED);
        assertEquals(1, shown().size());
        model.searchProperty().set("port:8080");
        runAll();
        assertNull(model.wrongProperty().get());
        assertEquals(8080, MIXED.table().localPort(shown().at(0).row()));
    }

    @Test
    void aQueryThatIsWrongFromTheStartShowsEverything() {
        model.searchProperty().set("prot:80");
        accept(MIXED);
        assertEquals(5, shown().size());
        model.resetFilters();
        assertNull(model.wrongProperty().get());
    }

    @Test
    void loopbackCanBeHiddenAndReset() {
        accept(MIXED);
        model.reaches().remove(Reach.LOOPBACK);
        runAll();
        assertEquals(1, shown().size());
        assertEquals(4, shown().counts().loopback());
        assertTrue(model.isFiltered());
        model.resetFilters();
        assertFalse(model.isFiltered());
    }

    @Test
    void aSavedViewSetsSearchAndTogglesAndForgetsThoseOfBefore() {
        accept(MIXED);
        model.states().remove(SocketState.LISTEN);
        model.searchProperty().set("java");
        model.apply(new SavedView(
                "v", "127", Set.of(Protocol.TCP6), Set.of(SocketState.TIME_WAIT), Set.of(Reach.NETWORK), null));
        assertEquals(1, background.size());
        runAll();
        assertEquals(1, shown().size());
        assertEquals(3306, MIXED.table().localPort(shown().at(0).row()));
        model.resetFilters();
        runAll();
        assertEquals(5, shown().size());
    }

    @Test
    void resetShowsAllAndKeepsTheOrder() {
        SocketOrder order = new SocketOrder(SocketOrder.Column.PID, true);
        accept(MIXED);
        model.orderProperty().set(order);
        model.searchProperty().set("x");
        model.states().clear();
        model.protocols().clear();
        runAll();
        assertEquals(0, shown().size());
        model.resetFilters();
        assertEquals(1, background.size());
        runAll();
        assertEquals(5, shown().size());
        assertFalse(model.isFiltered());
        assertEquals(order, model.orderProperty().get());
    }

    @Test
    void theRowsHeldAreToldTheirPlaces() {
        SocketKey java = MIXED.table().key(1);
        List<SocketKey> held = new ArrayList<>(List.of(java));
        model.hold(held);
        held.clear();
        accept(MIXED);
        assertEquals(OptionalInt.of(4), shown().place(java));
        model.searchProperty().set("java");
        runAll();
        assertEquals(OptionalInt.of(0), shown().place(java));
    }

    @Test
    void pausingIsAWishOfItsOwnThatArrangesNothing() {
        accept(MIXED);
        assertFalse(model.pausedProperty().get());
        model.pausedProperty().set(true);
        assertTrue(background.isEmpty());
        assertFalse(model.isFiltered());
    }

    @Test
    void whileHeldStillTheTableCanStillBeSearched() {
        accept(MIXED);
        model.pausedProperty().set(true);
        model.searchProperty().set("sshd");
        runAll();
        assertEquals(1, shown().size());
    }

    private void accept(Snapshot snapshot) {
        model.accept(snapshot);
        runAll();
    }

    private Arrangement shown() {
        return assertInstanceOf(
                        SocketsState.Showing.class, model.stateProperty().get())
                .arrangement();
    }

    private void runAll() {
        while (!background.isEmpty() || !fx.isEmpty()) {
            (background.isEmpty() ? fx : background).remove().run();
        }
    }
}
