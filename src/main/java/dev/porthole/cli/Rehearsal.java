package dev.porthole.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/// Runs what monitoring programs call most, for nobody to read: what the JVM loads for it goes into the cache that
/// makes later starts quick. The launchers ask for it, no user does.
final class Rehearsal {
    static final String NAME = "--rehearse";

    private static final List<List<String>> PLAYS = List.of(
            List.of("check-tcp", "-H", "127.0.0.1", "-p", "1", "-t", "1"),
            List.of("network-connections", "-w", "10:20", "-c", "@~:5"),
            List.of("zabbix", "tcp.status[listen]"),
            List.of("zabbix", "linux_status[tcp_status,ESTAB]"));

    private Rehearsal() {}

    static int run() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        PLAYS.forEach(words -> Main.run(words.toArray(String[]::new), nowhere, nowhere));
        return 0;
    }
}
