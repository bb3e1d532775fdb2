package dev.porthole.ui.sockets;

import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.Messages;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/// The context menu of a row.
final class RowMenu {
    private String cell = "";

    RowMenu(SocketsView view, SocketTableView rows, TableView<SocketRow> table) {
        MenuItem copyRow = new MenuItem(Messages.text("sockets.copy.row"));
        copyRow.setOnAction(_ -> view.copyRows());
        MenuItem copyCell = new MenuItem(Messages.text("sockets.copy.cell"));
        copyCell.setOnAction(_ -> Clip.put(cell));
        MenuItem details = new MenuItem(Messages.text("sockets.details"));
        details.setOnAction(_ -> view.openInspector());
        ContextMenu menu = new ContextMenu(copyRow, copyCell, details);
        menu.setOnShowing(_ -> {
            boolean none = rows.firstSelected().isEmpty();
            menu.getItems().forEach(item -> item.setDisable(none));
            copyCell.setDisable(cell.isEmpty());
        });
        table.setContextMenu(menu);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            cell = cell(press.getPickResult());
            if (press.getClickCount() == 2 && !cell.isEmpty()) {
                view.openInspector();
            }
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
