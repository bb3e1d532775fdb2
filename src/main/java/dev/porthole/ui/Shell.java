package dev.porthole.ui;

import atlantafx.base.controls.Message;
import dev.porthole.engine.Prober;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.profile.Settings;
import dev.porthole.ui.datadog.DatadogView;
import dev.porthole.ui.datadog.FileDrop;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Theme;
import dev.porthole.ui.probe.ProbeView;
import dev.porthole.ui.sockets.SnapshotService;
import dev.porthole.ui.sockets.SocketsView;
import java.io.File;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rail and the screen beside it.
final class Shell {
    @FXML
    private BorderPane root;

    @FXML
    private ToggleGroup screens;

    @FXML
    private ToggleButton sockets;

    @FXML
    private ToggleButton probe;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private Tooltip themeTip;

    private final Settings settings;
    private final Theme theme;
    private final SnapshotService snapshots;
    private final SocketsView socketsView;
    private final Prober prober = new Prober();
    private @Nullable ProbeView probeView;
    private @Nullable DatadogView datadogView;
    private boolean datadogOpen;

    /// @param view which screen to begin with; null: the one used last
    /// @param monitor finds the source of the sockets, in the background
    Shell(Settings settings, Theme theme, Options.@Nullable Screen view, Callable<SocketMonitor> monitor) {
        this.settings = settings;
        this.theme = theme;
        Fxml.load(this);
        snapshots = new SnapshotService(monitor);
        socketsView = new SocketsView(snapshots, settings);
        // Behind the first table: both would want the same processor.
        socketsView.onceShown(prober::warmUp);
        socketsView.onProbe(aim -> {
            open(Options.Screen.PROBE);
            probeView().aim(aim.target(), aim.udp());
        });
        theme.choiceProperty().addListener((property, before, now) -> showTheme());
        showTheme();
        screens.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else {
                showScreen();
            }
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        open(Optional.ofNullable(view)
                .or(() -> settings.get("screen").flatMap(Options.Screen::parse))
                .orElse(Options.Screen.SOCKETS));
    }

    Parent root() {
        return root;
    }

    void open(Options.Screen screen) {
        (screen == Options.Screen.PROBE ? probe : sockets).setSelected(true);
        focus();
    }

    /// Puts the keyboard where work begins.
    void focus() {
        if (shown() == Options.Screen.PROBE && datadogOpen) {
            datadogView().focus();
        } else if (shown() == Options.Screen.PROBE) {
            probeView().focusHost();
        } else {
            socketsView.focusTable();
        }
    }

    boolean showsData() {
        return socketsView.showsData();
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
                .with("screen", shown().word());
        Settings all = socketsView.remember(changed);
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

    private Options.Screen shown() {
        return probe.isSelected() ? Options.Screen.PROBE : Options.Screen.SOCKETS;
    }

    /// Made when it is first wanted: a start shows the sockets.
    private ProbeView probeView() {
        if (probeView == null) {
            probeView = new ProbeView(prober, settings, this::showLocalSide);
            probeView.onDatadog(() -> showDatadog(true));
            FileDrop.on(probeView.root(), this::openDatadog);
        }
        return probeView;
    }

    private DatadogView datadogView() {
        if (datadogView == null) {
            datadogView = new DatadogView(settings, snapshots.lastValueProperty(), new DatadogView.Actions() {
                @Override
                public void back() {
                    showDatadog(false);
                }

                @Override
                public void probe(String host, long port, String timeout) {
                    probeView().prepare(host, Long.toString(port), timeout);
                    showDatadog(false);
                }
            });
        }
        return datadogView;
    }

    /// Shows a Datadog file; nothing of it runs yet.
    void openDatadog(File file) {
        open(Options.Screen.PROBE);
        showDatadog(true);
        datadogView().open(file);
    }

    private void showDatadog(boolean shown) {
        datadogOpen = shown;
        showScreen();
        focus();
    }

    private void showLocalSide(int port) {
        socketsView.find("lport:" + port);
        open(Options.Screen.SOCKETS);
    }

    private void showScreen() {
        if (shown() == Options.Screen.SOCKETS) {
            root.setCenter(socketsView.root());
        } else {
            root.setCenter(datadogOpen ? datadogView().root() : probeView().root());
        }
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

    private void key(KeyEvent event) {
        for (Options.Screen screen : Options.Screen.values()) {
            KeyCode digit = screen == Options.Screen.SOCKETS ? KeyCode.DIGIT1 : KeyCode.DIGIT2;
            if (new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN).match(event)) {
                open(screen);
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
