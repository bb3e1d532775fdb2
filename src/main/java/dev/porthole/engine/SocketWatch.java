package dev.porthole.engine;

import dev.porthole.diagnosis.Seen;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at the sockets on behalf of the explainer, and remembers the last listener of each port that was asked for.
final class SocketWatch implements AutoCloseable {
    private final Duration patience;
    private final Map<String, Seen.Earlier> listeners = new HashMap<>();
    private @Nullable SocketMonitor monitor;
    private @Nullable Snapshot last;
    private @Nullable Snapshot lastOfPort;
    private int lastPort;
    private boolean closed;

    SocketWatch(Duration patience) {
        this.patience = patience;
    }

    /// The sockets of this moment. Where they cannot be read, an empty snapshot with a gap that says so.
    synchronized Snapshot look() throws InterruptedException {
        try {
            return lookOrFail();
        } catch (IOException e) {
            var gap = new Gap(Gap.Kind.TABLE_UNREADABLE, "sockets", 1, String.valueOf(e.getMessage()));
            var nothing = new Reading(SocketTable.empty(), List.of(gap), "", Map.of());
            return Snapshot.of(Instant.now(), nothing, Ownership.SEARCHING);
        }
    }

    /// Those at this port, which are all that the end of a probe has to wait for.
    synchronized Snapshot look(int port) throws InterruptedException {
        Snapshot known = last(port).orElse(null);
        try {
            if (port > 0 && monitor != null && known != null && !closed) {
                Optional<Snapshot> taken = monitor.snapshot(port, known);
                if (taken.isPresent()) {
                    return keep(port, taken.get());
                }
            }
        } catch (IOException e) {
            // A reading of all says what is wrong.
        }
        return look();
    }

    private Snapshot keep(int port, Snapshot taken) {
        lastPort = port;
        lastOfPort = taken;
        return taken;
    }

    synchronized Snapshot lookOrFail() throws IOException, InterruptedException {
        if (closed) {
            throw new IOException("the program is ending");
        }
        SocketMonitor source = monitor;
        if (source == null) {
            source = Engine.monitor(patience);
            monitor = source;
        }
        Snapshot taken = source.snapshot();
        last = taken;
        return taken;
    }

    synchronized boolean isOurs(SocketEntry socket) {
        return monitor != null && !closed && monitor.isOurs(socket);
    }

    /// The same snapshot with the owners that it was still looking for, as far as they are found in time.
    synchronized Snapshot settled(int port, Snapshot snapshot) throws InterruptedException {
        return monitor == null || closed ? snapshot : keep(port, monitor.settled(snapshot));
    }

    /// What was seen of this port the last time, however long ago; empty before the first look.
    synchronized Optional<Snapshot> last(int port) {
        Snapshot all = last;
        Snapshot some = lastPort == port ? lastOfPort : null;
        return Optional.ofNullable(all == null || (some != null && some.time().isAfter(all.time())) ? some : all);
    }

    /// Keeps in mind who waits on this port in this snapshot.
    synchronized void remember(boolean udp, int port, Snapshot snapshot) {
        Waiting.on(snapshot, port).stream()
                .filter(waiting -> waiting.isTcp() != udp)
                .findFirst()
                .map(waiting -> new Seen.Earlier(waiting, snapshot.time()))
                .ifPresent(seen -> listeners.merge(key(udp, port), seen, Seen.Earlier::then));
    }

    /// The last that was seen.
    synchronized Optional<Seen.Earlier> remembered(boolean udp, int port) {
        return Optional.ofNullable(listeners.get(key(udp, port)));
    }

    private static String key(boolean udp, int port) {
        return (udp ? "udp " : "tcp ") + port;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (monitor != null) {
            monitor.close();
        }
    }
}
