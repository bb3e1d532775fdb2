package dev.porthole.ui.sockets;

import dev.porthole.net.SocketState;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.Messages;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/// The context menu of a row.
final class RowMenu {
    private final RowActions actions;
    private final MenuItem copyCell;
    private final MenuItem end = action("endProcess");
    private final MenuItem close = action("closeConnection");
    private String pressed = "";
    private String cell = "";

    RowMenu(SocketsView view, RowActions actions, SocketTableView rows, TableView<Place> table) {
        this.actions = actions;
        MenuItem copyRow = item("sockets.copy.row", () -> actions.copying().rows());
        copyCell = item("sockets.copy.cell", () -> Clip.put(cell));
        MenuItem copySs = item("sockets.copy.ss", () -> actions.copying().ssLines());
        MenuItem copyJson = item("sockets.copy.json", () -> actions.copying().json());
        MenuItem probe = item("sockets.probe", actions::probe);
        probe.setId("probeThis");
        MenuItem details = item("sockets.details", view::openInspector);
        close.setOnAction(_ -> actions.closeConnection());
        end.setOnAction(_ -> actions.endProcess());
        ContextMenu menu = new ContextMenu(
                copyRow,
                copyCell,
                copySs,
                copyJson,
                new SeparatorMenuItem(),
                details,
                probe,
                new SeparatorMenuItem(),
                close,
                end);
        menu.setOnShowing(_ -> {
            boolean none = rows.selection().first().isEmpty();
            menu.getItems().forEach(item -> item.setDisable(none));
            boolean noneOpen = rows.selection().byOwner().isEmpty();
            copySs.setDisable(noneOpen);
            copyJson.setDisable(noneOpen);
            probe.setDisable(actions.aim().isEmpty());
            cell = pressed;
            copyCell.setDisable(cell.isEmpty());
            showClose();
            showEnd();
        });
        table.setContextMenu(menu);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            pressed = cell(press.getPickResult());
            if (press.getClickCount() == 2 && !pressed.isEmpty()) {
                view.openInspector();
            }
        });
        // The keyboard selects rows, and the cell under the last click is none of theirs.
        table.addEventFilter(KeyEvent.KEY_PRESSED, _ -> pressed = "");
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static MenuItem action(String id) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.setMnemonicParsing(false);
        return item;
    }

    private void showClose() {
        var candidate = actions.closeCandidate().orElse(null);
        close.setDisable(!(candidate instanceof CloseCandidate.Possible));
        close.setText(
                switch (candidate) {
                    case CloseCandidate.Possible(SocketEntry socket) ->
                        Messages.text(socket.state() == SocketState.LISTEN ? "sockets.close.listen" : "sockets.close");
                    case CloseCandidate.Refused refused -> Messages.text("sockets.close.not", refused.brief());
                    case null -> Messages.text("sockets.close.not", Messages.text("end.nothing.brief"));
                });
    }

    /// Names the process, or says why it is not to be ended.
    private void showEnd() {
        var candidate = actions.endCandidate().orElse(null);
        end.setDisable(!(candidate instanceof EndCandidate.Possible));
        end.setText(
                switch (candidate) {
                    case EndCandidate.Possible possible ->
                        Messages.text("sockets.end", SocketFacts.name(possible.first()));
                    case EndCandidate.Refused refused -> Messages.text("sockets.end.not", refused.brief());
                    case null -> Messages.text("sockets.end.not", Messages.text("end.nothing.brief"));
                });
    }

    private static String cell(PickResult pick) {
        for (var node = pick.getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof SocketCell found) {
                return found.getText() == null ? "" : found.getText();
            }
        }
        return "";
    }
}
