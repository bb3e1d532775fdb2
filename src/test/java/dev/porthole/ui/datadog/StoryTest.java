package dev.porthole.ui.datadog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.datadog.BrokenInstance;
import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.interchange.datadog.CheckResult.Resolved;
import dev.porthole.interchange.datadog.CheckResult.Times;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.CheckResult.Unresolved;
import dev.porthole.interchange.datadog.Checks;
import dev.porthole.interchange.datadog.TcpInstance;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final Owner NGINX = new Owner.Known(List.of(new ProcessRef(4711, null, "nginx", "root")));

    @Test
    void thePortThatListensOnIpv4OnlyAndWasCalledOverIpv6TellsTheWholeStory() {
        Story story = tell(row("localhost", "", Checks.V6, new Fault.ConnectRefused()), listeningOnIpv4());

        assertEquals("The port listens on IPv4 only, and tcp_check called ::1 (IPv6).", story.headline());
        assertEquals(
                List.of(
                        "localhost is ::1 (IPv6) first, then 127.0.0.1 (IPv4).",
                        "tcp_check called ::1 (IPv6) only and does not try the rest: 127.0.0.1 (IPv4) was not called.",
                        "refused.",
                        "On this machine, port 80 listens on 0.0.0.0 (IPv4: pid 4711, nginx) only."),
                story.facts());
        assertEquals(
                "With “ipv4_only: true” in the instance at line 1 of the file, the Agent would call 127.0.0.1 (IPv4)."
                        + " Or let the service listen on IPv6, too.",
                story.remedy());
        assertTrue(story.text().startsWith(story.headline() + "\n- localhost"), story.text());
    }

    @Test
    void aTimeoutIsNotBlamedOnTheFamily() {
        Story story = tell(row("localhost", "", Checks.V6, new Fault.ConnectTimeout()), listeningOnIpv4());

        assertEquals("::1 (IPv6) did not take the connection, and no IPv4 address was called.", story.headline());
        assertFalse(story.remedy().contains("listen"), story.remedy());
    }

    @Test
    void aPortWhereNobodyListensSaysSo() {
        Story story = tell(row("localhost", "", Checks.V6, new Fault.ConnectRefused()), listening());

        assertEquals(
                "On this machine, nobody listens on TCP port 80.", story.facts().getLast());
        assertFalse(story.headline().contains("listens"), story.headline());
    }

    @Test
    void whatIsNotKnownOfTheMachineIsNotTold() {
        Story story = tell(row("localhost", "", Checks.V6, new Fault.ConnectRefused()), Optional.empty());

        assertTrue(story.facts().stream().noneMatch(fact -> fact.contains("this machine")), story.text());
    }

    @Test
    void whoTakesBothFamiliesIsToldSo() {
        Story story = tell(row("localhost", "", Checks.V4, new Fault.ConnectRefused()), listeningOnIpv6(false));

        assertTrue(story.text().contains("listens on :: (IPv4 and IPv6: pid 4711, nginx) only."), story.text());
        assertFalse(story.headline().contains("listens on"), story.headline());
    }

    @Test
    void aPortThatListensOnIpv6OnlyAndWasCalledOverIpv4SaysSo() {
        Story story = tell(row("localhost", "", Checks.V4, new Fault.ConnectRefused()), listeningOnIpv6(true));

        assertEquals("The port listens on IPv6 only, and tcp_check called 127.0.0.1 (IPv4).", story.headline());
    }

    @Test
    void anAddressThatIsUpHasNoRemedy() {
        Story story = tell(row("localhost", "", Checks.V6, null), listeningOnIpv6(false));

        assertEquals("::1 (IPv6) took the connection.", story.headline());
        assertEquals("", story.remedy());
    }

    @Test
    void anAddressThatWasLeftOutSaysByWhichSetting() {
        CheckRow first = row("localhost", "", Checks.V6, null);
        CheckRow leftOut = new CheckRow(0, first.instance(), Checks.V4, null, first.lookup());

        assertTrue(tell(leftOut, Optional.empty()).remedy().contains("multiple_ips"));
        CheckRow four = row("localhost", ", ipv4_only: true", Checks.V4, null);
        CheckRow six = new CheckRow(0, four.instance(), Checks.V6, null, four.lookup());
        assertTrue(tell(six, Optional.empty()).remedy().contains("ipv4_only"));
    }

    @Test
    void aNameWithoutAnAddressLooksLikeMissingDataInDatadog() {
        TcpInstance check = Checks.of("gone.test", "");
        Story story = tell(
                new CheckRow(0, check, null, new Unresolved(check, "URL", "no such name"), null), Optional.empty());

        assertEquals("gone.test does not resolve, so nobody was called.", story.headline());
        assertTrue(story.text().contains("no such name"), story.text());
    }

    @Test
    void anInstanceThatCannotRunNamesItsLineAndItsFix() {
        var broken = new BrokenInstance(7, "b", "port is missing.", "Write a port.");
        Story story =
                tell(new CheckRow(0, broken, null, new CheckResult.Misconfigured(broken), null), Optional.empty());

        assertEquals(List.of("Line 7 of the file: port is missing."), story.facts());
        assertEquals("Write a port.", story.remedy());
    }

    @Test
    void aRowThatHasNotRunHasNoStory() {
        assertTrue(Story.of(new CheckRow(0, Checks.of("a", ""), null, null, null), Optional.empty())
                .isEmpty());
    }

    private static Story tell(CheckRow row, Optional<LocalListeners> local) {
        return Story.of(row, local).orElseThrow();
    }

    private static Optional<LocalListeners> listening() {
        return behind(new Sample().row(Protocol.TCP, SocketState.LISTEN, Sample.LOOPBACK, 22, 0, 0, NGINX));
    }

    private static Optional<LocalListeners> listeningOnIpv4() {
        return behind(new Sample().row(Protocol.TCP, SocketState.LISTEN, 0, 80, 0, 0, NGINX));
    }

    private static Optional<LocalListeners> listeningOnIpv6(boolean only) {
        return behind(new Sample()
                .row(Protocol.TCP6, SocketState.LISTEN, 0, 80, 0, 0, NGINX)
                .figure(Figure.V6_ONLY, only ? 1 : 0));
    }

    private static Optional<LocalListeners> behind(Sample machine) {
        return LocalListeners.behind(Checks.V4, 80, machine.snapshot());
    }

    private static CheckRow row(String host, String more, Address called, @Nullable Fault fault) {
        TcpInstance check = Checks.of(host, more);
        var lookup = new Resolved(check, List.of(Checks.V6, Checks.V4), List.of(called));
        var times = new Times(Duration.ofMillis(1), Duration.ofMillis(2));
        return new CheckRow(0, check, called, new Tried(check, called, fault, times, "refused"), lookup);
    }
}
