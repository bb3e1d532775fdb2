package dev.porthole.ui.datadog;

import dev.porthole.engine.Daemon;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.Note;
import dev.porthole.interchange.datadog.TcpInstance;
import dev.porthole.profile.Settings;
import dev.porthole.sockets.Snapshot;
import dev.porthole.ui.datadog.DatadogState.Loaded;
import dev.porthole.ui.datadog.DatadogState.Phase;
import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The screen of a Datadog `conf.yaml`: what it holds, what came of it, and why. Nothing runs before it is asked to.
public final class DatadogView {
    private static final String FOLDER = "datadog.folder";
    private static final double NOTE_HEIGHT = 22;
    private static final int NOTES_IN_SIGHT = 3;

    @FXML
    private BorderPane root;

    @FXML
    private Label file;

    @FXML
    private Button open;

    @FXML
    private CheckBox repeat;

    @FXML
    private Button run;

    @FXML
    private Button cancel;

    @FXML
    private VBox empty;

    @FXML
    private VBox wrong;

    @FXML
    private Label wrongText;

    @FXML
    private Button wrongBack;

    @FXML
    private VBox loaded;

    @FXML
    private VBox notesBox;

    @FXML
    private Label notesTitle;

    @FXML
    private ListView<String> notes;

    @FXML
    private TableView<CheckRow> table;

    @FXML
    private ContextMenu rowMenu;

    @FXML
    private VBox storyBox;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label summary;

    private final ExecutorService background = Daemon.single("porthole-datadog");
    private final DatadogViewModel model = new DatadogViewModel(background, FxLane.FX, Map.of());
    private final ObservableValue<Snapshot> sockets;
    private final Actions actions;
    private final CheckTable rows;
    private final StoryView story;
    private @Nullable File folder;
    private @Nullable Phase phase;

    /// Where the user goes from here.
    public interface Actions {
        /// Back to where the screen was opened from.
        void back();

        /// To the probe, with a form filled for this address.
        ///
        /// @param timeout in seconds
        void probe(String host, long port, String timeout);
    }

    /// @param sockets the latest snapshot; its value is null as long as there is none
    public DatadogView(Settings settings, ObservableValue<Snapshot> sockets, Actions actions) {
        this.sockets = sockets;
        this.actions = actions;
        Fxml.load(this);
        folder = settings.get(FOLDER).map(File::new).orElse(null);
        story = new StoryView(storyBox, this::probe);
        rows = new CheckTable(table, _ -> tell());
        rowMenu.setOnShowing(_ -> {
            boolean none = rows.selected().isEmpty();
            rowMenu.getItems().forEach(item -> item.setDisable(none));
        });
        repeat.selectedProperty().bindBidirectional(model.repeatProperty());
        model.stateProperty().subscribe(this::show);
        // Listeners come and go while the screen is open.
        sockets.addListener((_, _, _) -> tell());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        FileDrop.on(root, this::open);
    }

    public Parent root() {
        return root;
    }

    public Settings remember(Settings settings) {
        return folder == null ? settings : settings.with(FOLDER, folder.getPath());
    }

    /// Reads a file and shows what is in it.
    public void open(File chosen) {
        folder = chosen.getAbsoluteFile().getParentFile();
        table.getSelectionModel().clearSelection();
        model.open(chosen.getPath());
    }

    /// Shows what the clipboard holds: a file, or the text of one.
    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles() && clipboard.getFiles().size() == 1) {
            open(clipboard.getFiles().getFirst());
        } else if (clipboard.hasString()) {
            table.getSelectionModel().clearSelection();
            model.paste(clipboard.getString());
        }
    }

    /// Puts the keyboard where work goes on.
    public void focus() {
        Button next = run.isDisabled() ? cancel : run;
        (next.isDisabled() ? open : next).requestFocus();
    }

    public void close() {
        model.cancel();
        background.shutdown();
    }

    /// Asks which file.
    @FXML
    public void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.text("datadog.choose"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(Messages.text("datadog.files"), "*.yaml", "*.yml"),
                        new FileChooser.ExtensionFilter(Messages.text("datadog.files.all"), "*"));
        chooser.setInitialDirectory(folder != null && folder.isDirectory() ? folder : null);
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            open(chosen);
        }
    }

    @FXML
    void back() {
        actions.back();
    }

    @FXML
    void goBack() {
        model.goBack();
    }

    @FXML
    void run() {
        model.run();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void copyRow() {
        rows.selected()
                .ifPresent(row -> Clip.put(table.getColumns().stream()
                                .map(column -> column.getText() + ": "
                                        + column.getCellObservableValue(row).getValue())
                                .collect(Collectors.joining("\n"))
                        + "\n"
                        + story.text()));
    }

    @FXML
    void copyWhy() {
        Clip.put(story.text());
    }

    @FXML
    void probe() {
        rows.selected().ifPresent(row -> {
            if (row.instance() instanceof TcpInstance check) {
                String host = row.address() == null
                        ? check.peer().host()
                        : row.address().text();
                actions.probe(host, check.peer().port(), CheckText.seconds(check.timeout()));
            }
        });
    }

    private void show(DatadogState state) {
        Visible.set(empty, state instanceof DatadogState.Empty);
        Visible.set(wrong, state instanceof DatadogState.Unreadable);
        Visible.set(loaded, state instanceof Loaded);
        boolean running = state instanceof Loaded now && now.isRunning();
        boolean canRun = state instanceof Loaded now && DatadogViewModel.isRunnable(now.config());
        run.setDisable(running || !canRun);
        cancel.setDisable(!running);
        repeat.setDisable(running);
        run.setText(Messages.text(
                state instanceof Loaded now && now.phase() != Phase.PREVIEW ? "datadog.run-again" : "datadog.run"));
        progress.setVisible(running);
        switch (state) {
            case DatadogState.Empty() -> file.setText("");
            case DatadogState.Reading(String name, Loaded _) -> file.setText(CheckText.safe(name));
            case DatadogState.Unreadable(String name, String sentence, Loaded before) -> {
                file.setText(CheckText.safe(name));
                wrongText.setText(sentence);
                Visible.set(wrongBack, before != null);
                if (before != null) {
                    wrongBack.setText(Messages.text("datadog.wrong.back", CheckText.fileName(before.file())));
                }
            }
            case Loaded now -> showLoaded(now);
        }
        Phase before = phase;
        phase = state instanceof Loaded now ? now.phase() : null;
        if (phase != before) {
            focus();
        }
    }

    private void showLoaded(Loaded now) {
        file.setText(CheckText.safe(now.file()));
        if (now.phase() == Phase.PREVIEW) {
            showNotes(now.config().notes());
        }
        rows.show(now.rows(), now.isRunning());
        if (now.phase() != Phase.PREVIEW && !now.isRunning() && phase == Phase.RUNNING) {
            rows.selectTrouble();
        }
        int all = now.config().instances().size();
        progress.setProgress((double) now.over() / all);
        summary.setText(Summary.of(now));
        tell();
    }

    private void showNotes(List<Note> all) {
        Visible.set(notesBox, !all.isEmpty());
        notesTitle.setText(Messages.text("datadog.notes", all.size()));
        notes.getItems().setAll(all.stream().map(CheckText::note).toList());
        notes.setFixedCellSize(NOTE_HEIGHT);
        double height = NOTE_HEIGHT * Math.min(all.size(), NOTES_IN_SIGHT) + 2;
        notes.setMinHeight(height);
        notes.setPrefHeight(height);
        notes.setMaxHeight(height);
    }

    /// Tells the story of the selected row, with who listens at this moment.
    private void tell() {
        Optional<CheckRow> row = rows.selected();
        Optional<LocalListeners> local = row.flatMap(this::local);
        story.show(row, row.flatMap(now -> Story.of(now, local)), row.map(rows::status));
    }

    private Optional<LocalListeners> local(CheckRow row) {
        Snapshot snapshot = sockets.getValue();
        return snapshot != null && row.result() instanceof Tried tried
                ? LocalListeners.behind(tried.address(), tried.instance().peer().port(), snapshot)
                : Optional.empty();
    }

    private void key(KeyEvent event) {
        boolean running = !cancel.isDisabled();
        if (event.getCode() == KeyCode.ESCAPE) {
            if (running) {
                cancel();
            } else if (wrong.isVisible() && wrongBack.isVisible()) {
                goBack();
            } else {
                back();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.F5) {
            run();
            event.consume();
        } else if (new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN).match(event)) {
            choose();
            event.consume();
        } else if (new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN).match(event)) {
            paste();
            event.consume();
        } else if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
            copyRow();
            event.consume();
        }
    }
}
