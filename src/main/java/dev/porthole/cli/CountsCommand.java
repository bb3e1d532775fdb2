package dev.porthole.cli;

import dev.porthole.counts.Tally;
import dev.porthole.engine.Engine;
import dev.porthole.engine.TallySource;
import dev.porthole.net.SafeText;
import dev.porthole.report.CountJson;
import dev.porthole.report.CountText;
import dev.porthole.report.OpenMetrics;
import dev.porthole.report.Words;
import dev.porthole.sockets.Gap;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `porthole counts`: how many sockets there are of each type and state.
@Command(
        name = "counts",
        header = "Count the sockets of this machine by type and state.",
        customSynopsis = "porthole counts [--watch [--count N]] [--json|--openmetrics]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  porthole counts                          states down, types across, with totals",
            "  porthole counts --watch                  the same each second, until Ctrl+C",
            "  porthole counts --watch --json           a JSON object a line, each second",
            "  porthole counts --openmetrics            for Prometheus' textfile collector",
            "",
            "Exit codes:",
            "  0  counted",
            "  3  no source works, rows are missing, or an option has a wrong value"
        })
public final class CountsCommand implements Callable<Integer> {
    private static final int FAILED = 3;

    private final Opener opener;

    @Spec
    private CommandSpec spec;

    @Option(names = "--watch", description = "Count again each second, until interrupted.")
    private boolean watch;

    @Option(names = "--count", paramLabel = "N", description = "With --watch: so many times, then end.")
    private @Nullable Integer count;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--openmetrics", description = "The text format of OpenMetrics and Prometheus.")
    private boolean openMetrics;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    public CountsCommand() {
        this(Engine::tallies);
    }

    CountsCommand(Opener opener) {
        this.opener = opener;
    }

    @FunctionalInterface
    interface Opener {
        TallySource open() throws IOException;
    }

    @Override
    public Integer call() {
        try (TallySource source = opener.open()) {
            return counted(source);
        } catch (InvalidOption e) {
            return fail(e.sentence());
        } catch (IOException e) {
            return fail("The sockets cannot be read: " + SafeText.of(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("Interrupted.");
        }
    }

    private int counted(TallySource source) throws InvalidOption, IOException, InterruptedException {
        if (openMetrics && (json || watch)) {
            throw new InvalidOption("--openmetrics stands alone: a scrape is one text.");
        }
        if (count != null && (!watch || count < 1)) {
            throw new InvalidOption("--count takes a number from 1 and goes with --watch.");
        }
        int times = count == null ? Integer.MAX_VALUE : count;
        Rounds rounds = watch ? new Rounds(1, times) : Rounds.ONE;
        return rounds.run(_ -> print(source.next()));
    }

    private int print(TallySource.Reading reading) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Tally tally = reading.tally();
        if (json) {
            CountJson.write(tally, out);
        } else if (openMetrics) {
            OpenMetrics.write(tally, out);
        } else {
            if (watch) {
                out.println(tally.time());
            }
            CountText.write(tally.counts(), out);
            if (watch) {
                out.println();
            }
        }
        out.flush();
        List<Gap> missing = reading.gaps().stream().filter(Gap::missesRows).toList();
        missing.forEach(gap -> fail(Words.gap(gap)));
        return missing.isEmpty() ? 0 : FAILED;
    }

    private int fail(String sentence) {
        return Complaint.about(spec, sentence);
    }
}
