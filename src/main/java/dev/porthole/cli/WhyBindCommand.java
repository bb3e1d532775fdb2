package dev.porthole.cli;

import dev.porthole.diagnosis.BindQuestion;
import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.engine.Explainer;
import dev.porthole.engine.Prober;
import dev.porthole.net.HostPort;
import dev.porthole.net.InvalidInput;
import dev.porthole.net.IpAddress;
import dev.porthole.net.SafeText;
import dev.porthole.report.ExplanationText;
import dev.porthole.report.FindingJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `porthole why-bind`: what keeps a program from listening on a port.
@Command(
        name = "why-bind",
        header = "Say who has a port, or why a program cannot bind it.",
        customSynopsis = "porthole why-bind PORT [ADDRESS] [--udp] [--json]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  porthole why-bind 8080                 who has it?",
            "  porthole why-bind 80                   in use, or privileged?",
            "  porthole why-bind 5432 10.0.0.5        on this address",
            "",
            "It looks and binds nothing. Exit codes: 0 nothing in the way, 1 something may be,",
            "2 something is (proven or likely), 3 not known, and wrong usage."
        })
public final class WhyBindCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PORT", description = "The port, 1 to 65535, or a service like http.")
    private String port = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ADDRESS",
            description = "The address that is bound (default: all).")
    private @Nullable String address;

    @Option(names = "--udp", description = "The UDP port.")
    private boolean udp;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Override
    public Integer call() {
        try {
            return answer(question());
        } catch (InvalidInput e) {
            return fail(e.sentence());
        } catch (InvalidOption e) {
            return fail(e.sentence());
        } catch (IOException e) {
            return fail("The sockets cannot be read: " + SafeText.of(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("Interrupted.");
        }
    }

    private BindQuestion question() throws InvalidOption {
        int number = HostPort.parse("localhost", port).port();
        if (address == null) {
            return new BindQuestion(udp, number, Optional.empty());
        }
        Optional<IpAddress> ip = IpAddress.parse(address.replaceAll("^\\[(.*)]$", "$1"));
        if (ip.isEmpty()) {
            throw new InvalidOption(
                    "ADDRESS: “" + SafeText.of(address) + "” is no IP address; write one like 10.0.0.5 or ::1.");
        }
        return new BindQuestion(udp, number, ip);
    }

    private int answer(BindQuestion question) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (var prober = Prober.forFew();
                var explainer = new Explainer(prober, PATIENCE)) {
            List<Finding> findings = explainer.whyBind(question);
            if (json) {
                FindingJson.write("bind " + question.inWords(), findings, out);
            } else if (findings.isEmpty()) {
                out.println("Nothing stands in the way of binding " + question.inWords() + where(question) + ".");
            } else {
                ExplanationText.write(findings, out);
            }
            out.flush();
            return code(findings);
        }
    }

    private static String where(BindQuestion question) {
        return question.address().map(ip -> " on " + ip).orElse(" on all addresses");
    }

    private static int code(List<Finding> findings) {
        if (findings.isEmpty()) {
            return 0;
        }
        return findings.getFirst().certainty() == Certainty.POSSIBLE ? 1 : 2;
    }

    private int fail(String sentence) {
        return Complaint.about(spec, sentence);
    }
}
