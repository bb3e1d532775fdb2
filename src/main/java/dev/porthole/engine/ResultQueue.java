package dev.porthole.engine;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Hands what several threads find out to the one thread that listens.
final class ResultQueue {
    /// An absent one says that a producer has ended.
    private final BlockingQueue<Optional<CheckNews>> queue;
    private int producers;
    private volatile boolean closed;

    /// @param capacity producers wait while so many results are not taken yet
    ResultQueue(int capacity) {
        queue = new LinkedBlockingQueue<>(capacity);
    }

    /// Starts a producer, which tells what it finds to the consumer it is given.
    void start(Thread.Builder thread, Consumer<Consumer<CheckNews>> producer) {
        producers++;
        thread.start(() -> {
            try {
                producer.accept(news -> put(Optional.of(news)));
            } finally {
                put(Optional.empty());
            }
        });
    }

    /// Listens until the last producer has ended.
    void drain(Consumer<CheckNews> listener) throws InterruptedException {
        while (producers > 0) {
            Optional<CheckNews> news = queue.take();
            if (news.isEmpty()) {
                producers--;
            }
            news.ifPresent(listener);
        }
    }

    /// Lets the producers end; what they still tell goes nowhere.
    void discard() {
        closed = true;
        queue.clear();
    }

    private void put(Optional<CheckNews> news) {
        if (closed) {
            return;
        }
        try {
            queue.put(news);
        } catch (InterruptedException neverOfAThreadOfOurs) {
            Thread.currentThread().interrupt();
        }
    }
}
