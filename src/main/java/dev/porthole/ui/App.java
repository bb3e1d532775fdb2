package dev.porthole.ui;

import dev.porthole.engine.Engine;
import dev.porthole.engine.UserSettings;
import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.SaveDialog;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window's life: settings in, shell up, settings out.
public final class App extends Application {
    private final UserSettings remembered = Engine.settings();
    private @Nullable Shell shell;

    @Override
    public void start(Stage stage) {
        Options options = Options.parse(getParameters().getRaw());
        String trouble = null;
        Settings settings = Settings.NONE;
        try {
            settings = options.screenshot() == null ? remembered.load() : Settings.NONE;
        } catch (IOException e) {
            trouble = e.getMessage();
        }
        Shell opened = open(stage, options, settings);
        if (trouble != null) {
            opened.warn(trouble);
        }
        if (options.timings()) {
            StartTime.report(opened);
        }
        if (options.screenshot() != null) {
            Screenshot.whenReady(opened, stage.getScene(), options.screenshot());
        } else {
            stage.setOnHiding(event -> save(opened.remember(WindowPlace.of(stage))));
        }
    }

    private Shell open(Stage stage, Options options, Settings settings) {
        Theme theme = new Theme(Optional.ofNullable(options.theme())
                .or(() -> settings.get("theme").flatMap(Theme.Choice::parse))
                .orElse(Theme.Choice.SYSTEM));
        Shell opened = new Shell(settings, theme, options.view(), sources(options));
        shell = opened;
        WindowPlace place = options.place().orElseGet(() -> WindowPlace.from(settings));
        stage.setScene(new Scene(opened.root(), place.width(), place.height()));
        Theme.dress(stage.getScene());
        stage.setTitle(Messages.text("app.title"));
        place.apply(stage);
        stage.show();
        opened.focus();
        return opened;
    }

    @Override
    public void stop() {
        if (shell != null) {
            shell.close();
        }
    }

    /// A picture leaves no trace.
    private static Shell.Sources sources(Options options) {
        return new Shell.Sources(
                FirstReading::monitor,
                options.screenshot() == null ? Engine::countJournal : Engine::passingCountJournal,
                Engine.desktopNotice(),
                SaveDialog.ofTheSystem());
    }

    private void save(Settings settings) {
        try {
            remembered.save(settings);
        } catch (IOException e) {
            new Alert(
                            Alert.AlertType.WARNING,
                            Messages.text("settings.not-saved", remembered.file(), String.valueOf(e.getMessage())))
                    .showAndWait();
        }
    }
}
