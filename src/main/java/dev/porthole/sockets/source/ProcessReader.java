package dev.porthole.sockets.source;

import dev.porthole.sockets.ProcessFacts;

/// Reads what the JDK can tell of a process on every system.
public final class ProcessReader {
    private ProcessReader() {}

    public static ProcessFacts read(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> new ProcessFacts(
                        process.info().command().orElse(null),
                        process.info().commandLine().orElse(null),
                        process.info().user().orElse(null),
                        process.info().startInstant().orElse(null),
                        process.parent().map(ProcessHandle::pid).orElse(null)))
                .orElseGet(() -> new ProcessFacts(null, null, null, null, null));
    }
}
