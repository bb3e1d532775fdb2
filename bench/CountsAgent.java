package dev.porthole.ui.counts;

import com.sun.management.ThreadMXBean;
import dev.porthole.counts.Alert;
import dev.porthole.counts.CountHistory;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.HistoryCodec;
import dev.porthole.counts.ReadyRules;
import dev.porthole.counts.StateCounts;
import dev.porthole.counts.SystemLimits;
import dev.porthole.counts.Tally;
import dev.porthole.counts.TopOwner;
import dev.porthole.engine.CountJournal;
import dev.porthole.engine.Engine;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.profile.Settings;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.SaveDialog;
import dev.porthole.ui.kit.Theme;
import dev.porthole.ui.sockets.ManySockets;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// What counting costs: one count of very many sockets, the process behind an alert, the memory and the file of the history, and how long the real
/// screen of counts keeps the FX thread when a snapshot comes. Prints a line of JSON for each. Words: rows (100000),
/// snapshots for each scene (60), milliseconds between two (500).
public final class CountsAgent {
    private static final int DAY = 86_400;
    private static final int WEEK = 7 * DAY;
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PrintStream out = new PrintStream(System.out, true);
    private final int size;
    private final int snapshots;
    private final long period;
    private int reading;

    private CountsAgent(int size, int snapshots, long period) {
        this.size = size;
        this.snapshots = snapshots;
        this.period = period;
    }

    public static void main(String[] words) throws Exception {
        var agent = new CountsAgent(
                words.length > 0 ? Integer.parseInt(words[0]) : 100_000,
                words.length > 1 ? Integer.parseInt(words[1]) : 60,
                words.length > 2 ? Long.parseLong(words[2]) : 500);
        agent.count();
        agent.whose();
        agent.remember(DAY, "day");
        agent.remember(WEEK, "week");
        agent.draw();
        System.exit(0);
    }

    private void count() {
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            SocketTable table = ManySockets.snapshot(size, i).table();
            long began = threads.getCurrentThreadCpuTime();
            StateCounts counts = StateCounts.of(table);
            if (i >= 20 && counts.total() == size) {
                cpu.add((threads.getCurrentThreadCpuTime() - began) / 1e6);
            }
        }
        out.printf(Locale.ROOT, "{\"count_of\": %d, \"cpu_ms\": {%s}}%n", size, spread(cpu));
    }

    /// An alert about a quarter of all sockets.
    private void whose() {
        CountScope scope = CountScope.tcp(List.of(SocketState.ESTABLISHED));
        Alert.Key alert = new Alert.Key(ReadyRules.SYN_RECV_MANY.rule(), scope);
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Snapshot snapshot = ManySockets.snapshot(size, i);
            long began = threads.getCurrentThreadCpuTime();
            boolean found = TopOwner.of(snapshot, alert).isPresent();
            if (i >= 20 && found) {
                cpu.add((threads.getCurrentThreadCpuTime() - began) / 1e6);
            }
        }
        out.printf(Locale.ROOT, "{\"owner_of_an_alert\": %d, \"cpu_ms\": {%s}}%n", size, spread(cpu));
    }

    /// As if it had been read each second for so long.
    private static CountHistory history(int seconds) {
        CountHistory history = new CountHistory();
        for (int second = -seconds; second <= 0; second += second < -3600 ? 30 : 1) {
            SocketTable.Builder table = new SocketTable.Builder();
            int turn = 0;
            for (Protocol type : Protocol.values()) {
                for (SocketState state : SocketState.values()) {
                    if (type.isTcp() ? state.compareTo(SocketState.CLOSING) <= 0 : state == SocketState.NONE) {
                        turn++;
                        add(table, type, state, 1 + Math.floorMod(second * 31 + turn * 7, 20));
                    }
                }
            }
            history.add(new Tally(NOW.plusSeconds(second), StateCounts.of(table.build()), SystemLimits.UNKNOWN, true));
        }
        return history;
    }

    private static void add(SocketTable.Builder table, Protocol type, SocketState state, int count) {
        for (int i = 0; i < count; i++) {
            table.add(type, state);
        }
    }

    private void remember(int seconds, String name) throws Exception {
        long before = used();
        CountHistory history = history(seconds);
        long held = used() - before;
        long began = threads.getCurrentThreadCpuTime();
        byte[] file = HistoryCodec.encode(history);
        long encoded = threads.getCurrentThreadCpuTime() - began;
        out.printf(
                Locale.ROOT,
                "{\"history\": \"%s\", \"groups\": %d, \"heap_kbytes\": %d, \"file_kbytes\": %d, \"encode_cpu_ms\": %.1f}%n",
                name,
                history.cells().size(),
                held / 1024,
                file.length / 1024,
                encoded / 1e6);
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void draw() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        CountJournal journal = Engine.passingCountJournal();
        // The week, in the journal's own history.
        for (int second = -WEEK; second < 0; second += second < -3600 ? 30 : 1) {
            Tally tally = Tally.of(ManySockets.snapshot(200, Math.floorMod(second, 1000)), SystemLimits.UNKNOWN);
            journal.history()
                    .add(new Tally(Instant.EPOCH.plusSeconds(second + WEEK), tally.counts(), tally.limits(), true));
        }
        CountsView view = on(() -> open(journal));
        for (ChartSpan span : ChartSpan.values()) {
            on(() -> {
                ((ToggleButton) view.root().lookup("#span-" + span.name())).fire();
                return 0;
            });
            scene(view, "table and chart, " + span.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        on(() -> {
            ((ToggleButton) view.root().lookup("#asDiagram")).fire();
            return 0;
        });
        scene(view, "diagram");
    }

    private CountsView open(CountJournal journal) {
        new Theme(Theme.Choice.LIGHT);
        var view = new CountsView(
                Settings.NONE,
                () -> journal,
                new AlertTelling(new StackPane(), new Label(), Engine.desktopNotice(), () -> {}),
                (scope, query) -> {},
                SaveDialog.ofTheSystem());
        view.model().add(List.of(ReadyRules.values()));
        for (SocketState state : List.of(
                SocketState.ESTABLISHED, SocketState.TIME_WAIT, SocketState.CLOSE_WAIT, SocketState.LISTEN)) {
            view.model().toggleCharted(CountScope.tcp(List.of(state)));
        }
        view.model().toggleCharted(CountScope.of(Protocol.TCP6, SocketState.ESTABLISHED));
        view.model().toggleCharted(CountScope.ALL);
        Stage stage = new Stage();
        stage.setScene(new Scene(view.root(), 1280, 800));
        Theme.dress(stage.getScene());
        stage.show();
        view.refresh();
        return view;
    }

    /// What the FX thread does between two looks of another thread, a millisecond apart, is no more than one piece of
    /// work and the look itself.
    private void scene(CountsView view, String name) throws Exception {
        long fx = on(() -> Thread.currentThread().threadId());
        for (int i = 0; i < 20; i++) {
            feed(view);
            TimeUnit.MILLISECONDS.sleep(period / 4);
        }
        List<Double> longest = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < snapshots; i++) {
            long begin = threads.getThreadCpuTime(fx);
            feed(view);
            long most = 0;
            for (long end = System.nanoTime() + period * 1_000_000; System.nanoTime() < end; ) {
                long before = threads.getThreadCpuTime(fx);
                on(() -> 0);
                most = Math.max(most, threads.getThreadCpuTime(fx) - before);
                TimeUnit.MILLISECONDS.sleep(1);
            }
            longest.add(most / 1e6);
            all.add((threads.getThreadCpuTime(fx) - begin) / 1e6);
        }
        out.printf(
                Locale.ROOT,
                "{\"scene\": \"%s\", \"snapshots\": %d, \"longest_fx_cpu_ms\": {%s}, \"all_fx_cpu_ms\": {%s}}%n",
                name,
                snapshots,
                spread(longest),
                spread(all));
    }

    private void feed(CountsView view) throws Exception {
        Snapshot made = ManySockets.snapshot(200, WEEK + reading++);
        on(() -> {
            view.accept(made);
            return 0;
        });
    }

    private static String spread(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(new int[] {50, 95, 100})
                .mapToObj(percent -> String.format(
                        Locale.ROOT,
                        "\"%s\": %.2f",
                        percent == 100 ? "max" : "p" + percent,
                        sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)]))
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }

    private static <T> T on(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        FxLane.FX.execute(task);
        return task.get();
    }
}
