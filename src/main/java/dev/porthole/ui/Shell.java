package dev.porthole.ui;

import atlantafx.base.controls.Message;
import dev.porthole.counts.CountScope;
import dev.porthole.engine.CountJournal;
import dev.porthole.engine.DesktopNotice;
import dev.porthole.engine.Explainer;
import dev.porthole.engine.Prober;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.profile.Settings;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import dev.porthole.ui.counts.AlertTelling;
import dev.porthole.ui.counts.CountsView;
import dev.porthole.ui.datadog.DatadogView;
import dev.porthole.ui.datadog.FileDrop;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.SaveDialog;
import dev.porthole.ui.kit.Theme;
import dev.porthole.ui.probe.ProbeView;
import dev.porthole.ui.sockets.SnapshotService;
import dev.porthole.ui.sockets.SocketsView;
import java.io.File;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.concurrent.WorkerStateEvent;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rail and the screen beside it.
final class Shell {
    /// Nobody waits for the reasons of a probe, whose verdict is on screen; a window that closes may.
    private static final Duration EVIDENCE_PATIENCE = Duration.ofSeconds(1);

    @FXML
    private BorderPane root;

    @FXML
    private ToggleGroup screens;

    @FXML
    private ToggleButton sockets;

    @FXML
    private ToggleButton probe;

    @FXML
    private ToggleButton counts;

    @FXML
    private Label alertBadge;

    @FXML
    private StackPane screen;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private Tooltip themeTip;

    private final Settings settings;
    private final Theme theme;
    private final SnapshotService snapshots;
    private final SocketsView socketsView;
    private final Prober prober = Prober.forFew();
    private final Explainer explainer = new Explainer(prober, EVIDENCE_PATIENCE);
    private final CountsView countsView;
    private @Nullable ProbeView probeView;
    private @Nullable DatadogView datadogView;
    private Page page = Page.SOCKETS;
    private Page behindProbe = Page.PROBE;

    /// What is shown. The rail has one button for the probe and the Datadog file, which leads to the one shown last.
    private enum Page {
        SOCKETS(Options.Screen.SOCKETS),
        PROBE(Options.Screen.PROBE),
        DATADOG(Options.Screen.PROBE),
        COUNTS(Options.Screen.COUNTS);

        private final Options.Screen screen;

        Page(Options.Screen screen) {
            this.screen = screen;
        }
    }

    /// What the window has of this machine.
    ///
    /// @param monitor finds the source of the sockets, in the background
    /// @param journal opens the history of counts, in the background
    record Sources(
            Callable<SocketMonitor> monitor,
            Supplier<CountJournal> journal,
            DesktopNotice desktop,
            SaveDialog saveDialog) {}

    /// @param view which screen to begin with; null: the one used last
    Shell(Settings settings, Theme theme, Options.@Nullable Screen view, Sources sources) {
        this.settings = settings;
        this.theme = theme;
        Fxml.load(this);
        snapshots = new SnapshotService(sources.monitor());
        countsView = new CountsView(
                settings,
                sources.journal(),
                new AlertTelling(screen, alertBadge, sources.desktop(), () -> open(Options.Screen.COUNTS)),
                this::showSockets,
                sources.saveDialog());
        listen(snapshots);
        socketsView = new SocketsView(snapshots, settings, sources.saveDialog());
        countsView
                .model()
                .pausedProperty()
                .bindBidirectional(socketsView.model().pausedProperty());
        countsView.onSeverities(socketsView.model().severitiesProperty()::set);
        // Behind the first table: both would want the same processor.
        socketsView.model().onceShown(prober::warmUp);
        socketsView.onProbe(aim -> {
            turnTo(Page.PROBE);
            probeView().aim(aim.target(), aim.udp());
        });
        theme.choiceProperty().addListener((property, before, now) -> showTheme());
        showTheme();
        screens.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else {
                selected(now);
            }
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        open(Optional.ofNullable(view)
                .or(() -> settings.get("screen").flatMap(Options.Screen::parse))
                .orElse(Options.Screen.SOCKETS));
    }

    /// Each snapshot that the screen of sockets reads is counted, too.
    private void listen(SnapshotService service) {
        service.addEventHandler(WorkerStateEvent.WORKER_STATE_SUCCEEDED, _ -> {
            Snapshot snapshot = service.getLastValue();
            if (snapshot != null) {
                countsView.accept(snapshot);
            }
        });
        service.addEventHandler(WorkerStateEvent.WORKER_STATE_FAILED, _ -> {
            Throwable failure = service.getException();
            countsView.model().fail(String.valueOf(failure == null ? null : failure.getMessage()));
        });
    }

    private void showSockets(CountScope scope, String query) {
        open(Options.Screen.SOCKETS);
        socketsView.showOnly(scope, query);
    }

    Parent root() {
        return root;
    }

    CountsView counts() {
        return countsView;
    }

    void open(Options.Screen wanted) {
        turnTo(page(wanted));
    }

    private Page page(Options.Screen wanted) {
        return switch (wanted) {
            case SOCKETS -> Page.SOCKETS;
            case PROBE -> behindProbe;
            case COUNTS -> Page.COUNTS;
        };
    }

    private void turnTo(Page wanted) {
        page = wanted;
        button(wanted.screen).setSelected(true);
        showPage();
        focus();
    }

    /// A button of the rail was selected, by the user or by [#turnTo], which knows already.
    private void selected(@Nullable Toggle button) {
        for (Options.Screen screen : Options.Screen.values()) {
            if (screen != page.screen && button(screen).equals(button)) {
                page = page(screen);
                showPage();
            }
        }
    }

    private ToggleButton button(Options.Screen wanted) {
        return switch (wanted) {
            case SOCKETS -> sockets;
            case PROBE -> probe;
            case COUNTS -> counts;
        };
    }

    /// Puts the keyboard where work begins.
    void focus() {
        switch (page) {
            case SOCKETS -> socketsView.focusTable();
            case PROBE -> probeView().focusHost();
            case DATADOG -> datadogView().focus();
            case COUNTS -> countsView.focusMatrix();
        }
    }

    boolean showsData() {
        return socketsView.showsData() && (page != Page.COUNTS || countsView.showsData());
    }

    /// Tells of trouble that does not stop the work.
    void warn(String sentence) {
        Message note = new Message(Messages.text("notice.title"), sentence, new FontIcon("fth-alert-triangle"));
        note.getStyleClass().add("warning");
        note.setOnClose(event -> root.setTop(null));
        root.setTop(note);
    }

    Settings remember(WindowPlace place) {
        Settings changed = place.into(settings)
                .with("theme", theme.choiceProperty().get().word())
                .with("screen", page.screen.word());
        Settings all = countsView.remember(socketsView.remember(changed));
        Settings withFolder = datadogView == null ? all : datadogView.remember(all);
        return probeView == null ? withFolder : probeView.remember(withFolder);
    }

    void close() {
        socketsView.close();
        if (datadogView != null) {
            datadogView.close();
        }
        if (probeView != null) {
            probeView.close();
        }
        countsView.close();
        explainer.close();
        prober.close();
    }

    @FXML
    void nextTheme() {
        theme.choiceProperty().set(theme.choiceProperty().get().next());
    }

    @FXML
    void showKeys() {
        ShortcutsDialog.show(root.getScene().getWindow());
    }

    /// Made when it is first wanted: a start shows the sockets.
    private ProbeView probeView() {
        if (probeView == null) {
            explainer.warmUp();
            probeView = new ProbeView(explainer, settings, this::showLocalSide, this::showSocket);
            probeView.onDatadog(() -> turnTo(Page.DATADOG));
            FileDrop.on(probeView.root(), this::openDatadog);
        }
        return probeView;
    }

    private DatadogView datadogView() {
        if (datadogView == null) {
            datadogView = new DatadogView(settings, snapshots.lastValueProperty(), new DatadogView.Actions() {
                @Override
                public void back() {
                    turnTo(Page.PROBE);
                }

                @Override
                public void probe(String host, long port, String timeout) {
                    probeView().prepare(host, Long.toString(port), timeout);
                    turnTo(Page.PROBE);
                }
            });
        }
        return datadogView;
    }

    /// Shows a Datadog file; nothing of it runs yet.
    void openDatadog(File file) {
        turnTo(Page.DATADOG);
        datadogView().open(file);
    }

    private void showSocket(SocketKey socket) {
        socketsView.find("lport:" + socket.local().port(), socket);
        open(Options.Screen.SOCKETS);
    }

    private void showLocalSide(int port) {
        socketsView.find("lport:" + port);
        open(Options.Screen.SOCKETS);
    }

    private void showPage() {
        behindProbe = page.screen == Options.Screen.PROBE ? page : behindProbe;
        Parent wanted =
                switch (page) {
                    case SOCKETS -> socketsView.root();
                    case PROBE -> probeView().root();
                    case DATADOG -> datadogView().root();
                    case COUNTS -> countsView.root();
                };
        if (screen.getChildren().isEmpty()) {
            screen.getChildren().add(wanted);
        } else if (!screen.getChildren().getFirst().equals(wanted)) {
            screen.getChildren().set(0, wanted);
        }
        countsView.refresh();
    }

    private void showTheme() {
        Theme.Choice choice = theme.choiceProperty().get();
        themeIcon.setIconLiteral(
                switch (choice) {
                    case SYSTEM -> "fth-monitor";
                    case LIGHT -> "fth-sun";
                    case DARK -> "fth-moon";
                });
        themeTip.setText(Messages.text("nav.theme." + choice.word()));
    }

    private static KeyCode digit(Options.Screen wanted) {
        return switch (wanted) {
            case SOCKETS -> KeyCode.DIGIT1;
            case PROBE -> KeyCode.DIGIT2;
            case COUNTS -> KeyCode.DIGIT3;
        };
    }

    private void key(KeyEvent event) {
        for (Options.Screen wanted : Options.Screen.values()) {
            if (new KeyCodeCombination(digit(wanted), KeyCombination.SHORTCUT_DOWN).match(event)) {
                open(wanted);
                event.consume();
            }
        }
        if (event.getCode() == KeyCode.F1) {
            showKeys();
            event.consume();
        } else if (new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN).match(event)) {
            root.getScene().getWindow().hide();
            event.consume();
        }
    }
}
