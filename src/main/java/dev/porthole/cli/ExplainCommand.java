package dev.porthole.cli;

import dev.porthole.engine.Explainer;
import dev.porthole.engine.Explanation;
import dev.porthole.engine.OtherPortPolicy;
import dev.porthole.engine.Prober;
import dev.porthole.net.HostPort;
import dev.porthole.net.InvalidInput;
import dev.porthole.net.SafeText;
import dev.porthole.net.TypedTarget;
import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.ByteEscapes;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsSpec;
import dev.porthole.report.ExplanationText;
import dev.porthole.report.FindingJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `porthole explain`: one probe, and why it came out as it did.
@Command(
        name = "explain",
        header = "Probe a port and say why it does not connect.",
        customSynopsis =
                "porthole explain HOST PORT | HOST:PORT | /PATH  [--udp] [--tls] [--send TEXT]%n"
                        + "                 [--expect REGEX] [--timeout SECONDS] [--slow SECONDS] [--no-other-ports]%n                 [--json]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  porthole explain localhost 8080              every address, and who listens where",
            "  porthole explain db.example 5432 --timeout 3",
            "  porthole explain mail.example 25 --expect '^220'",
            "  porthole explain 127.0.0.1 53 --udp --send '\\x00'",
            "  porthole explain /run/postgresql/.s.PGSQL.5432",
            "  sudo porthole explain localhost 80 --json    owners of all users, for programs",
            "",
            "“proven” leaves no other cause; “likely” names what else it may be; “possible” is",
            "one of several. Commands after a $ look and change nothing, unless they say so.",
            "",
            "Exit codes: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN and wrong usage."
        })
public final class ExplainCommand implements Callable<Integer> {
    private static final double LONGEST = 3600;
    /// A person who asks waits for the owners of all sockets.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..2",
            paramLabel = "TARGET",
            description = "Host and port, HOST:PORT, or the path of a UNIX socket.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--udp", description = "Over UDP; needs --send.")
    private boolean udp;

    @Option(names = "--tls", description = "In TLS from the first byte on.")
    private boolean tls;

    @Option(
            names = "--send",
            paramLabel = "TEXT",
            description = "Sent when the connection stands; \\n, \\r, \\t, \\\\ and \\xNN are escapes.")
    private @Nullable String send;

    @Option(names = "--expect", paramLabel = "REGEX", description = "What the answer has to hold (RE2).")
    private @Nullable String expect;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "For the whole probe (default: 5).")
    private double timeout = 5;

    @Option(names = "--slow", paramLabel = "SECONDS", description = "A warning if it takes longer than this.")
    private @Nullable Double slow;

    @Option(
            names = "--no-other-ports",
            description = "Leave ports 22, 80 and 443 of a host that stays silent alone. Without it each is called"
                    + " once, after 0.7 s of silence, to see whether the host is up.")
    private boolean noOtherPorts;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Override
    public Integer call() throws IOException {
        try {
            return explain(probe());
        } catch (InvalidInput e) {
            return fail(e.sentence());
        } catch (IllegalArgumentException e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (InvalidOption e) {
            return fail(e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("Interrupted.");
        }
    }

    private int explain(ProbeSpec probe) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (var prober = Prober.forFew();
                var explainer = new Explainer(prober, PATIENCE)) {
            prober.warmUp();
            explainer.lookRound();
            Explanation explanation = explainer.run(probe, noOtherPorts ? OtherPortPolicy.NEVER : OtherPortPolicy.CALL);
            if (json) {
                FindingJson.write(
                        probe,
                        explanation.result().trace(),
                        explanation.result().verdict(),
                        explanation.findings(),
                        out);
            } else {
                write(explanation, out);
            }
            out.flush();
            return explanation.result().verdict().severity().exitCode();
        }
    }

    private static void write(Explanation explanation, PrintWriter out) {
        var verdict = explanation.result().verdict();
        out.println(verdict.severity() + ": " + verdict.headline());
        if (!explanation.findings().isEmpty()) {
            out.println();
            ExplanationText.write(explanation.findings(), out);
        } else if (verdict.severity().exitCode() != 0) {
            out.println("No rule of Porthole knows a cause beyond that.");
        }
    }

    private ProbeSpec probe() throws InvalidOption {
        if (!(timeout > 0 && timeout <= LONGEST)) {
            throw new InvalidOption("--timeout takes more than 0 and at most 3600 seconds.");
        }
        if (slow != null && !(slow >= 0 && slow <= LONGEST)) {
            throw new InvalidOption("--slow takes 0 to 3600 seconds.");
        }
        if (udp && send == null) {
            throw new InvalidOption("--udp needs --send TEXT: without a question nobody answers over UDP.");
        }
        if (udp && tls) {
            throw new InvalidOption("--udp and --tls exclude each other: give one of them.");
        }
        return new ProbeSpec(
                target(),
                tls ? TlsSpec.thorough(TlsSpec.CertificateCheck.REQUIRED) : null,
                steps(),
                ProbeSpec.Limits.total(seconds(timeout)),
                new SlowerThan(slow == null ? null : seconds(slow), null),
                new Approach(AddressMode.ALL, null));
    }

    private Target target() throws InvalidOption {
        String first = words.getFirst();
        if (words.size() == 1 && TypedTarget.read(first) instanceof TypedTarget.UnixPath(String path, var _)) {
            if (udp) {
                throw new InvalidOption("--udp is for a host; " + SafeText.of(path) + " is the path of a UNIX socket.");
            }
            return new Target.Unix(path);
        }
        HostPort address = HostPort.parse(first, words.size() > 1 ? words.get(1) : "");
        return udp ? new Target.Udp(address) : new Target.Tcp(address);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (send != null) {
            steps.add(new Step.Send(ByteEscapes.read(send)));
        }
        if (expect != null) {
            steps.add(new Step.Expect(Regex.guarded(expect), Reading.UntilMatch.DEFAULT));
        }
        return steps;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private int fail(String sentence) {
        return Complaint.about(spec, sentence);
    }
}
