package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads a stream in a virtual thread of its own, so that its reader can wait for silence. At most `limit` bytes are
/// read, so the queue is bounded by that; the thread ends when the stream is closed.
final class Inbox {
    sealed interface News {}

    record Data(Bytes bytes) implements News {}

    record End() implements News {}

    record Broken(IOException failure) implements News {}

    private static final int CHUNK = 16 * 1024;

    private final BlockingQueue<News> queue = new LinkedBlockingQueue<>();

    private Inbox() {}

    static Inbox of(InputStream in, int limit) {
        var inbox = new Inbox();
        Thread.ofVirtual().name("probe-reader").start(() -> inbox.fill(in, limit));
        return inbox;
    }

    /// Waits for news; null if there were none in that time.
    @Nullable
    News next(Duration wait) throws InterruptedException {
        return queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void fill(InputStream in, int limit) {
        byte[] chunk = new byte[Math.min(CHUNK, limit)];
        try {
            for (int left = limit; left > 0; ) {
                int count = in.read(chunk, 0, Math.min(chunk.length, left));
                if (count < 0) {
                    queue.add(new End());
                    return;
                }
                queue.add(new Data(Bytes.first(count, chunk)));
                left -= count;
            }
        } catch (IOException failure) {
            queue.add(new Broken(failure));
        }
    }
}
