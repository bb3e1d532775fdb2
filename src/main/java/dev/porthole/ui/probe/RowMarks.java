package dev.porthole.ui.probe;

import dev.porthole.diagnosis.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Rows of a grid that a finding can point at: one of them has its ground coloured.
final class RowMarks {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Map<Pointer, Region> grounds = new LinkedHashMap<>();
    private @Nullable Node marked;

    void clear() {
        grounds.clear();
        marked = null;
    }

    /// Lays the ground of a row, before its cells are added.
    void lay(GridPane grid, int row, Pointer pointer) {
        Region ground = new Region();
        ground.getStyleClass().add("row-ground");
        grid.add(ground, 0, row, GridPane.REMAINING, 1);
        grounds.put(pointer, ground);
    }

    /// Adds the cells of a row from the first column on: `addRow` would begin behind the ground.
    static void fill(GridPane grid, int row, Node... cells) {
        for (int column = 0; column < cells.length; column++) {
            grid.add(cells[column], column, row);
        }
    }

    /// Marks the row of this pointer, and no other one.
    void point(Pointer pointer) {
        marked = grounds.get(pointer);
        grounds.forEach((each, ground) -> ground.pseudoClassStateChanged(POINTED, each.equals(pointer)));
    }

    Optional<Node> pointed() {
        return Optional.ofNullable(marked);
    }
}
