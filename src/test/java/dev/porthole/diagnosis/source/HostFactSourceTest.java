package dev.porthole.diagnosis.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Platform;
import dev.porthole.diagnosis.PortAnswer;
import dev.porthole.diagnosis.Told;
import dev.porthole.net.IpAddress;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HostFactSourceTest {
    @Test
    void loopbackIsAmongTheAddresses() {
        var own = new HostFactSource().addresses().ifKnown().orElseThrow();
        assertTrue(own.stream().anyMatch(each -> each.address().isLoopback()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessIsHealthy() {
        var health = new HostFactSource().health(ProcessHandle.current().pid());
        assertTrue(health.ifKnown()
                .filter(fine -> !fine.isStopped() && !fine.hasEnded())
                .flatMap(fine -> fine.descriptors().ifKnown())
                .filter(files -> files.used() > 2 && files.limit() > files.used())
                .isPresent());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theLimitsOfThisMachineAreRead() {
        var limits = new HostFactSource().limits();
        assertTrue(limits.ports().ifKnown().filter(rules -> rules.room() > 0).isPresent());
        assertTrue(limits.own().ifKnown().isPresent());
        assertTrue(limits.mayBindLow().ifKnown().isPresent());
    }

    @Test
    void aFileThatIsNotThereIsToldAsNotKnown(@TempDir Path nowhere) {
        var source = new HostFactSource(Platform.LINUX, nowhere, nowhere);
        assertTrue(source.routes() instanceof Told.Unknown<?>(String why) && why.contains("there is no"));
        assertInstanceOf(Told.Unknown.class, source.counters());
        assertInstanceOf(Told.Unknown.class, source.limits().ports());
        assertInstanceOf(Told.Unknown.class, source.hosts("x"));
        assertInstanceOf(Told.Unknown.class, source.health(1));
    }

    @Test
    void otherSystemsSayWhatIsNotReadThere(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("hosts"), "10.0.0.1 db\n");
        var source = new HostFactSource(Platform.MACOS, folder, folder);
        assertInstanceOf(Told.Unknown.class, source.routes());
        assertEquals(1, source.hosts("db").ifKnown().orElseThrow().size());
    }

    @Test
    void aSystemIsKnownByItsName() {
        assertEquals(Platform.LINUX, Platform.of("Linux"));
        assertEquals(Platform.MACOS, Platform.of("Mac OS X"));
        assertEquals(Platform.WINDOWS, Platform.of("Windows 11"));
        assertEquals(Platform.OTHER, Platform.of("FreeBSD"));
    }

    @Test
    void aPortThatTakesACallSaysThatTheHostIsUp() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var answers = new ArrayBlockingQueue<PortAnswer>(2);
            OtherPorts.call(
                    IpAddress.parse("127.0.0.1").orElseThrow(),
                    List.of(listener.getLocalPort()),
                    Duration.ofSeconds(20),
                    answers::add);
            assertEquals(new PortAnswer(listener.getLocalPort(), true), answers.poll(20, TimeUnit.SECONDS));
        }
        assertEquals(List.of(22, 443), OtherPorts.besides(80));
    }

    @Test
    void aPortThatRefusesSaysThatTheHostIsUp() throws Exception {
        int closed;
        try (var listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = listener.getLocalPort();
        }
        var answers = new ArrayBlockingQueue<PortAnswer>(2);
        OtherPorts.call(
                IpAddress.parse("127.0.0.1").orElseThrow(), List.of(closed), Duration.ofSeconds(20), answers::add);
        assertEquals(new PortAnswer(closed, false), answers.poll(20, TimeUnit.SECONDS));
    }
}
