package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.porthole.diagnosis.PortCalls;
import dev.porthole.diagnosis.Told;
import dev.porthole.net.HostPort;
import dev.porthole.net.IpAddress;
import dev.porthole.probe.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherPortCallsTest {
    private static final Target ASKED = new Target.Tcp(new HostPort("localhost", 80));
    private static final IpAddress HOST = IpAddress.parse("127.0.0.1").orElseThrow();

    private final OtherPortCalls calls = new OtherPortCalls();

    private PortCalls one(OtherPortPolicy policy) {
        var round = calls.round(policy, ASKED);
        round.call(HOST);
        return round.answers().ifKnown().orElseThrow().getFirst();
    }

    @Test
    void thePortThatWasAskedForIsNotCalledAgain() {
        assertEquals(List.of(22, 443), one(OtherPortPolicy.CALL).ports());
    }

    @Test
    void theNextOfASeriesKeepsToWhatTheFirstHeard() {
        var first = one(OtherPortPolicy.CALL);
        assertEquals(first.time(), one(OtherPortPolicy.CALL_ONCE).time());
        assertNotEquals(first.time(), one(OtherPortPolicy.CALL).time());
    }

    @Test
    void whereItIsSwitchedOffNobodyIsCalledAndThatIsTold() {
        var round = calls.round(OtherPortPolicy.NEVER, ASKED);
        round.call(HOST);
        assertEquals(Told.unknown("they were not called, that is switched off"), round.answers());
    }

    @Test
    void withoutASilentHostNobodyWasCalled() {
        assertEquals(
                Told.unknown("they were not called, the probe was over before"),
                calls.round(OtherPortPolicy.CALL, ASKED).answers());
    }
}
