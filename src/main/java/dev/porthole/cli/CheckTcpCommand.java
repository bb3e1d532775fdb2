package dev.porthole.cli;

import dev.porthole.engine.Prober;
import dev.porthole.interchange.checktcp.CheckTcpAnswer;
import dev.porthole.interchange.checktcp.CheckTcpCall;
import dev.porthole.interchange.checktcp.CheckTcpProbe;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;

/// Stands in for Mackerel's check-tcp. Its words are its own: picocli lists it and never parses it.
@Command(name = "check-tcp", description = "Mackerel's check-tcp, byte for byte: check-tcp -h")
final class CheckTcpCommand {
    static final String NAME = "check-tcp";

    private final PrintStream out;
    private final PrintStream err;

    CheckTcpCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> words) {
        return print(
                switch (CheckTcpCall.read(words)) {
                    case CheckTcpAnswer answer -> answer;
                    case CheckTcpProbe probe -> run(probe);
                });
    }

    private static CheckTcpAnswer run(CheckTcpProbe probe) {
        try (var prober = Prober.forFew()) {
            prober.warmUpFor(probe.spec());
            return probe.report().of(probe.spec(), prober.run(probe.spec()).trace());
        }
    }

    private int print(CheckTcpAnswer answer) {
        PrintStream stream =
                switch (answer.stream()) {
                    case OUT -> out;
                    case ERR -> err;
                };
        stream.writeBytes(answer.text().toArray());
        stream.flush();
        return answer.exitCode();
    }
}
