package dev.porthole.ui.counts;

import dev.porthole.counts.Alert;
import dev.porthole.counts.CountRule;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.Measure;
import dev.porthole.engine.CountJournal;
import dev.porthole.engine.SocketExport.Format;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.profile.Settings;
import dev.porthole.report.CountText;
import dev.porthole.report.Words;
import dev.porthole.sockets.Snapshot;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.FileExport;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.NoticeBar;
import dev.porthole.ui.kit.SaveDialog;
import dev.porthole.ui.kit.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen of counts: the matrix, and beside it alerts and rules.
public final class CountsView {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    @FXML
    private Label asOf;

    @FXML
    private HBox pausedNote;

    @FXML
    private Label pausedText;

    @FXML
    private Label missing;

    @FXML
    private NoticeBar notice;

    @FXML
    private VBox content;

    @FXML
    private Label placeholder;

    @FXML
    private MatrixView matrix;

    @FXML
    private ChartPane chart;

    @FXML
    private ScrollPane upper;

    @FXML
    private StateDiagram diagram;

    @FXML
    private ToggleGroup views;

    @FXML
    private ToggleButton asTable;

    @FXML
    private StackPane side;

    @FXML
    private ScrollPane overview;

    @FXML
    private AlertList alerts;

    @FXML
    private RuleList rules;

    @FXML
    private VBox about;

    @FXML
    private Label aboutTitle;

    @FXML
    private Label aboutText;

    private final Parent root;
    private final CountFeed feed;
    private final CountsViewModel model;
    private final AlertTelling telling;
    private final FileExport exporting;
    private final RuleEditor editor;
    private final Jump jump;
    private final Faults faults = new Faults();

    /// Leads to the screen of sockets.
    public interface Jump {
        /// Shows these sockets alone.
        ///
        /// @param query what else they are to fit, in the search language
        void to(CountScope scope, String query);
    }

    /// @param opener opens the journal, in the background
    /// @param telling tells of news outside this screen
    /// @param saveDialog asks where the history is to be exported to
    public CountsView(
            Settings settings, Supplier<CountJournal> opener, AlertTelling telling, Jump jump, SaveDialog saveDialog) {
        this.telling = telling;
        this.jump = jump;
        root = Fxml.load(this);
        feed = new CountFeed(opener, FxLane.FX, this::accept, telling::tell);
        model = new CountsViewModel(feed::rules, feed::acknowledge);
        exporting = new FileExport(saveDialog, notice);
        editor = new RuleEditor(model, feed.background(), FxLane.FX, this::showOverview);
        model.rules().setAll(RuleSettings.from(settings));
        side.getChildren().add(editor.root());
        showOverview();
        matrix.connect(scope -> jump.to(scope, ""), model::toggleCharted, model.selectedProperty()::set);
        chart.connect(model, feed.background());
        alerts.connect(model::acknowledge, this::open);
        diagram.connect(scope -> jump.to(scope, ""), model.selectedProperty()::set);
        views.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else {
                showView();
            }
        });
        showView();
        rules.connect(model, this::createRule, this::editRule);
        model.selectedProperty().subscribe(_ -> showAbout());
        model.stateProperty().subscribe(this::show);
        model.pausedProperty().subscribe(this::showPaused);
        model.rules().subscribe(() -> show(model.stateProperty().get()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public Parent root() {
        return root;
    }

    public CountsViewModel model() {
        return model;
    }

    /// Counts a snapshot, also while another screen is shown.
    public void accept(Snapshot snapshot) {
        feed.accept(snapshot);
    }

    public boolean showsData() {
        return model.stateProperty().get() instanceof CountsState.Showing;
    }

    /// Puts the keyboard on the matrix.
    public void focusMatrix() {
        matrix.focusCells();
    }

    public Settings remember(Settings settings) {
        return RuleSettings.into(settings, model.rules());
    }

    public void close() {
        exporting.close();
        feed.close();
    }

    /// What the rules say about the states; runs at each change.
    public void onSeverities(Consumer<Map<SocketState, Severity>> receiver) {
        model.stateProperty().subscribe(_ -> receiver.accept(model.severities()));
    }

    private void accept(CountFrame frame) {
        model.accept(frame);
        telling.show(model.alerts(), root.getScene() != null);
    }

    private void show(CountsState state) {
        boolean showing = state instanceof CountsState.Showing;
        content.setVisible(showing);
        Visible.set(placeholder, !showing);
        switch (state) {
            case CountsState.Waiting() -> placeholder.setText(Messages.text("counts.waiting"));
            case CountsState.Failed(String reason) -> {
                placeholder.setText(Messages.text("sockets.failed", reason));
                asOf.setText("");
                Visible.set(missing, false);
            }
            case CountsState.Showing(CountFrame frame) -> show(frame);
        }
    }

    private void show(CountFrame frame) {
        // While another screen is shown, numbers are kept and not painted.
        if (root.getScene() == null) {
            return;
        }
        if (asTable.isSelected()) {
            matrix.show(frame, model.charted());
            chart.refresh();
        } else {
            diagram.show(frame);
        }
        alerts.show(frame, model.rules().size());
        asOf.setText(Messages.text(
                "counts.as-of",
                frame.latest().counts().total(),
                ClockText.time(frame.latest().time(), ZoneId.systemDefault())));
        String gaps = frame.missing().stream().map(Words::gap).collect(Collectors.joining("  "));
        missing.setText(gaps.isEmpty() ? "" : Messages.text("counts.missing", gaps));
        Visible.set(missing, !gaps.isEmpty());
        faults.news(frame.faults()).ifPresent(notice::warn);
    }

    /// Shows again what came while the screen was not shown.
    public void refresh() {
        show(model.stateProperty().get());
        showPaused();
    }

    private void showView() {
        Visible.set(upper, asTable.isSelected());
        Visible.set(chart, asTable.isSelected());
        Visible.set(diagram, !asTable.isSelected());
        show(model.stateProperty().get());
    }

    private void showPaused() {
        boolean paused = model.pausedProperty().get();
        Visible.set(pausedNote, paused);
        if (paused && model.stateProperty().get() instanceof CountsState.Showing(CountFrame frame)) {
            pausedText.setText(
                    Messages.text("counts.paused", ClockText.time(frame.latest().time(), ZoneId.systemDefault())));
        }
    }

    private void showAbout() {
        CountScope scope = model.selectedProperty().get();
        boolean one = scope != null && scope.states().size() == 1;
        Visible.set(about, one);
        if (scope != null && one) {
            SocketState state = scope.states().iterator().next();
            aboutTitle.setText(state.name());
            aboutText.setText(Words.state(state));
        }
    }

    private void open(Alert alert) {
        boolean queues = alert.key().rule().measure() == Measure.FULL_ACCEPT_QUEUES;
        jump.to(alert.key().scope(), queues ? "backlog:full" : "");
    }

    private void createRule() {
        CountScope selected = model.selectedProperty().get();
        showSide(editor.root());
        editor.create(selected == null ? CountScope.tcp(List.of(SocketState.ESTABLISHED)) : possible(selected));
    }

    /// Without types that cannot have the state.
    private static CountScope possible(CountScope scope) {
        Set<Protocol> types =
                scope.cells().stream().flatMap(cell -> cell.types().stream()).collect(Collectors.toSet());
        return types.isEmpty() ? scope : new CountScope(types, scope.states());
    }

    private void editRule(CountRule rule) {
        showSide(editor.root());
        editor.change(rule);
    }

    private void showOverview() {
        showSide(overview);
    }

    private void showSide(Node shown) {
        side.getChildren().forEach(node -> Visible.set(node, node.equals(shown)));
    }

    private void key(KeyEvent event) {
        if (COPY.match(event) && model.selectedProperty().get() != null && matrix.isFocusWithin()) {
            copy();
            event.consume();
        }
    }

    @FXML
    void goOn() {
        model.pausedProperty().set(false);
    }

    @FXML
    void copy() {
        if (model.stateProperty().get() instanceof CountsState.Showing(CountFrame frame)) {
            StringBuilder text = new StringBuilder();
            try {
                CountText.write(frame.latest().counts(), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Clip.put(text.toString());
            notice.tell(Messages.text("counts.copied"));
        }
    }

    @FXML
    void exportCsv() {
        export(Format.CSV);
    }

    @FXML
    void exportJson() {
        export(Format.JSON);
    }

    private void export(Format format) {
        if (model.stateProperty().get() instanceof CountsState.Showing(CountFrame frame)) {
            exporting.export(
                    ExportedHistory.of(frame, format),
                    root.getScene() == null ? null : root.getScene().getWindow());
        }
    }
}
