package dev.porthole.cli;

import dev.porthole.engine.SocketCounter;
import dev.porthole.engine.SocketCounter.Counted;
import dev.porthole.interchange.networkconnections.Fixture;
import dev.porthole.interchange.networkconnections.SocketGroups;
import dev.porthole.interchange.zabbix.UnsupportedKey;
import dev.porthole.interchange.zabbix.ZabbixKey;
import dev.porthole.net.SafeText;
import dev.porthole.report.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/// Answers one item key of Zabbix with one number. Without picocli, which would take as long as the counting.
@Command(name = ZabbixCommand.NAME, description = "The number for a Zabbix key of TCP states: zabbix --help")
final class ZabbixCommand {
    static final String NAME = "zabbix";

    private static final int UNSUPPORTED = 1;
    private static final String USAGE = "Usage: porthole zabbix [--test FIXTURE] KEY";
    private static final String HELP = USAGE + """


            Prints how many TCP sockets, IPv4 and IPv6 together, are in the state of KEY:
              tcp.status[K]                    K: closed, closewait, closing, established, finwait1, finwait2,
                                               lastack, listen, synrecv, synsent, timewait
              linux_status[tcp_status,STATE]   STATE in any spelling: TIME-WAIT, time_wait, ESTAB, ESTABLISHED, …

            Options:
              --test FIXTURE   count the sockets of this JSON file: [{"proto": "tcp", "status": "LISTEN"}, …]
              -h, --help       show this help

            Exit codes: 0 a number; 1 ZBX_NOTSUPPORTED and the reason; 3 wrong usage.""";

    private final PrintStream out;
    private final PrintStream err;

    ZabbixCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> words) {
        Optional<String> fixture = Optional.empty();
        int next = 0;
        if (words.size() > 1 && words.getFirst().equals("--test")) {
            fixture = Optional.of(words.get(1));
            next = 2;
        } else if (!words.isEmpty() && words.getFirst().startsWith("--test=")) {
            fixture = Optional.of(words.getFirst().substring("--test=".length()));
            next = 1;
        }
        List<String> rest = words.subList(next, words.size());
        if (rest.contains("-h") || rest.contains("--help")) {
            out.println(HELP);
            return 0;
        }
        if (rest.size() != 1 || rest.getFirst().startsWith("-")) {
            err.println("porthole zabbix: give one key. " + USAGE);
            return Main.USAGE;
        }
        return answer(rest.getFirst(), fixture);
    }

    private int answer(String key, Optional<String> fixture) {
        try {
            ZabbixKey item = ZabbixKey.parse(key);
            out.print(item.value(fixture.isPresent() ? Fixture.parse(SocketCounter.fixture(fixture.get())) : live())
                    + "\n");
            return 0;
        } catch (UnsupportedKey unsupported) {
            return unsupported(unsupported.reason());
        } catch (Fixture.Invalid invalid) {
            return unsupported(invalid.sentence());
        } catch (IOException unreadable) {
            return unsupported(SafeText.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private static SocketGroups live() throws IOException {
        Counted counted = SocketCounter.count();
        if (counted.gap().isPresent()) {
            throw new IOException(Words.gap(counted.gap().get()));
        }
        return SocketGroups.of(counted.counts());
    }

    private int unsupported(String reason) {
        out.print("ZBX_NOTSUPPORTED: " + reason + "\n");
        return UNSUPPORTED;
    }
}
