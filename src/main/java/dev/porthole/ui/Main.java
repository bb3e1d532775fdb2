package dev.porthole.ui;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/// Starts the window.
public final class Main {
    /// Held: a logger that nobody holds loses its level.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
        // JavaFX warns of every module path that is not its own launcher's.
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Options.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            Logger.getLogger("porthole").severe(e.getMessage());
            System.exit(3);
        }
        FirstReading.begin();
        Application.launch(App.class, args);
    }
}
