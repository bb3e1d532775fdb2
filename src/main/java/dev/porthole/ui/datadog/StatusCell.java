package dev.porthole.ui.datadog;

import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// An icon, a word and a colour for how a row stands.
final class StatusCell extends TableCell<CheckRow, String> {
    private static final List<PseudoClass> LOOKS = List.of("ok", "critical", "unknown", "warning", "idle").stream()
            .map(PseudoClass::getPseudoClass)
            .toList();

    private final FontIcon icon = new FontIcon();
    private final Function<CheckRow, RowStatus> statusOf;

    StatusCell(Function<CheckRow, RowStatus> statusOf) {
        this.statusOf = statusOf;
        getStyleClass().add("check-status");
    }

    @Override
    protected void updateItem(@Nullable String word, boolean empty) {
        super.updateItem(word, empty);
        CheckRow row = empty ? null : getTableRow().getItem();
        if (row == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        RowStatus status = statusOf.apply(row);
        icon.setIconLiteral(status.icon());
        setGraphic(icon);
        setText(word);
        LOOKS.forEach(
                look -> pseudoClassStateChanged(look, look.getPseudoClassName().equals(status.look())));
    }
}
