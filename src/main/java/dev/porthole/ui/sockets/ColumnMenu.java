package dev.porthole.ui.sockets;

import dev.porthole.sockets.SocketOrder;
import dev.porthole.ui.kit.Messages;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The menu that shows and hides columns, and the layout that comes of it and of dragging headers.
final class ColumnMenu {
    private final SocketTableView rows;
    private final Map<SocketColumn, CheckMenuItem> items = new EnumMap<>(SocketColumn.class);

    ColumnMenu(MenuButton button, SocketTableView rows) {
        this.rows = rows;
        rows.columns().forEach((column, shown) -> {
            CheckMenuItem item = new CheckMenuItem(Messages.text("sockets.column." + column.word() + ".long"));
            item.selectedProperty().bindBidirectional(shown.visibleProperty());
            item.selectedProperty().addListener((property, before, now) -> keepOne());
            items.put(column, item);
        });
        MenuItem reset = new MenuItem(Messages.text("sockets.columns.reset"));
        reset.setOnAction(event -> apply(SocketsLayout.DEFAULT));
        for (SocketColumn.Group group : SocketColumn.Group.values()) {
            List<CheckMenuItem> ofGroup = items.entrySet().stream()
                    .filter(item -> item.getKey().group() == group)
                    .map(Map.Entry::getValue)
                    .toList();
            if (group == SocketColumn.Group.SOCKET) {
                button.getItems().setAll(ofGroup);
                button.getItems().add(new SeparatorMenuItem());
            } else {
                Menu menu = new Menu(Messages.text("sockets.columns." + group.word()));
                menu.getItems().setAll(ofGroup);
                button.getItems().add(menu);
            }
        }
        button.getItems().addAll(new SeparatorMenuItem(), reset);
    }

    /// The last column cannot be hidden: a table without columns says nothing and cannot be mended from its header.
    private void keepOne() {
        List<CheckMenuItem> on =
                items.values().stream().filter(CheckMenuItem::isSelected).toList();
        items.values().forEach(item -> item.setDisable(on.size() == 1 && item.isSelected()));
    }

    void apply(SocketsLayout layout) {
        rows.arrangeColumns(layout.columns());
        rows.columns().forEach((column, shown) -> {
            shown.setVisible(!layout.hidden().contains(column));
            shown.setPrefWidth(layout.widths().getOrDefault(column, column.width()));
        });
        rows.markOrder(layout.order());
    }

    SocketsLayout layout(SocketOrder order) {
        Set<SocketColumn> hidden = EnumSet.noneOf(SocketColumn.class);
        Map<SocketColumn, Double> widths = new EnumMap<>(SocketColumn.class);
        rows.columns().forEach((column, shown) -> {
            if (!shown.isVisible()) {
                hidden.add(column);
            }
            widths.put(column, shown.getPrefWidth());
        });
        return new SocketsLayout(rows.columnsInOrder(), hidden, widths, order);
    }
}
