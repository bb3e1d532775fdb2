package dev.porthole.cli;

import dev.porthole.engine.CheckNews;
import dev.porthole.engine.DatadogFile;
import dev.porthole.engine.TcpChecks;
import dev.porthole.interchange.datadog.DatadogConfig;
import dev.porthole.interchange.yaml.InvalidDocument;
import dev.porthole.report.TcpCheckJson;
import dev.porthole.report.TcpCheckText;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Stands in for Datadog's tcp_check: runs the instances of its `conf.yaml` and says what it would report.
@Command(
        name = "tcp-check",
        header = "Run a conf.yaml of Datadog's tcp_check, as its Agent would.",
        customSynopsis = "porthole tcp-check [--json] [--runs N] [--every] [--resolve NAME=ADDR[,ADDR…]]… CONF.yaml",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  porthole tcp-check /etc/datadog-agent/conf.d/tcp_check.d/conf.yaml",
            "  porthole tcp-check --json conf.yaml             service checks and metrics, for programs",
            "  porthole tcp-check --every conf.yaml            again and again, until Ctrl+C",
            "  porthole tcp-check --resolve web=::1,127.0.0.1 conf.yaml",
            "",
            "Exit codes:",
            "  0  all connected",
            "  2  an address did not answer (CRITICAL)",
            "  3  a host does not resolve, an instance or the file cannot be used, or wrong usage"
        })
final class TcpCheckCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONF.yaml", description = "The file; nothing else of the Agent is needed.")
    private String file;

    @Option(names = "--json", description = "One JSON object a line for each service check, metric and error.")
    private boolean json;

    @Option(names = "--runs", paramLabel = "N", description = "Run so many times over (default: once).")
    private @Nullable Integer runs;

    @Option(
            names = "--every",
            description = "Run each instance every min_collection_interval (15 s if unset), until Ctrl+C or --runs.")
    private boolean every;

    @Option(
            names = "--resolve",
            paramLabel = "NAME=ADDR[,ADDR…]",
            description = "Take these addresses for NAME, in this order, and ask no resolver. Repeat for more names.")
    private List<String> resolve = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Override
    public Integer call() {
        try {
            if (runs != null && runs < 1) {
                throw new InvalidOption("--runs takes a number from 1 on.");
            }
            return run(DatadogFile.read(file), GivenAddresses.parse(resolve));
        } catch (InvalidOption e) {
            return fail(e.sentence());
        } catch (InvalidDocument e) {
            return fail(e.sentence());
        }
    }

    private int run(DatadogConfig config, GivenAddresses given) {
        var text = new TcpCheckText(config);
        config.notes().forEach(note -> print(json ? TcpCheckJson.line(note) : text.line(note)));
        var tally = new Tally();
        Consumer<CheckNews> listener = news -> {
            tally.add(news.result());
            print(
                    json
                            ? TcpCheckJson.lines(news.run(), news.result())
                            : stamped(text.lines(news.place(), news.result()), news));
        };
        try (var checks = new TcpChecks(config, given.byName());
                var _ = new CleanEnd(checks::cancel)) {
            if (every) {
                checks.every(runs == null ? Integer.MAX_VALUE : runs, listener);
            } else {
                checks.run(runs == null ? 1 : runs, listener);
            }
            if (every && !json) {
                print(tally + "\n");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
        return tally.exitCode();
    }

    /// Which run it was, where there are several: its time, or its number.
    private String stamped(String lines, CheckNews news) {
        boolean several = every || (runs != null && runs > 1);
        if (lines.isEmpty() || !several) {
            return lines;
        }
        String stamp = every ? CLOCK.format(news.time().atZone(ZoneId.systemDefault())) : "run " + news.run();
        String indent = "\n" + " ".repeat(stamp.length() + 2);
        return stamp + "  " + lines.strip().replace("\n", indent) + "\n";
    }

    private void print(String lines) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(lines);
        out.flush();
    }

    private int fail(String sentence) {
        return Complaint.about(spec, sentence);
    }
}
