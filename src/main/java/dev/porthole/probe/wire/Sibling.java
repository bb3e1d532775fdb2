package dev.porthole.probe.wire;

/// A thread beside the one of a probe: virtual if that is, else a daemon of the system's. Where all are the
/// system's, no poller of virtual threads sleeps in a system call, for which the JVM would wait 0.3 s at its end.
final class Sibling {
    private Sibling() {}

    static Thread start(String name, Runnable task) {
        Thread.Builder kind = Thread.currentThread().isVirtual()
                ? Thread.ofVirtual()
                : Thread.ofPlatform().daemon();
        return kind.name(name).start(task);
    }
}
