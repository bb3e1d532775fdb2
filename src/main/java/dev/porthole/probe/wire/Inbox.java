package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads a stream in a thread of its own, so that its reader can wait for silence. The thread starts with the
/// first question and reads only little ahead; it ends when the inbox is closed. Used by one thread.
final class Inbox implements AutoCloseable {
    sealed interface News {}

    record Data(Bytes bytes) implements News {}

    record End() implements News {}

    record Broken(IOException failure) implements News {}

    static final Duration FOREVER = Duration.ofDays(365);

    private static final int CHUNK = 16 * 1024;
    private static final int AHEAD = 4;

    private final InputStream in;
    private final BlockingQueue<News> queue = new ArrayBlockingQueue<>(AHEAD);
    private @Nullable Thread reader;
    /// What is next: something given back, or the end, which stays.
    private @Nullable News next;

    private Inbox(InputStream in) {
        this.in = in;
    }

    static Inbox of(InputStream in) {
        return new Inbox(in);
    }

    /// Waits for news; null if there were none in that time.
    @Nullable
    News next(Duration wait) throws InterruptedException {
        News news = peek(wait);
        next = news instanceof Data ? null : news;
        return news;
    }

    /// The same, and it stays the next.
    @Nullable
    News peek(Duration wait) throws InterruptedException {
        if (next == null) {
            if (reader == null) {
                reader = Sibling.start("probe-reader", this::fill);
            }
            next = queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        }
        return next;
    }

    /// Comes before all else that was not taken yet.
    void giveBack(Bytes bytes) {
        if (bytes.isEmpty()) {
            return;
        }
        next = switch (next) {
            case Data(Bytes after) -> new Data(Bytes.joined(List.of(bytes, after)));
            case null -> new Data(bytes);
            // The end comes again by itself, as the reader has gone.
            case End end -> before(bytes, end);
            case Broken broken -> before(bytes, broken);
        };
    }

    private Data before(Bytes bytes, News end) {
        queue.clear();
        queue.add(end);
        return new Data(bytes);
    }

    /// What came and was not taken, without waiting.
    Bytes waiting() throws InterruptedException {
        return reader != null && peek(Duration.ZERO) instanceof Data(Bytes bytes) ? bytes : Bytes.EMPTY;
    }

    /// The same octets as a stream, for whoever wants one.
    InputStream stream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return length == 0 ? 0 : take(into, offset, length);
            }

            @Override
            public int available() {
                return next instanceof Data(Bytes bytes) ? bytes.length() : 0;
            }
        };
    }

    private int take(byte[] into, int offset, int length) throws IOException {
        try {
            return switch (next(FOREVER)) {
                case Data(Bytes bytes) -> {
                    int count = Math.min(length, bytes.length());
                    System.arraycopy(bytes.toArray(), 0, into, offset, count);
                    giveBack(bytes.from(count));
                    yield count;
                }
                case Broken(var failure) -> throw failure;
                case End _ -> -1;
                case null -> -1;
            };
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was stopped");
        }
    }

    private void fill() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                queue.put(new Data(Bytes.first(count, chunk)));
            }
            queue.put(new End());
        } catch (IOException failure) {
            leave(failure);
        } catch (InterruptedException closed) {
            // Nobody listens any more.
        }
    }

    private void leave(IOException failure) {
        try {
            queue.put(new Broken(failure));
        } catch (InterruptedException closed) {
            // Nobody listens any more.
        }
    }

    /// To be called after the stream was closed, which wakes a reader that waits for the network.
    @Override
    public void close() {
        if (reader != null) {
            reader.interrupt();
        }
    }
}
