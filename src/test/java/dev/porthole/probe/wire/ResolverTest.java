package dev.porthole.probe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.porthole.probe.Address.Family;
import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Fault;
import dev.porthole.probe.TimeLimit;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Resolver resolver = new Resolver();

    @AfterEach
    void end() {
        resolver.close();
        timer.shutdownNow();
    }

    @Test
    void aLiteralIsItsOwnAddressAndAsksNobody() throws Exception {
        resolver.close();
        assertEquals(List.of("127.0.0.1"), texts("127.0.0.1", Approach.DEFAULT));
        assertEquals(List.of("::1"), texts("::1", Approach.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1", "2130706433", "0177.0.0.1"})
    void aShortFormIsNoAddressToUs(String host) throws Exception {
        assertEquals(new Fault.NameNotFound(host), fault(host, Approach.DEFAULT));
    }

    @Test
    void anInterfaceThatIsNotThereIsAFaultOfTheInput() throws Exception {
        assertInstanceOf(Fault.UnusableTarget.class, fault("fe80::1%no-such", Approach.DEFAULT));
    }

    @Test
    void onlyTheFamilyThatWasAskedForIsCalled() throws Exception {
        var v6 = new Approach(AddressMode.IPV6_ONLY, null);
        assertEquals(new Fault.NoAddressOfFamily("127.0.0.1", Family.IPV6), fault("127.0.0.1", v6));
        assertEquals(List.of("::1"), texts("::1", v6));
        var from = new Approach(AddressMode.FIRST_ANSWER, "127.0.0.2");
        assertEquals(new Fault.NoAddressOfFamily("::1", Family.IPV4), fault("::1", from));
    }

    private List<String> texts(String host, Approach approach) throws InterruptedException {
        return resolver.resolve(host, approach, run()).addresses().stream()
                .map(address -> Resolver.address(address).text())
                .toList();
    }

    private @Nullable Fault fault(String host, Approach approach) throws InterruptedException {
        return resolver.resolve(host, approach, run()).phase().fault();
    }

    private Run run() {
        var abort = new Abort();
        return new Run(new Stopwatch(), abort, new Deadline(new TimeLimit.None(), abort, timer));
    }
}
