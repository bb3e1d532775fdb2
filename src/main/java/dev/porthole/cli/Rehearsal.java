package dev.porthole.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the command line is trained with, so that its AOT cache knows the way of each command. For `porthole` and
/// `jpackage/build.sh`.
public final class Rehearsal {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("check-tcp", "-H", "127.0.0.1", "-p", "1", "-t", "1"),
            List.of("network-connections", "-w", "10:20", "-c", "@~:5"),
            List.of("zabbix", "tcp.status[listen]"),
            List.of("zabbix", "linux_status[tcp_status,ESTAB]"),
            List.of("counts"),
            List.of("sockets"),
            List.of("sockets", "--json", "--filter", "port:22 state:listen"));

    private Rehearsal() {}

    public static void main(String[] args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (List<String> words : COMMANDS) {
            Main.run(words.toArray(String[]::new), nowhere, nowhere);
        }
    }
}
