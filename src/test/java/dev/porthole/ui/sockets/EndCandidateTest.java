package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Actor;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Refusal;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.SocketEntry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndCandidateTest {
    private static final Actor ANN = new Actor(500, Set.of(400L), "ann", false);
    private static final ProcessRef NGINX = new ProcessRef(812, 4711L, "nginx", "ann");
    private static final ProcessRef WORKER = new ProcessRef(813, 4712L, "nginx", "ann");
    private static final ProcessRef ROOTS = new ProcessRef(700, 4000L, "nginx", "root");

    @Test
    void theProcessOfTheSelectedSocketMayBeEnded() {
        assertEquals(new EndCandidate.Possible(held(NGINX), List.of(NGINX), NGINX), of(held(NGINX)));
    }

    @Test
    void ofSeveralProcessesTheFirstThatMayBeEndedComesFirst() {
        SocketEntry shared = held(ROOTS, NGINX, WORKER);

        assertEquals(new EndCandidate.Possible(shared, List.of(ROOTS, NGINX, WORKER), NGINX), of(shared));
    }

    @Test
    void socketsOfOneProcessMayBeSelectedTogetherAndOfTwoNot() {
        assertTrue(of(held(NGINX), held(NGINX)) instanceof EndCandidate.Possible);
        assertEquals("several processes", brief(of(held(NGINX), held(WORKER))));
    }

    @Test
    void withoutASelectionThereIsNothingToEnd() {
        assertEquals("nothing selected", brief(of()));
    }

    @Test
    void whatMayNotBeEndedSaysWhy() {
        assertEquals("another user's, needs root", brief(of(held(ROOTS))));
        assertEquals("Porthole itself", brief(of(held(new ProcessRef(500, 1L, "java", "ann")))));
        assertEquals("started Porthole", brief(of(held(new ProcessRef(400, 1L, "bash", "ann")))));
        assertEquals("first process of the system", brief(of(held(new ProcessRef(1, 1L, "systemd", "root")))));
        assertEquals("start time unknown", brief(of(held(new ProcessRef(9, null, null, null)))));
    }

    @ParameterizedTest
    @EnumSource
    void aRowWithoutAKnownOwnerSaysWhyThereIsNone(Owner.Why why) {
        for (Owner owner : List.of(new Owner.Hidden(why), new Owner.None(why))) {
            EndCandidate.Refused refused = (EndCandidate.Refused) of(entry(owner));
            assertFalse(refused.brief().isEmpty());
            assertTrue(refused.sentence().endsWith("."), refused.sentence());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalHasAWordForTheMenuAndASentence(Refusal refusal) {
        assertTrue(EndCandidate.brief(refusal).length() < 40);
        assertTrue(EndCandidate.sentence(refusal).endsWith("."));
    }

    private static EndCandidate of(SocketEntry... selected) {
        return EndCandidate.of(List.of(selected), ANN);
    }

    private static String brief(EndCandidate candidate) {
        return ((EndCandidate.Refused) candidate).brief();
    }

    private static SocketEntry held(ProcessRef... processes) {
        return entry(Sample.known(processes));
    }

    private static SocketEntry entry(Owner owner) {
        return new Sample()
                .row(Protocol.TCP, SocketState.LISTEN, 0, 80, 0, 0, owner)
                .snapshot()
                .entry(0);
    }
}
