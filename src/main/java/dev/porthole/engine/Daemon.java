package dev.porthole.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Background threads: named, and no reason to keep the program alive.
public final class Daemon {
    private Daemon() {}

    /// One thread that takes one task after the other.
    public static ExecutorService single(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }
}
