package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.engine.Daemon;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real table with 100,000 sockets, sorted and filtered, of which 1 % change and 0.2 % come and go at each reading.
/// What it costs is printed; asserted is what does not depend on the machine.
@Tag("window")
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test.
class BusyTableTest extends FxRobot {
    private static final int SIZE = 100_000;
    private static final int READINGS = 20;
    private static final Logger CONTROLS = Logger.getLogger("javafx.scene.control");

    private final ExecutorService background = Daemon.single("arranger-under-test");
    private final List<Long> showNanos = new ArrayList<>();
    private final List<Long> layoutNanos = new ArrayList<>();
    private Stage stage;
    private TableView<Place> table;
    private SocketTableView rows;
    private SocketsViewModel model;
    private long layoutSince;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openTable() throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        FxToolkit.setupFixture(() -> {
            Theme theme = new Theme(Theme.Choice.LIGHT);
            assertEquals(Theme.Choice.LIGHT, theme.choiceProperty().get());
            table = new TableView<>();
            model = new SocketsViewModel(background, FxLane.FX);
            rows = new SocketTableView(table, () -> model.hold(rows.held()), model.orderProperty()::set);
            model.stateProperty().addListener((_, _, now) -> show(now));
            stage.setScene(new Scene(table, 1280, 800));
            Theme.dress(stage.getScene());
            stage.getScene().addPreLayoutPulseListener(() -> layoutSince = System.nanoTime());
            stage.getScene().addPostLayoutPulseListener(() -> layoutNanos.add(System.nanoTime() - layoutSince));
            model.searchProperty().set("10.0.0");
            model.states().remove(SocketState.LISTEN);
            model.orderProperty().set(new SocketOrder(SocketOrder.Column.SEND_QUEUE, true));
            stage.show();
        });
        read(0);
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.setupFixture(() -> stage.close());
        background.shutdownNow();
        Arrays.stream(CONTROLS.getHandlers()).forEach(CONTROLS::removeHandler);
    }

    @Test
    void theSelectionAndTheTopmostRowStayWhateverComesAndGoes() {
        assertTrue(
                table.getItems().size() > SIZE / 2,
                () -> "too few rows pass: " + table.getItems().size());
        interact(() -> {
            table.scrollTo(30_000);
            table.getSelectionModel().clearAndSelect(30_003);
            table.getSelectionModel().select(30_007);
            table.getSelectionModel().select(10);
        });
        List<SocketKey> selected = on(rows::selected);
        assertEquals(3, selected.size());
        int moved = 0;
        for (int reading = 1; reading <= READINGS; reading++) {
            SocketKey top = on(this::top);
            int place = on(this::topPlace) + on(rows::drift);
            double height = on(() -> height(place));
            read(reading);
            Arrangement shown = on(this::shown);
            if (shown.place(top).isPresent()) {
                int now = shown.place(top).getAsInt();
                assertEquals(height, on(() -> height(now)), 0.5, "reading " + reading);
                moved += now == place ? 0 : 1;
            }
            assertEquals(
                    selected.stream()
                            .filter(key -> shown.place(key).isPresent())
                            .map(key -> shown.place(key).orElseThrow() - rows.drift())
                            .sorted()
                            .toList(),
                    on(() -> table.getSelectionModel().getSelectedIndices().stream()
                            .sorted()
                            .toList()),
                    "reading " + reading);
            assertEquals(selected, on(rows::selected));
            checkTexts("reading " + reading);
        }
        assertNotEquals(0, moved, "the topmost row was to change places, or this proves nothing");
        report("100,000 rows, 3 selected");
    }

    /// While nobody scrolls, rows in sight keep their index whatever comes and goes above them.
    @Test
    void beforeSomebodyScrollsTheListIsExactAgainAndNothingMoves() {
        interact(() -> {
            table.scrollTo(30_000);
            table.getSelectionModel().selectRange(30_003, 30_006);
        });
        for (int reading = 1; reading <= READINGS && on(rows::drift) == 0; reading++) {
            read(reading);
        }
        assertNotEquals(0, on(rows::drift), "rows were to come and go above, or this proves nothing");
        SocketKey top = on(this::top);
        double height = on(() -> flow().getFirstVisibleCell().getLayoutY());
        List<SocketKey> selected = on(rows::selected);
        interact(rows::settle);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, on(rows::drift));
        assertEquals(top, on(this::top));
        assertEquals(height, on(() -> flow().getFirstVisibleCell().getLayoutY()), 0.5);
        assertEquals(selected, on(rows::selected));
        assertEquals(selected, on(() -> table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(rows::keyAt)
                .toList()));
        assertEquals(shown().size(), table.getItems().size());
        checkTexts("settled");
    }

    @Test
    void anotherSearchMakesTheListExact() {
        interact(() -> table.scrollTo(30_000));
        for (int reading = 1; reading <= READINGS && on(rows::drift) == 0; reading++) {
            read(reading);
        }
        assertNotEquals(0, on(rows::drift), "rows were to come and go above, or this proves nothing");
        Arrangement before = on(this::shown);
        interact(() -> model.searchProperty().set("10.0.0 !rport:1"));
        eventually(() -> !shown().equals(before));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, on(rows::drift));
        assertEquals(shown().size(), table.getItems().size());
    }

    @Test
    void aKeySettlesTheListBeforeItIsObeyed() {
        interact(() -> table.scrollTo(30_000));
        for (int reading = 1; reading <= READINGS && on(rows::drift) == 0; reading++) {
            read(reading);
        }
        interact(() ->
                table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.END, false, false, false, false)));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(shown().key(shown().size() - 1), on(this::keyOfLastShown));
    }

    private SocketKey keyOfLastShown() {
        return rows.keyAt(flow().getLastVisibleCell().getIndex());
    }

    /// Rows take cells out that are scrolled out of sight sideways.
    @Test
    void cellsThatComeIntoSightSidewaysAreUpToDate() {
        ScrollBar sideways = on(() -> flow().lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .findFirst()
                .orElseThrow());
        assertTrue(on(sideways::isVisible));
        for (int reading = 1; reading <= 4; reading++) {
            read(reading);
            double side = reading % 2;
            interact(() -> sideways.setValue(side * sideways.getMax()));
            WaitForAsyncUtils.waitForFxEvents();
            interact(() -> table.layout());
            checkTexts("reading " + reading);
        }
    }

    /// To select them anew at each reading would freeze the window for seconds.
    @Test
    void veryManySelectedRowsAreLetGoByTheNextArrangement() {
        interact(() -> table.getSelectionModel().selectAll());
        assertTrue(on(rows.selection()::holdsVeryMany));
        assertEquals(table.getItems().size(), on(() -> rows.selected().size()));
        read(1);
        assertEquals(List.of(), on(rows::selected));
        assertTrue(on(() -> table.getSelectionModel().isEmpty()));
        assertFalse(on(rows.selection()::holdsVeryMany));
    }

    @Test
    void twoThousandSelectedRowsStaySelected() {
        interact(() -> table.getSelectionModel().selectRange(1000, 3000));
        assertEquals(2000, on(() -> rows.selected().size()));
        showNanos.clear();
        layoutNanos.clear();
        for (int reading = 1; reading <= 5; reading++) {
            read(reading);
            assertEquals(
                    on(() -> rows.selected().stream()
                            .filter(key -> shown().place(key).isPresent())
                            .count()),
                    on(() -> (long)
                            table.getSelectionModel().getSelectedIndices().size()));
        }
        report("100,000 rows, 2,000 selected");
    }

    @Test
    void atTheTopOfTheListItsStartStaysInView() {
        for (int reading = 1; reading <= 3; reading++) {
            read(reading);
            assertEquals(0, on(this::topPlace));
        }
    }

    @Test
    void aListThatShrinksBelowTheViewIsShownFromItsEndAndGrowsAgain() {
        List<String> complaints = complaints();
        interact(() -> table.scrollTo(table.getItems().size() - 1));
        interact(() -> model.searchProperty().set("worker-7 "));
        eventually(() -> shown().size() < SIZE / 10 && table.getItems().size() == shown().size());
        eventually(() -> topPlace() < table.getItems().size());
        interact(() -> model.searchProperty().set("no such word"));
        eventually(() -> table.getItems().isEmpty());
        interact(() -> model.searchProperty().set(""));
        eventually(() -> table.getItems().size() > SIZE / 2);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), complaints);
    }

    /// What the toolkit's controls log from now on.
    private List<String> complaints() {
        List<String> messages = new CopyOnWriteArrayList<>();
        CONTROLS.addHandler(new Handler() {
            @Override
            public void publish(LogRecord complaint) {
                messages.add(complaint.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        return messages;
    }

    /// As the screen of sockets does.
    private void read(int reading) {
        Snapshot snapshot = ManySockets.snapshot(SIZE, reading);
        interact(() -> {
            model.hold(rows.held());
            model.accept(snapshot);
        });
        eventually(() -> model.stateProperty().get() instanceof SocketsState.Showing(Arrangement shown)
                && shown.snapshot().equals(snapshot));
        assertSame(snapshot, on(() -> shown().snapshot()));
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> table.layout());
    }

    private void show(SocketsState state) {
        if (state instanceof SocketsState.Showing(Arrangement arrangement)) {
            long since = System.nanoTime();
            rows.show(arrangement);
            showNanos.add(System.nanoTime() - since);
        }
    }

    private Arrangement shown() {
        return assertInstanceOf(
                        SocketsState.Showing.class, model.stateProperty().get())
                .arrangement();
    }

    private VirtualFlow<?> flow() {
        return assertInstanceOf(VirtualFlow.class, table.lookup(".virtual-flow"));
    }

    private int topPlace() {
        return flow().getFirstVisibleCell().getIndex();
    }

    /// Where that row begins on screen, in pixels below the header.
    private double height(int place) {
        return flow().getFirstVisibleCell().getLayoutY()
                + (place - rows.drift() - topPlace()) * table.getFixedCellSize();
    }

    private SocketKey top() {
        return rows.keyAt(topPlace());
    }

    /// What the cells on screen say.
    private List<String> shownTexts() {
        List<String> texts = new ArrayList<>();
        for (int place = topPlace(); place < topPlace() + 20; place++) {
            IndexedCell<?> row = flow().getVisibleCell(place);
            texts.add(row.lookupAll(".table-cell").stream()
                    .filter(SocketCell.class::isInstance)
                    .map(SocketCell.class::cast)
                    .sorted(Comparator.comparing(cell -> cell.getTableColumn().getId()))
                    .map(SocketCell::getText)
                    .toList()
                    .toString());
        }
        return texts;
    }

    private void checkTexts(String when) {
        assertEquals(on(this::wantedTexts), on(this::shownTexts), when);
    }

    /// The columns in sight.
    private Set<String> shownColumns() {
        return flow().getVisibleCell(topPlace()).lookupAll(".table-cell").stream()
                .filter(SocketCell.class::isInstance)
                .map(cell -> ((SocketCell) cell).getTableColumn().getId())
                .collect(Collectors.toSet());
    }

    /// What they are to say.
    private List<String> wantedTexts() {
        List<String> texts = new ArrayList<>();
        Set<String> columns = shownColumns();
        assertTrue(columns.size() > 5, columns.toString());
        for (int place = topPlace(); place < topPlace() + 20; place++) {
            SocketRow row = shown().at(place + rows.drift());
            texts.add(Arrays.stream(SocketColumn.values())
                    .filter(column -> columns.contains(column.word()))
                    .sorted(Comparator.comparing(SocketColumn::word))
                    .map(column -> column.text(row))
                    .toList()
                    .toString());
        }
        return texts;
    }

    private void report(String what) {
        System.err.printf(
                "%s: FX thread, ms: show median %.2f max %.2f (first %.2f), layout pulse median %.2f max %.2f%n",
                what,
                median(showNanos),
                showNanos.stream().mapToLong(n -> n).max().orElse(0) / 1e6,
                showNanos.getFirst() / 1e6,
                median(layoutNanos),
                layoutNanos.stream().mapToLong(n -> n).max().orElse(0) / 1e6);
    }

    private static double median(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2) / 1e6;
    }

    private static <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
    }

    private static void eventually(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("never came", e);
        }
    }
}
