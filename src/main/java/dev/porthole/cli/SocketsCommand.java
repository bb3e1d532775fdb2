package dev.porthole.cli;

import dev.porthole.engine.Engine;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.net.Protocol;
import dev.porthole.net.SafeText;
import dev.porthole.net.SocketState;
import dev.porthole.report.SocketCsv;
import dev.porthole.report.SocketJson;
import dev.porthole.report.SocketText;
import dev.porthole.report.Words;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.query.InvalidQuery;
import dev.porthole.sockets.query.Query;
import dev.porthole.sockets.query.Reach;
import dev.porthole.sockets.query.SocketFilter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `porthole sockets`: every socket of this machine and who holds it.
@Command(
        name = "sockets",
        header = "List the sockets of this machine and who holds them.",
        customSynopsis =
                "porthole sockets [--type TYPE,…] [--state STATE,…] [--filter QUERY]%n                 [--sort COLUMN] [--reverse] [--json|--csv] [--source SOURCE]%n                 [--refresh SECONDS [--count N]] [--timings]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  porthole sockets --state listen              who listens here",
            "  porthole sockets --filter postgres           text somewhere in the row",
            "  porthole sockets --filter 'port:443 !lo'     port 443, not on loopback",
            "  porthole sockets --filter 'state:established,time_wait addr:10.0.0.0/8'",
            "  porthole sockets --filter 'proc:nginx queue:>64K'",
            "  porthole sockets --filter backlog:full       listeners that turn callers away",
            "  porthole sockets --type tcp,tcp6 --state close-wait --sort pid",
            "  sudo porthole sockets --json                 owners of all users, for programs",
            "",
            "Exit codes:",
            "  0  listed; hidden owners are no error",
            "  3  no source works, rows are missing, or an option has a wrong value"
        })
public final class SocketsCommand implements Callable<Integer> {
    private static final int FAILED = 3;
    /// A list is asked for once: it waits for its owners as long as a person would.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SnapshotReader reader;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--type",
            split = ",",
            paramLabel = "TYPE",
            description = "Only these types: tcp, tcp6, udp, udp6. Repeat or separate by commas.")
    private @Nullable List<String> types;

    @Option(
            names = "--state",
            split = ",",
            paramLabel = "STATE",
            description = "Only these states, in any spelling: listen, established, TIME-WAIT, syn_recv, …")
    private @Nullable List<String> states;

    @Option(
            names = "--filter",
            paramLabel = "QUERY",
            description = "Only rows that fit every word of QUERY. A word is text of the row, lo (loopback), or one of"
                    + " port: lport: rport: addr: laddr: raddr: state: type: proc: pid: user: queue: recvq: sendq:"
                    + " rtt: retrans: drops: unit: backlog: exposed: and, with --refresh, rate: age:"
                    + " with a value; ! before a word turns it round, a|b is either, quotes keep blanks.")
    private String filter = "";

    @Option(
            names = "--sort",
            paramLabel = "COLUMN",
            description = "proto, local, local-port, remote, remote-port, state, recv-q, send-q, pid, process, user,"
                    + " rtt, rtt-var, retrans, cwnd, mss, pmtu, sent, received, drops, accept-q, exposure, and with"
                    + " --refresh send-rate, recv-rate or age (default: local-port).")
    private @Nullable String sort;

    @Option(names = "--reverse", description = "The other way round; absent values stay last.")
    private boolean reverse;

    @Option(
            names = "--json",
            description =
                    "One JSON object; absent values are null. With --refresh it has rates, from the second list on.")
    private boolean json;

    @Option(names = "--csv", description = "CSV (RFC 4180) with a heading.")
    private boolean csv;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "netlink or proc (Linux) or oshi (every system); default: the best that works.")
    private @Nullable String source;

    @Option(
            names = "--refresh",
            paramLabel = "SECONDS",
            description = "List again every so many seconds, until interrupted.")
    private @Nullable Double refresh;

    @Option(names = "--count", paramLabel = "N", description = "With --refresh: so many lists, then end.")
    private int count = Integer.MAX_VALUE;

    @Option(
            names = "--timings",
            description =
                    "On stderr, a JSON line for each list: milliseconds of reading, owners, diff; bytes allocated.")
    private boolean timings;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    public SocketsCommand() {
        this(SocketsCommand::read);
    }

    SocketsCommand(SnapshotReader reader) {
        this.reader = reader;
    }

    /// Takes one snapshot.
    @FunctionalInterface
    interface SnapshotReader {
        /// From this source, or from the best that works.
        Snapshot read(@Nullable String source) throws IOException, InterruptedException;
    }

    private static Snapshot read(@Nullable String source) throws IOException, InterruptedException {
        try (SocketMonitor monitor = source == null ? Engine.monitor(PATIENCE) : Engine.monitor(source, PATIENCE)) {
            return monitor.snapshot();
        }
    }

    @Override
    public Integer call() throws IOException {
        try {
            return list();
        } catch (InvalidOption e) {
            return fail(e.sentence());
        }
    }

    private int list() throws IOException, InvalidOption {
        SocketFilter wanted = new SocketFilter(wantedTypes(), wantedStates(), EnumSet.allOf(Reach.class), query());
        SocketOrder order = new SocketOrder(column(), reverse);
        if (json && csv) {
            throw new InvalidOption("--json and --csv exclude each other: give one of them.");
        }
        if (count < 1 || (refresh != null && !(refresh >= 0 && refresh <= TimedLists.LONGEST))) {
            throw new InvalidOption("--refresh takes 0 to 86400 seconds, --count at least 1.");
        }
        if (refresh == null && (wanted.query().comparesReadings() || order.comparesReadings())) {
            throw new InvalidOption(
                    "Rates and ages come of comparing two lists: add --refresh SECONDS, and see the second list.");
        }
        String wantedSource = source == null ? null : wantedSource(source);
        try {
            if (refresh == null && !timings) {
                return list(reader.read(wantedSource), wanted, order);
            }
            return refreshed(wantedSource, wanted, order);
        } catch (IOException e) {
            return fail("The sockets cannot be read: " + SafeText.of(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("Interrupted.");
        }
    }

    private int refreshed(@Nullable String wantedSource, SocketFilter wanted, SocketOrder order)
            throws IOException, InterruptedException {
        TimedLists lists = new TimedLists(
                refresh == null ? Rounds.ONE : new Rounds(refresh, count),
                timings ? spec.commandLine().getErr() : null);
        try (SocketMonitor monitor =
                wantedSource == null ? Engine.monitor(PATIENCE) : Engine.monitor(wantedSource, PATIENCE)) {
            return lists.run(monitor, snapshot -> list(snapshot, wanted, order));
        }
    }

    private int list(Snapshot snapshot, SocketFilter wanted, SocketOrder order) throws IOException {
        int[] rows = wanted.rows(snapshot);
        order.sort(rows, snapshot);
        write(snapshot, rows);
        return missing(snapshot);
    }

    private void write(Snapshot snapshot, int[] rows) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            SocketJson.write(snapshot, rows, out);
        } else if (csv) {
            SocketCsv.write(snapshot, rows, out);
        } else {
            SocketText.write(snapshot, rows, out);
            notes(snapshot).forEach(out::println);
        }
        // A reader that has gone away is no fault of this program: PrintWriter keeps the exception to itself.
        out.flush();
    }

    private static Stream<String> notes(Snapshot snapshot) {
        return Stream.concat(
                        snapshot.gaps().stream()
                                .filter(gap -> gap.kind() == Gap.Kind.SOURCE_REFUSED)
                                .map(Words::gap),
                        Stream.of(Words.hiddenOwners(snapshot)))
                .filter(note -> !note.isEmpty());
    }

    private int missing(Snapshot snapshot) {
        List<Gap> missing = snapshot.gaps().stream().filter(Gap::missesRows).toList();
        missing.forEach(gap -> fail(Words.gap(gap)));
        return missing.isEmpty() ? 0 : FAILED;
    }

    private int fail(String sentence) {
        return Complaint.about(spec, sentence);
    }

    private Query query() throws InvalidOption {
        try {
            return Query.parse(filter);
        } catch (InvalidQuery e) {
            throw new InvalidOption("--filter: " + e.sentence());
        }
    }

    private Set<Protocol> wantedTypes() throws InvalidOption {
        Set<Protocol> wanted = EnumSet.noneOf(Protocol.class);
        for (String type : types == null ? List.<String>of() : types) {
            wanted.add(Protocol.parse(type)
                    .orElseThrow(() -> InvalidOption.of("--type", type, words(Protocol.values(), Protocol::word))));
        }
        return types == null ? EnumSet.allOf(Protocol.class) : wanted;
    }

    private Set<SocketState> wantedStates() throws InvalidOption {
        Set<SocketState> wanted = EnumSet.noneOf(SocketState.class);
        for (String text : states == null ? List.<String>of() : states) {
            SocketState state = SocketState.parse(text)
                    .orElseThrow(() -> InvalidOption.of("--state", text, words(SocketState.values(), s -> s.name()
                            .toLowerCase(Locale.ROOT))));
            wanted.add(state);
            if (text.strip().equalsIgnoreCase(SocketState.NONE.ssName())) {
                // To ss, UNCONN is a closed TCP socket and a UDP socket alike.
                wanted.add(SocketState.NONE);
            }
        }
        return states == null ? EnumSet.allOf(SocketState.class) : wanted;
    }

    private SocketOrder.Column column() throws InvalidOption {
        if (sort == null) {
            return SocketOrder.DEFAULT.column();
        }
        String word = sort;
        return SortColumn.parse(word).orElseThrow(() -> InvalidOption.of("--sort", word, SortColumn.words()));
    }

    private static String wantedSource(String word) throws InvalidOption {
        Optional<String> known = Engine.sourceNames().stream()
                .filter(name -> name.equalsIgnoreCase(word.strip()))
                .findFirst();
        return known.orElseThrow(() -> InvalidOption.of("--source", word, String.join(", ", Engine.sourceNames())));
    }

    private static <E> String words(E[] values, Function<E, String> word) {
        return Stream.of(values).map(word).collect(Collectors.joining(", "));
    }
}
