package dev.porthole.cli;

import dev.porthole.engine.Explainer;
import dev.porthole.engine.Explanation;
import dev.porthole.engine.OtherPortPolicy;
import dev.porthole.engine.ProbeResult;
import dev.porthole.engine.ProbeRun;
import dev.porthole.engine.Prober;
import dev.porthole.engine.ServiceList;
import dev.porthole.net.SafeText;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Service;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsSpec;
import dev.porthole.report.ExplanationText;
import dev.porthole.report.FindingJson;
import dev.porthole.report.ProbeJson;
import dev.porthole.report.ProbePerfdata;
import dev.porthole.report.ProbeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `porthole probe`: calls a port, leads a dialogue, and says what happened.
@Command(
        name = "probe",
        header = "Call a port, and learn whether it answers, how fast, and if not, why.",
        customSynopsis = "porthole probe TARGET [PORT] [OPTIONS]%n                 porthole probe --batch < RECIPES",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  porthole probe mail.example 25",
            "  porthole probe mail.example -s smtp-starttls",
            "  porthole probe https://www.example/ --cert-days 30,7",
            "  porthole probe '[::1]:6379' --send 'PING\\r\\n' -e '^.PONG'",
            "  porthole probe 192.0.2.7 -s dns-udp",
            "  porthole probe unix:/run/clamd.sock -s clamav",
            "  porthole probe db.example 5432 --addresses all --json",
            "  porthole probe db.example 5432 --explain",
            "  porthole probe www.example 443 --tls -w 1,tls=0.3 -c 5 --perfdata",
            "",
            "Exit codes:",
            "  0 OK   1 WARNING   2 CRITICAL   3 UNKNOWN, and wrong usage"
        })
public final class ProbeCommand implements Callable<Integer> {
    private static final int FAILED = 3;

    private final InputStream in;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TARGET",
            description = "A name, an address, host:port, a URL, udp://host:port, or unix:/path.")
    private @Nullable String target;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PORT", description = "A number, or the name of a service.")
    private String port = "";

    @Option(names = "--udp", order = -19, description = "Send a datagram; it needs --send or a service.")
    private boolean udp;

    @Mixin
    private DialogueOptions dialogue = new DialogueOptions();

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(names = "--json", description = "One JSON object on one line.")
    private boolean json;

    @Option(names = "--perfdata", description = "One line for Nagios and its kin, with performance data.")
    private boolean perfdata;

    @Option(names = "--brief", description = "Only the verdict.")
    private boolean brief;

    @Option(
            names = "--explain",
            description = "Say why, from what this machine knows of itself; with --json as porthole explain has it.")
    private boolean explain;

    @Option(
            names = "--no-other-ports",
            description =
                    "With --explain: leave ports 22, 80 and 443 of a host that stays silent alone. Without it each"
                            + " is called once, to see whether the host is up.")
    private boolean noOtherPorts;

    @Option(names = "--batch", description = "A recipe in JSON per line in, an answer in JSON per line out.")
    private boolean batch;

    @Option(names = "--services", description = "List the services that --service knows.")
    private boolean services;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /// @param in where a batch comes from
    ProbeCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        try {
            if (batch) {
                return batch();
            }
            if (services) {
                return list();
            }
            return probe();
        } catch (InvalidOption wrong) {
            return Complaint.about(spec, wrong.sentence());
        }
    }

    private int batch() throws IOException, InvalidOption {
        if (target != null) {
            throw new InvalidOption(
                    "--batch takes its targets from the recipes: leave out " + SafeText.of(target) + ".");
        }
        try (var prober = Prober.forMany()) {
            prober.warmUp();
            new ProbeBatch(prober, spec.commandLine().getOut()).run(in);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
        return 0;
    }

    private int list() {
        PrintWriter out = spec.commandLine().getOut();
        for (Service each : ServiceList.load()) {
            out.printf("%-16s %-6s %s%n", each.name(), each.port(), each.says());
        }
        out.flush();
        return 0;
    }

    private int probe() throws IOException, InvalidOption {
        if (target == null) {
            throw new InvalidOption(
                    "the target is missing: a name or an address, and a port; see porthole probe --help.");
        }
        if ((json && perfdata) || (json && brief) || (perfdata && brief)) {
            throw new InvalidOption("--json, --perfdata and --brief exclude each other: give one of them.");
        }
        if (noOtherPorts && !explain) {
            throw new InvalidOption("--no-other-ports goes with --explain: no other port is called without it.");
        }
        CalledTarget called = CalledTarget.read(target, port, udp, dialogue.service());
        ProbeSpec wanted = wanted(called);
        try (var prober = Prober.forFew()) {
            prober.warmUpFor(wanted);
            if (explain) {
                return explained(wanted, called.notes(), prober);
            }
            ProbeRun run = prober.start(wanted, _ -> {});
            try (var _ = new CleanEnd(run::cancel)) {
                ProbeResult result = run.await();
                print(result, called.notes());
                return result.verdict().severity().exitCode();
            }
        }
    }

    private int explained(ProbeSpec wanted, List<String> notes, Prober prober) throws IOException, InvalidOption {
        if (perfdata || brief) {
            throw new InvalidOption("--explain goes with --json or with neither --perfdata nor --brief.");
        }
        try (var explainer = new Explainer(prober, ExplainCommand.PATIENCE)) {
            explainer.lookRound();
            var explanation = new CompletableFuture<Explanation>();
            ProbeRun run = explainer.start(wanted, otherPorts(), explanation::complete);
            try (var _ = new CleanEnd(run::cancel)) {
                print(explanation.join(), notes);
                return explanation.join().result().verdict().severity().exitCode();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private OtherPortPolicy otherPorts() {
        return noOtherPorts ? OtherPortPolicy.NEVER : OtherPortPolicy.CALL;
    }

    private void print(Explanation explanation, List<String> notes) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ProbeResult result = explanation.result();
        if (json) {
            FindingJson.write(result.spec(), result.trace(), result.verdict(), explanation.findings(), out);
        } else {
            print(result, notes);
            if (!explanation.findings().isEmpty()) {
                out.println();
            }
            ExplanationText.write(explanation.findings(), out);
        }
        out.flush();
    }

    private ProbeSpec wanted(CalledTarget called) throws InvalidOption {
        Service service = dialogue.service();
        StartTls asked = tls.startTls();
        boolean atOnce = tls.isWanted() || (asked == null && (called.tls() || isTls(service)));
        if (tls.isWanted() && asked != null) {
            throw new InvalidOption("--tls and --starttls exclude each other: give one of them.");
        }
        StartTls startTls = asked != null
                ? asked
                : atOnce || service == null ? null : service.access().startTls();
        TlsSpec security = tls.spec();
        if (!atOnce && startTls == null) {
            tls.refuseWithoutTls();
        } else if (called.target() instanceof Target.Udp) {
            throw new InvalidOption("--udp has no TLS: leave out one of them.");
        }
        return new ProbeSpec(
                called.target(),
                atOnce ? security : null,
                dialogue.steps(startTls, security),
                limits.limits(),
                limits.slow(),
                limits.approach());
    }

    private static boolean isTls(@Nullable Service service) {
        return service != null && service.access().tls();
    }

    private void print(ProbeResult result, List<String> notes) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var trace = result.trace();
        var verdict = result.verdict();
        if (json) {
            out.println(ProbeJson.of(new ProbeJson.Probe(null, result.spec(), result.started(), trace, verdict)));
        } else if (perfdata) {
            out.println(ProbePerfdata.of(result.spec(), trace, verdict));
        } else if (brief) {
            out.println(ProbeText.headline(verdict));
        } else {
            ProbeText.write(result.spec(), trace, verdict, out);
            notes.forEach(note -> out.println("Note: " + note));
        }
        out.flush();
    }
}
