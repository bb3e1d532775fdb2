package dev.porthole.ui.sockets;

import atlantafx.base.controls.Popover;
import dev.porthole.ui.kit.Messages;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The search language on one page, with examples to click.
final class QueryHelp {
    private static final double MEANING_WIDTH = 330;

    private final Popover popover = new Popover();

    /// @param onExample gets the example that was clicked
    QueryHelp(Consumer<String> onExample) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("query-help-list");
        String[] lines = Messages.text("sockets.help.list").split("\n", -1);
        for (int row = 0; row < lines.length; row++) {
            String[] parts = lines[row].split("\t", -1);
            Hyperlink example = new Hyperlink(parts[0]);
            example.setMnemonicParsing(false);
            example.setMinWidth(Region.USE_PREF_SIZE);
            example.setOnAction(_ -> onExample.accept(parts[0]));
            Label meaning = new Label(parts[1]);
            meaning.setWrapText(true);
            meaning.setPrefWidth(MEANING_WIDTH);
            GridPane.setValignment(example, VPos.TOP);
            GridPane.setValignment(meaning, VPos.TOP);
            grid.addRow(row, example, meaning);
        }
        Label intro = new Label(Messages.text("sockets.help.intro"));
        intro.getStyleClass().add("text-muted");
        VBox page = new VBox(intro, grid);
        page.getStyleClass().add("query-help");
        popover.setContentNode(page);
        popover.setTitle(Messages.text("sockets.help.title"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    }

    void toggle(Region anchor) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(anchor);
        }
    }
}
