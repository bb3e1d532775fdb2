package dev.porthole.engine;

import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.source.OwnerSource;
import dev.porthole.sockets.source.SocketSource;
import dev.porthole.sockets.source.Sources;
import dev.porthole.ui.sockets.ManySockets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// A machine with very many sockets that are not there, for the real window.
public final class BusyMachine {
    private BusyMachine() {}

    public static SocketMonitor monitor(int size) {
        return new SocketMonitor(
                new Sources(new Sockets(size), new Owners(), List.of()), Clock.systemUTC(), Duration.ofSeconds(10));
    }

    private static final class Sockets implements SocketSource {
        private final int size;
        private int readings;

        Sockets(int size) {
            this.size = size;
        }

        @Override
        public String name() {
            return "synthetic";
        }

        @Override
        public Reading read() {
            Snapshot snapshot = ManySockets.snapshot(size, readings++);
            return new Reading(snapshot.table(), List.of(), name(), snapshot.users());
        }
    }

    private static final class Owners implements OwnerSource {
        @Override
        public Ownership search() {
            return ManySockets.ownership();
        }

        @Override
        public boolean isAlive(ProcessRef process) {
            return false;
        }

        @Override
        public boolean holds(ProcessRef process, SocketEntry socket) {
            return false;
        }
    }
}
