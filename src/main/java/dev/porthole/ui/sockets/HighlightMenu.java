package dev.porthole.ui.sockets;

import dev.porthole.ui.kit.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// For how long rows are marked: the signs and their meaning, and a choice of times.
final class HighlightMenu {
    HighlightMenu(MenuButton button, ObjectProperty<Highlight> chosen) {
        ToggleGroup group = new ToggleGroup();
        for (Highlight highlight : Highlight.values()) {
            RadioMenuItem item = new RadioMenuItem(Messages.text("sockets.highlight.choice", highlight.seconds()));
            item.setId("highlight-" + highlight.word());
            item.setToggleGroup(group);
            item.setOnAction(_ -> chosen.set(highlight));
            chosen.subscribe(now -> item.setSelected(now == highlight));
            button.getItems().add(item);
        }
        chosen.subscribe(now -> button.setText(Messages.text("sockets.highlight", now.seconds())));
    }
}
