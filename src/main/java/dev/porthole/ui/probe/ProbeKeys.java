package dev.porthole.ui.probe;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the screen: Enter in a field or at a tick and Ctrl+Enter anywhere run, Escape cancels what runs, Ctrl+L
/// begins anew.
///
/// @param busy whether there is anything to cancel; if not, Escape is left to others
record ProbeKeys(Runnable run, Runnable cancel, Runnable toHost, BooleanSupplier busy) {
    private static final KeyCombination TO_HOST = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    void on(Node screen) {
        screen.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && busy.getAsBoolean()) {
            act(event, cancel);
        } else if (RUN.match(event) || (event.getCode() == KeyCode.ENTER && isInField(event))) {
            act(event, run);
        } else if (TO_HOST.match(event)) {
            act(event, toHost);
        }
    }

    private static boolean isInField(KeyEvent event) {
        if (event.getTarget() instanceof Node field && (field instanceof TextField || field instanceof CheckBox)) {
            for (Node at = field; at != null; at = at.getParent()) {
                if (at instanceof FormField) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void act(KeyEvent event, Runnable action) {
        event.consume();
        action.run();
    }
}
