package dev.porthole.engine;

import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.EndedSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Collects in a thread of its own what ended since it was last asked.
final class EndedWatch implements AutoCloseable {
    /// More than these between two readings are not kept.
    private static final int MOST = 20_000;

    private final EndedSource source;
    private final SocketTable.Builder heard = new SocketTable.Builder();
    private final SocketTable.Builder part = new SocketTable.Builder();
    private boolean lost;
    private boolean deaf;
    private volatile boolean open = true;

    EndedWatch(EndedSource source) {
        this.source = source;
        Thread.ofPlatform().daemon().name("porthole-ended").start(this::run);
    }

    private void run() {
        try (source) {
            while (open) {
                boolean lostSome = source.hear(part.clear());
                keep(part.build(), lostSome);
            }
        } catch (IOException e) {
            // The readings go on without it.
        } finally {
            beDeaf();
        }
    }

    private synchronized void keep(SocketTable some, boolean lostSome) {
        lost |= lostSome || heard.size() + some.size() > MOST;
        for (int row = 0; row < some.size() && heard.size() < MOST; row++) {
            heard.add(some, row);
        }
    }

    private synchronized void beDeaf() {
        deaf = true;
    }

    /// What ended, and whether there was more.
    record Heard(SocketTable sockets, boolean lost) {}

    /// What was heard since the last call; null if that is not all, as the system tells no more.
    synchronized @Nullable Heard take() {
        if (deaf) {
            return null;
        }
        Heard taken = new Heard(heard.build(), lost);
        heard.clear();
        lost = false;
        return taken;
    }

    @Override
    public void close() {
        open = false;
    }
}
