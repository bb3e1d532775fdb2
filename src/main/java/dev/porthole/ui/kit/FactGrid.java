package dev.porthole.ui.kit;

import java.util.ArrayList;
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
    private final List<Label> values = new ArrayList<>();

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
        boolean sameNames = names(facts).equals(names(shown));
        shown = List.copyOf(facts);
        if (sameNames) {
            showValues();
            return;
        }
        getChildren().clear();
        values.clear();
        for (int row = 0; row < shown.size(); row++) {
            Label name = new Label(shown.get(row).name());
            name.getStyleClass().add("fact-name");
            setValignment(name, VPos.TOP);
            explain(name, shown.get(row));
            Label value = value(row);
            values.add(value);
            addRow(row, name, value);
        }
    }

    /// What changes each second is written into the labels that are there.
    private void showValues() {
        for (int row = 0; row < shown.size(); row++) {
            values.get(row).setText(cut(shown.get(row).value()));
        }
    }

    private static List<String> names(List<Fact> facts) {
        return facts.stream().map(Fact::name).toList();
    }

    private static void explain(Label name, Fact fact) {
        if (!fact.hint().isEmpty()) {
            Hint.on(name, fact.hint());
        }
    }

    /// All facts as lines of text.
    public String text() {
        return shown.stream().map(fact -> fact.name() + ": " + fact.value()).collect(Collectors.joining("\n"));
    }

    private Label value(int row) {
        Label value = new Label(cut(shown.get(row).value()));
        value.getStyleClass().add("fact-value");
        value.setWrapText(true);
        MenuItem copy = new MenuItem(Messages.text("copy.value"));
        copy.setOnAction(event -> Clip.put(shown.get(row).value()));
        value.setContextMenu(new ContextMenu(copy));
        return value;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }
}
