package dev.porthole.engine;

import dev.porthole.counts.SystemLimits;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.source.OwnerSource;
import dev.porthole.sockets.source.SocketSource;
import dev.porthole.sockets.source.Sources;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// A machine whose sockets are those of a snapshot, at any time, for the tests of other rooms.
public final class StillMachine {
    private StillMachine() {}

    /// Counts them again and again, at the time of the snapshot.
    ///
    /// @param refusals sources that did not work
    public static TallySource tallies(Snapshot snapshot, SystemLimits limits, Gap... refusals) {
        SocketSource sockets = new SocketSource() {
            @Override
            public String name() {
                return snapshot.source();
            }

            @Override
            public Reading read() {
                return new Reading(snapshot.table(), snapshot.gaps(), snapshot.source(), Map.of());
            }
        };
        return new TallySource(
                new Sources(sockets, new Nobody(), List.of(refusals)),
                () -> limits,
                Clock.fixed(snapshot.time(), ZoneOffset.UTC));
    }

    /// Counting asks for no owners.
    private static final class Nobody implements OwnerSource {
        @Override
        public Ownership search() {
            throw new IllegalStateException("nobody asks for owners");
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
