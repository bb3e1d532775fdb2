package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.engine.ProcessEnder.Outcome;
import dev.porthole.engine.ProcessEnder.Way;
import dev.porthole.sockets.Actor;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Refusal;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Real processes, started and ended by the test.
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class ProcessEnderTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);

    @Test
    void aProcessThatIsAskedEnds() throws Exception {
        try (Listening server = Listening.start(false)) {
            SocketEntry socket = socketOf(server);

            assertEquals(Outcome.ENDED, end(socket, Way.ASK, LONG));
            assertTrue(server.hasEnded());
            assertEquals(Outcome.GONE, end(socket, Way.ASK, LONG), "a second time there is nothing to end");
        }
    }

    @Test
    void aProcessThatTakesNoNoticeRunsOnUntilItIsForced() throws Exception {
        try (Listening server = Listening.start(true)) {
            SocketEntry socket = socketOf(server);

            assertEquals(Outcome.STILL_RUNS, end(socket, Way.ASK, SHORT));
            assertTrue(server.isAlive());
            assertEquals(Outcome.ENDED, end(socket, Way.FORCE, LONG));
            assertTrue(server.hasEnded());
        }
    }

    @Test
    void aReusedPidIsNotEnded() throws Exception {
        try (Listening server = Listening.start(false)) {
            SocketEntry socket = socketOf(server);
            ProcessRef now = process(socket);
            ProcessRef before =
                    new ProcessRef(now.pid(), Objects.requireNonNull(now.startTicks()) - 1, now.name(), now.user());

            for (Way way : Way.values()) {
                assertEquals(Outcome.GONE, end(before, socket, way, SHORT));
            }
            assertTrue(server.isAlive());
        }
    }

    @Test
    void aProcessThatHasClosedTheSocketIsNotEnded() throws Exception {
        try (Listening server = Listening.start(false)) {
            SocketEntry socket = socketOf(server);
            SocketEntry closed = Sample.with(socket, socket.key(), OptionalLong.of(1));

            for (Way way : Way.values()) {
                assertEquals(Outcome.LET_GO, end(process(socket), closed, way, SHORT));
            }
            assertTrue(server.isAlive());
        }
    }

    @Test
    void waitingCanBeGivenUpAndTellsHowFarItIs() throws Exception {
        try (Listening server = Listening.start(true)) {
            SocketEntry socket = socketOf(server);
            List<Double> parts = new ArrayList<>();

            Outcome outcome = ender().end(process(socket), socket, Way.ASK, LONG, part -> {
                parts.add(part);
                return parts.size() < 3;
            });

            assertEquals(Outcome.GIVEN_UP, outcome);
            assertEquals(parts.stream().sorted().toList(), parts);
            assertTrue(parts.getFirst() >= 0 && parts.getLast() < 1, parts.toString());
        }
    }

    @Test
    void portholeItselfIsNeverEnded() throws Exception {
        try (ServerSocket own = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            SocketEntry socket = socketAt(own.getLocalPort());

            assertEquals(Optional.of(Refusal.PORTHOLE), ender().actor().refusal(process(socket)));
            assertThrows(IllegalArgumentException.class, () -> end(socket, Way.FORCE, SHORT));
        }
    }

    @Test
    void theProcessesThatStartedPortholeAreItsParents() throws IOException {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();

        assertEquals(
                Optional.of(parent == 1 ? Refusal.FIRST_PROCESS : Refusal.PARENT),
                ender().actor().refusal(new ProcessRef(parent, 1L, "sh", null)));
    }

    @Test
    void anotherUsersProcessIsLeftAlone() throws Exception {
        try (Listening server = Listening.start(false)) {
            SocketEntry socket = socketOf(server);
            Actor stranger = new Actor(ProcessHandle.current().pid(), Set.of(), "nobody-of-note", false);
            ProcessEnder ender = new ProcessEnder(SourceChooser.choose().owners(), stranger);

            assertThrows(
                    IllegalArgumentException.class,
                    () -> ender.end(process(socket), socket, Way.FORCE, SHORT, _ -> true));
            assertTrue(server.isAlive());
        }
    }

    @Test
    void oshiChecksTheSameThings() throws Exception {
        try (Listening server = Listening.start(false)) {
            SocketEntry socket;
            try (SocketMonitor oshi = Engine.monitor("oshi", LONG)) {
                socket = socketAt(oshi.snapshot(), server.port());
                ProcessRef before =
                        new ProcessRef(server.pid(), 1L, "java", process(socket).user());
                SocketKey key = new SocketKey(socket.protocol(), socket.local(), socket.local(), 0);
                SocketEntry other = Sample.with(socket, key, OptionalLong.empty());

                assertEquals(Outcome.GONE, oshi.ender().end(before, socket, Way.ASK, SHORT, _ -> true));
                assertEquals(Outcome.LET_GO, oshi.ender().end(process(socket), other, Way.ASK, SHORT, _ -> true));
                assertEquals(Outcome.ENDED, oshi.ender().end(process(socket), socket, Way.ASK, LONG, _ -> true));
            }
        }
    }

    private static ProcessEnder ender() throws IOException {
        return new ProcessEnder(SourceChooser.choose().owners());
    }

    private static Outcome end(SocketEntry socket, Way way, Duration patience) throws Exception {
        return end(process(socket), socket, way, patience);
    }

    private static Outcome end(ProcessRef process, SocketEntry socket, Way way, Duration patience) throws Exception {
        return ender().end(process, socket, way, patience, _ -> true);
    }

    private static ProcessRef process(SocketEntry socket) {
        return socket.process().orElseThrow();
    }

    private static SocketEntry socketOf(Listening server) throws Exception {
        SocketEntry socket = socketAt(server.port());
        assertEquals(server.pid(), process(socket).pid());
        return socket;
    }

    private static SocketEntry socketAt(int port) throws Exception {
        try (SocketMonitor monitor = Engine.monitor(LONG)) {
            return socketAt(monitor.snapshot(), port);
        }
    }

    private static SocketEntry socketAt(Snapshot snapshot, int port) {
        for (int row = 0; row < snapshot.size(); row++) {
            if (snapshot.table().localPort(row) == port && snapshot.owner(row) instanceof Owner.Known) {
                return snapshot.entry(row);
            }
        }
        throw new AssertionError("no socket at port " + port);
    }
}
