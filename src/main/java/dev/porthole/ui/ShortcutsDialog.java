package dev.porthole.ui;

import dev.porthole.ui.kit.Fact;
import dev.porthole.ui.kit.FactGrid;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Theme;
import java.util.stream.Stream;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/// The list of keys.
final class ShortcutsDialog {
    private ShortcutsDialog() {}

    static void show(Window owner) {
        FactGrid grid = new FactGrid();
        grid.show(Stream.of(Messages.text("keys.list").split("\n", -1))
                .map(line -> line.split("\t", -1))
                .map(parts -> new Fact(parts[0], parts[1]))
                .toList());
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.text("keys.title"));
        dialog.setHeaderText(Messages.text("keys.title"));
        dialog.getDialogPane().setContent(grid);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        Theme.dress(dialog.getDialogPane().getScene());
        dialog.show();
    }
}
