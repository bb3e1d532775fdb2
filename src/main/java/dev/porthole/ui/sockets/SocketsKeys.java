package dev.porthole.ui.sockets;

import dev.porthole.net.Protocol;
import dev.porthole.ui.kit.FxLane;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the screen of sockets.
final class SocketsKeys {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_JSON =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.DELETE, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination EXPORT = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination RESET = new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination RELOAD = new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination INSPECT = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);
    private static final KeyCombination INSPECT_MAC = new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN);

    private final SocketsView view;
    private final RowActions actions;
    private final TableView<?> table;
    private final TextField search;

    SocketsKeys(SocketsView view, RowActions actions, TableView<?> table, TextField search) {
        this.view = view;
        this.actions = actions;
        this.table = table;
        this.search = search;
    }

    void install(Parent root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::anywhere);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::inTable);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::inSearch);
    }

    private void anywhere(KeyEvent key) {
        if (FIND.match(key)) {
            act(key, view::focusSearch);
        } else if (RESET.match(key)) {
            act(key, view::resetFilters);
        } else if (INSPECT.match(key) || INSPECT_MAC.match(key)) {
            act(key, view::toggleInspector);
        } else if (EXPORT.match(key)) {
            act(key, view::openExport);
        } else if (RELOAD.match(key) || key.getCode() == KeyCode.F5) {
            act(key, view::refresh);
        }
    }

    private void inTable(KeyEvent key) {
        if (COPY.match(key)) {
            act(key, actions.copying()::rows);
        } else if (COPY_JSON.match(key)) {
            act(key, actions.copying()::json);
        } else if (CLOSE.match(key)) {
            act(key, actions::closeConnection);
        } else if (isPlain(key) && key.getCode() == KeyCode.DELETE) {
            act(key, actions::endProcess);
        } else if (isPlain(key) && key.getCode() == KeyCode.P) {
            // The letter is typed after its press, and must not land in the form.
            act(key, () -> FxLane.FX.execute(actions::probe));
        } else if (isPlain(key) && key.getCode() == KeyCode.S) {
            act(key, view::sortNow);
        } else if (isPlain(key) && key.getCode() == KeyCode.ESCAPE) {
            act(key, view::unselect);
        } else if (isPlain(key) && key.getCode() == KeyCode.SPACE) {
            act(key, view::togglePause);
        } else if (isPlain(key) && key.getCode() == KeyCode.ENTER) {
            act(key, view::toggleInspector);
        } else if (isPlain(key) && key.getCode().isDigitKey()) {
            int number = key.getCode().getCode() - KeyCode.DIGIT1.getCode();
            if (number >= 0 && number < Protocol.values().length) {
                act(key, () -> view.toggle(Protocol.values()[number]));
            }
        }
    }

    private void inSearch(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            act(key, search.getText().isEmpty() ? view::focusTable : search::clear);
        } else if (key.getCode() == KeyCode.DOWN || (isPlain(key) && key.getCode() == KeyCode.ENTER)) {
            act(key, view::enterTable);
        }
    }

    private static boolean isPlain(KeyEvent key) {
        return !key.isShortcutDown() && !key.isAltDown() && !key.isControlDown() && !key.isMetaDown();
    }

    private static void act(KeyEvent key, Runnable action) {
        key.consume();
        action.run();
    }
}
