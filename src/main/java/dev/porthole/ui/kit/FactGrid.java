package dev.porthole.ui.kit;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Names at the left, values at the right; long values wrap. A value is copied from its context menu.
public final class FactGrid extends GridPane {
    /// A longer value, such as the command line of a Java program, is cut on screen and copied whole.
    private static final int LONGEST = 300;

    private List<Fact> shown = List.of();

    public FactGrid() {
        getStyleClass().add("fact-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    public void show(List<Fact> facts) {
        if (facts.equals(shown)) {
            return;
        }
        shown = List.copyOf(facts);
        getChildren().clear();
        for (int row = 0; row < shown.size(); row++) {
            Label name = new Label(shown.get(row).name());
            name.getStyleClass().add("fact-name");
            setValignment(name, VPos.TOP);
            addRow(row, name, value(shown.get(row)));
        }
    }

    /// All facts as lines of text.
    public String text() {
        return shown.stream().map(fact -> fact.name() + ": " + fact.value()).collect(Collectors.joining("\n"));
    }

    private static Label value(Fact fact) {
        String text = fact.value();
        Label value = new Label(text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text);
        value.getStyleClass().add("fact-value");
        value.setWrapText(true);
        MenuItem copy = new MenuItem(Messages.text("copy.value"));
        copy.setOnAction(event -> Clip.put(fact.value()));
        value.setContextMenu(new ContextMenu(copy));
        return value;
    }
}
