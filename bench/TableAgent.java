package dev.porthole.ui.sockets;

import com.sun.management.ThreadMXBean;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.ui.kit.Daemon;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Theme;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

/// The real table of the window with very many sockets, sorted and filtered, of which 1 % change and 0.2 % come and go
/// at each reading: what one refresh and one keystroke of the search cost. Prints one line of JSON for each scene.
/// Words: rows (100000), readings (60), milliseconds between two readings (1000), width and height (1280 800).
public final class TableAgent {
    private static final int WARM_UP = 40;
    private static final String[] TYPED = {
        "10.0.0.12", "worker-17", "port:443", "state:established queue:>100", "!lo addr:192.168.0.0/16", "user:www-data"
    };

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PrintStream out = new PrintStream(System.out, true);
    private final int size;
    private final int readings;
    private final long period;
    private final List<Double> refreshes = new ArrayList<>();
    private final List<Double> refreshesCpu = new ArrayList<>();
    private final List<Double> frames = new ArrayList<>();
    private final TableView<Place> table = new TableView<>();
    private final SocketsViewModel model;
    private final SocketTableView rows;
    private long fxThread;
    private int reading;
    /// Nanoseconds of work on the FX thread since the last reading.
    private long worked;
    private long workedCpu;
    private long worstWork;
    private long lastFrame;

    private TableAgent(int size, int readings, long period) {
        this.size = size;
        this.readings = readings;
        this.period = period * 1_000_000;
        model = new SocketsViewModel(Daemon.single("arranger"), task -> FxLane.FX.execute(() -> timed(task)));
        rows = new SocketTableView(table, () -> model.hold(rows().held()), model.orderProperty()::set);
        SocketsLayout.DEFAULT
                .hidden()
                .forEach(column -> rows.columns().get(column).setVisible(false));
    }

    private SocketTableView rows() {
        return rows;
    }

    public static void main(String[] words) throws Exception {
        int size = words.length > 0 ? Integer.parseInt(words[0]) : 100_000;
        int readings = words.length > 1 ? Integer.parseInt(words[1]) : 60;
        long period = words.length > 2 ? Long.parseLong(words[2]) : 1000;
        int width = words.length > 3 ? Integer.parseInt(words[3]) : 1280;
        int height = words.length > 4 ? Integer.parseInt(words[4]) : 800;
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        TableAgent agent = on(() -> {
            var made = new TableAgent(size, readings, period);
            made.open(width, height);
            return made;
        });
        // The toolkit's threads would stay.
        Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> {
            thrown.printStackTrace();
            System.exit(1);
        });
        agent.run();
        System.exit(0);
    }

    private void open(int width, int height) {
        fxThread = Thread.currentThread().threadId();
        new Theme(Theme.Choice.LIGHT);
        model.stateProperty().addListener((_, _, now) -> {
            if (now instanceof SocketsState.Showing(Arrangement arrangement)) {
                rows.show(arrangement);
            }
        });
        Stage stage = new Stage();
        stage.setScene(new Scene(table, width, height));
        Theme.dress(stage.getScene());
        long[] since = new long[2];
        stage.getScene().addPreLayoutPulseListener(() -> {
            since[0] = System.nanoTime();
            since[1] = threads.getCurrentThreadCpuTime();
        });
        stage.getScene().addPostLayoutPulseListener(() -> work(since[0], since[1]));
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.add((now - lastFrame) / 1e6);
                lastFrame = now;
            }
        }.start();
        model.searchProperty().set("10.0.0");
        model.states().remove(SocketState.LISTEN);
        model.orderProperty().set(new SocketOrder(SocketOrder.Column.SEND_QUEUE, true));
        stage.show();
    }

    private void run() throws Exception {
        long pace = period;
        for (int i = 0; i < WARM_UP; i++) {
            read(Math.min(pace, 100_000_000));
        }
        scene("top of the list");
        on(() -> {
            table.scrollTo((int) (30_000L * size / 100_000));
            return 0;
        });
        scene("in the middle");
        on(() -> {
            var selection = table.getSelectionModel();
            int from = (int) (30_000L * size / 100_000);
            selection.clearAndSelect(from + 3);
            selection.selectRange(from + 5, from + 105);
            return 0;
        });
        scene("100 rows selected");
        on(() -> {
            table.getSelectionModel().clearSelection();
            return 0;
        });
        keystrokes();
    }

    private void scene(String name) throws Exception {
        for (int i = 0; i < 5; i++) {
            read(period / 4);
        }
        refreshes.clear();
        refreshesCpu.clear();
        on(() -> {
            frames.clear();
            return 0;
        });
        long cpu = threads.getThreadCpuTime(fxThread);
        long bytes = threads.getThreadAllocatedBytes(fxThread);
        int kept = 0;
        int asked = 0;
        for (int i = 0; i < readings; i++) {
            SocketKey top = on(this::top);
            double height = on(() -> height(top));
            List<SocketKey> selected = on(rows::selected);
            read(period);
            asked += 1 + selected.size();
            kept += on(() -> kept(top, height)) ? 1 : 0;
            kept += on(() -> stillSelected(selected));
        }
        cpu = threads.getThreadCpuTime(fxThread) - cpu;
        bytes = threads.getThreadAllocatedBytes(fxThread) - bytes;
        out.printf(
                Locale.ROOT,
                "{\"scene\": \"%s\", \"rows\": %d, \"shown\": %d, \"refreshes\": %d, \"fx_ms\": {%s}, "
                        + "\"fx_work_cpu_ms\": {%s}, \"fx_all_cpu_ms\": %.1f, \"fx_kbytes\": %d, \"frame_ms\": {%s}, \"kept\": \"%d of %d\"}%n",
                name,
                size,
                on(() -> table.getItems().size()),
                readings,
                spread(refreshes),
                spread(refreshesCpu),
                cpu / 1e6 / readings,
                bytes / 1024 / readings,
                spread(on(() -> List.copyOf(frames))),
                kept,
                asked);
    }

    /// One reading, and all frames until the next.
    private void read(long pause) throws Exception {
        long began = System.nanoTime();
        reading++;
        Snapshot snapshot = ManySockets.snapshot(size, reading);
        on(() -> {
            worked = 0;
            workedCpu = 0;
            timed(() -> {
                model.hold(rows.held());
                model.accept(snapshot);
            });
            return 0;
        });
        await(() -> shown() != null && shown().snapshot() == snapshot);
        // The frame that shows it, and one more.
        frame();
        frame();
        long left = pause - (System.nanoTime() - began);
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
        refreshes.add(on(() -> worked) / 1e6);
        refreshesCpu.add(on(() -> workedCpu) / 1e6);
    }

    private void keystrokes() throws Exception {
        List<Double> waits = new ArrayList<>();
        List<Double> blocked = new ArrayList<>();
        for (String word : TYPED) {
            for (int length = 1; length <= word.length(); length++) {
                String typed = word.substring(0, length);
                Arrangement before = on(this::shown);
                on(() -> worstWork = 0);
                long since = System.nanoTime();
                on(() -> {
                    timed(() -> model.searchProperty().set(typed));
                    return 0;
                });
                if (on(() -> model.wrongProperty().get() == null)) {
                    await(() -> shown() != before);
                    waits.add((System.nanoTime() - since) / 1e6);
                    frame();
                    frame();
                    blocked.add(on(() -> worstWork) / 1e6);
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "{\"scene\": \"keystrokes\", \"rows\": %d, \"keys\": %d, \"until_shown_ms\": {%s}, "
                        + "\"longest_fx_task_ms\": {%s}}%n",
                size,
                waits.size(),
                spread(waits),
                spread(blocked));
    }

    private void timed(Runnable task) {
        long since = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        task.run();
        work(since, cpu);
    }

    private void work(long since, long cpu) {
        long nanos = System.nanoTime() - since;
        workedCpu += threads.getCurrentThreadCpuTime() - cpu;
        worked += nanos;
        worstWork = Math.max(worstWork, nanos);
    }

    private Arrangement shown() {
        return model.stateProperty().get() instanceof SocketsState.Showing(Arrangement arrangement)
                ? arrangement
                : null;
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    private SocketKey top() {
        return rows.keyAt(flow().getFirstVisibleCell().getIndex());
    }

    private double height(SocketKey key) {
        var place = shown().place(key);
        var first = flow().getFirstVisibleCell();
        return place.isEmpty()
                ? first.getLayoutY()
                : first.getLayoutY() + (place.getAsInt() - rows.drift() - first.getIndex()) * table.getFixedCellSize();
    }

    private boolean kept(SocketKey top, double height) {
        boolean atTop = flow().getFirstVisibleCell().getIndex() == 0;
        return atTop || shown().place(top).isEmpty() || Math.abs(height(top) - height) < 1;
    }

    private int stillSelected(List<SocketKey> selected) {
        int kept = 0;
        for (SocketKey key : selected) {
            var place = shown().place(key);
            kept += place.isEmpty() || table.getSelectionModel().isSelected(place.getAsInt() - rows.drift()) ? 1 : 0;
        }
        return kept;
    }

    private static String spread(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        return Arrays.stream(new int[] {50, 95, 99, 100})
                .mapToObj(percent -> String.format(
                        Locale.ROOT,
                        "\"%s\": %.2f",
                        percent == 100 ? "max" : "p" + percent,
                        sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)]))
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }

    private interface Question<T> {
        T ask() throws Exception;
    }

    private static <T> T on(Question<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question::ask);
        FxLane.FX.execute(task);
        return task.get();
    }

    private static void await(Question<Boolean> condition) throws Exception {
        while (!on(condition)) {
            LockSupport.parkNanos(500_000);
        }
    }

    private void frame() throws Exception {
        long last = on(() -> lastFrame);
        await(() -> lastFrame != last);
    }
}
