package dev.porthole.probe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.probe.Fault;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConnectFaultTest {
    private static final Duration SOON = Duration.ofMillis(1);

    @Test
    void theClassSaysEnoughInAnyLanguage() {
        assertEquals(new Fault.ConnectRefused(), of(new ConnectException("接続を拒否されました")));
        assertEquals(new Fault.HostUnreachable(), of(new NoRouteToHostException("ホストへの経路がありません")));
        assertEquals(new Fault.ConnectTimeout(), of(new SocketTimeoutException("Connect timed out")));
        assertEquals(
                new Fault.KernelGaveUp(),
                ConnectFault.of(new ConnectException("?"), Duration.ofSeconds(127), SystemErrors.UNKNOWN));
    }

    @Test
    void elseTheNumberBehindTheTextDecides() {
        assertNumber(13, new Fault.ConnectForbidden());
        assertNumber(22, new Fault.RouteBlackhole());
        assertNumber(24, new Fault.DescriptorsExhausted());
        assertNumber(92, new Fault.ProtocolUnreachable());
        assertNumber(98, new Fault.LocalPortsExhausted());
        assertNumber(99, new Fault.LocalPortsExhausted());
        assertNumber(101, new Fault.NetworkUnreachable());
        assertNumber(104, new Fault.ResetBeforeData());
        assertNumber(110, new Fault.KernelGaveUp());
        assertNumber(113, new Fault.HostUnreachable());
    }

    @Test
    void withoutNumbersTheClassHasToDo() {
        assertEquals(new Fault.ConnectForbidden(), of(new BindException("Keine Berechtigung")));
        assertEquals(new Fault.ConnectFailed("Das Netzwerk"), of(new SocketException("Das Netzwerk")));
    }

    @Test
    void aUnixSocketHasCausesOfItsOwn() {
        assertUnix(2, new Fault.UnixNotFound());
        assertUnix(11, new Fault.UnixQueueFull());
        assertUnix(13, new Fault.UnixForbidden("rw------- root"));
        assertUnix(24, new Fault.DescriptorsExhausted());
        assertUnix(40, new Fault.UnixLoop());
        assertUnix(91, new Fault.UnixWrongType());
        assertUnix(111, new Fault.ConnectRefused());
        assertUnix(0, new Fault.ConnectFailed("text"));
    }

    private static Fault of(IOException failure) {
        return ConnectFault.of(failure, SOON, SystemErrors.UNKNOWN);
    }

    private static void assertNumber(int errno, Fault expected) {
        assertEquals(expected, ConnectFault.of(new SocketException("text"), SOON, _ -> OptionalInt.of(errno)));
    }

    private static void assertUnix(int errno, Fault expected) {
        assertEquals(
                expected,
                ConnectFault.ofUnix(new SocketException("text"), "rw------- root", _ -> OptionalInt.of(errno)));
    }
}
