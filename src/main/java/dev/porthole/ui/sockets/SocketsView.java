package dev.porthole.ui.sockets;

import dev.porthole.counts.CountScope;
import dev.porthole.engine.Daemon;
import dev.porthole.engine.SocketExport.Format;
import dev.porthole.net.Protocol;
import dev.porthole.profile.Settings;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessFacts;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketKey;
import dev.porthole.ui.kit.FileExport;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.NoticeBar;
import dev.porthole.ui.kit.SaveDialog;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.MasterDetailPane;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;

/// The screen of sockets: search, toggles, table, inspector, status bar.
public final class SocketsView {
    @FXML
    private TextField search;

    @FXML
    private Button help;

    @FXML
    private Label searchWrong;

    @FXML
    private MenuButton views;

    @FXML
    private Button resetFilters;

    @FXML
    private ToggleButton pause;

    @FXML
    private MenuButton columns;

    @FXML
    private MenuButton export;

    @FXML
    private ToggleButton inspect;

    @FXML
    private NoticeBar notice;

    @FXML
    private HBox protocolChips;

    @FXML
    private HBox reachChips;

    @FXML
    private FlowPane stateChips;

    @FXML
    private MasterDetailPane split;

    @FXML
    private TableView<Place> table;

    @FXML
    private Label placeholder;

    @FXML
    private StatusBar status;

    @FXML
    private Label hidden;

    @FXML
    private Button orderHeld;

    @FXML
    private MenuButton highlight;

    private final Parent root;
    private final SocketsViewModel model;
    private final SnapshotService service;
    private final ExecutorService background = Daemon.single("porthole-arranger");
    private final SocketTableView rows;
    private final StateChips chips;
    private final ViewsMenu viewsMenu;
    private final Inspecting inspecting;
    private final CloserLook closerLook;
    private final StatusLine statusLine;
    private final SocketsMemory memory;
    private final RowActions actions;
    private final LiveReadings readings;

    public SocketsView(SnapshotService service, Settings settings, SaveDialog saveDialog) {
        this.service = service;
        root = Fxml.load(this);
        model = new SocketsViewModel(background, FxLane.FX);
        rows = new SocketTableView(table, this::selectionChanged, model.orderProperty()::set);
        actions = new RowActions(rows, service, notice, new FileExport(saveDialog, notice), this::window);
        readings = new LiveReadings(service, model, rows, background::isShutdown);
        chips = new StateChips(protocolChips, reachChips, stateChips, model);
        ColumnMenu columnMenu = new ColumnMenu(columns, rows);
        viewsMenu = new ViewsMenu(views, model, columnMenu, settings);
        InspectorView inspector = new InspectorView(background, FxLane.FX, this::facts);
        split.setDetailNode(inspector.root());
        inspecting = new Inspecting(rows, inspector, inspect::isSelected);
        closerLook = new CloserLook(service, rows, inspecting, this::isWatched);
        statusLine = new StatusLine(status, hidden, orderHeld);
        new HighlightMenu(highlight, model.highlightProperty());
        bind();
        memory = new SocketsMemory(model, columnMenu, viewsMenu, inspect);
        memory.restore(settings);
        service.start();
    }

    public Parent root() {
        return root;
    }

    /// What is to be remembered of this screen.
    public Settings remember(Settings settings) {
        return memory.remember(settings);
    }

    /// Whether a reading is on screen, with its owners.
    public boolean showsData() {
        return model.stateProperty().get() instanceof SocketsState.Showing(Arrangement arrangement)
                && arrangement.snapshot().hidden(Owner.Why.SEARCHING) == 0;
    }

    public SocketsViewModel model() {
        return model;
    }

    public void close() {
        actions.close();
        closerLook.close();
        service.close();
        background.shutdownNow();
    }

    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    public void focusTable() {
        table.requestFocus();
    }

    /// From the search: on the first row, unless another one is selected.
    void enterTable() {
        focusTable();
        if (table.getSelectionModel().isEmpty()) {
            rows.settle();
            table.getSelectionModel().selectFirst();
        }
    }

    private void bind() {
        new SearchBox(search, help, searchWrong, model);
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        model.pausedProperty().addListener((property, before, now) -> showPause(now));
        split.showDetailNodeProperty().bind(inspect.selectedProperty());
        split.showDetailNodeProperty().addListener((property, before, now) -> inspecting.show());
        table.hoverProperty().addListener((property, before, now) -> holdOrder());
        model.highlightProperty().subscribe(now -> rows.showMarks(now != Highlight.OFF));
        model.stateProperty().addListener((property, before, now) -> show(now));
        var filtered = Bindings.createBooleanBinding(
                model::isFiltered, model.searchProperty(), model.protocols(), model.states(), model.reaches());
        resetFilters.visibleProperty().bind(filtered);
        resetFilters.managedProperty().bind(filtered);
        new RowMenu(this, actions, rows, table);
        new SocketsKeys(this, actions, table, search).install(root);
        show(model.stateProperty().get());
    }

    private void showPause(boolean paused) {
        if (model.stateProperty().get() instanceof SocketsState.Showing(Arrangement arrangement)) {
            statusLine.show(arrangement, paused);
        }
    }

    private void show(SocketsState state) {
        switch (state) {
            case SocketsState.Waiting() -> placeholder.setText(Messages.text("sockets.waiting"));
            case SocketsState.Failed(String reason) -> {
                placeholder.setText(Messages.text("sockets.failed", reason));
                statusLine.fail(Messages.text("sockets.failed", reason));
            }
            case SocketsState.Showing(Arrangement arrangement) -> show(arrangement);
        }
    }

    private void show(Arrangement arrangement) {
        rows.show(arrangement);
        chips.show(arrangement.counts());
        placeholder.setText(Messages.text(arrangement.snapshot().size() == 0 ? "sockets.none" : "sockets.none-shown"));
        statusLine.show(arrangement, model.pausedProperty().get());
        EndedNote.show(status, service.monitor());
        inspecting.follow(arrangement);
        holdOrder();
        closerLook.look();
    }

    private void selectionChanged() {
        model.hold(rows.held());
        if (rows.selection().holdsVeryMany()) {
            model.pausedProperty().set(true);
        }
        inspecting.selectionChanged();
        holdOrder();
    }

    /// While somebody is about to click on a row, or works with one, rows keep their places.
    private void holdOrder() {
        // A window that goes loses the pointer, too, when nobody arranges any more.
        if (!background.isShutdown()) {
            model.orderHeldProperty().set(table.isHover() || rows.selection().isShown());
        }
    }

    private Optional<ProcessFacts> facts(ProcessRef process) {
        var monitor = service.monitor();
        return monitor == null ? Optional.empty() : monitor.facts(process);
    }

    @FXML
    void refresh() {
        readings.readNow();
    }

    @FXML
    void resetFilters() {
        viewsMenu.leave();
        model.resetFilters();
        table.requestFocus();
    }

    @FXML
    void sortNow() {
        model.hold(rows.held());
        model.sortNow();
    }

    /// Shows the sockets of the scope that fit the search, and no others.
    public void showOnly(CountScope scope, String query) {
        resetFilters();
        model.showOnly(scope.types(), scope.states(), query);
    }

    void unselect() {
        rows.selection().clear();
    }

    void toggle(Protocol protocol) {
        chips.chip(protocol).fire();
    }

    void togglePause() {
        pause.fire();
    }

    void openInspector() {
        inspect.setSelected(true);
    }

    void toggleInspector() {
        inspect.fire();
    }

    /// Takes where a probe is to call, when the user asks for one of the selected socket.
    public void onProbe(Consumer<ProbeAim> action) {
        actions.onProbe(action);
    }

    /// Shows the sockets that a search finds, whatever was filtered before.
    public void find(String query) {
        resetFilters();
        model.searchProperty().set(query);
    }

    /// The same with one of them selected, as soon as it is there.
    public void find(String query, SocketKey socket) {
        rows.selection().await(socket);
        model.hold(rows.held());
        find(query);
    }

    void openExport() {
        export.show();
    }

    @FXML
    void exportCsv() {
        actions.export(Format.CSV);
    }

    @FXML
    void exportJson() {
        actions.export(Format.JSON);
    }

    /// Whether somebody sees what sockets do at this moment.
    private boolean isWatched() {
        return !model.pausedProperty().get()
                && window() instanceof Stage stage
                && stage.isShowing()
                && stage.isFocused()
                && !stage.isIconified()
                && model.stateProperty().get() instanceof SocketsState.Showing;
    }

    private @Nullable Window window() {
        return root.getScene() == null ? null : root.getScene().getWindow();
    }
}
