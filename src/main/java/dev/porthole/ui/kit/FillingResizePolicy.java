package dev.porthole.ui.kit;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/// Columns have the widths that the user gave them. In a table that is wider, some share the rest; in one that is
/// narrower a scroll bar comes: squeezed addresses help nobody.
@SuppressWarnings("rawtypes")
public final class FillingResizePolicy implements Callback<ResizeFeatures, Boolean> {
    /// The style class of columns whose cells are numbers.
    public static final String NUMBER_COLUMN = "number-column";

    private static final double SCROLL_BAR = 12;

    private final Predicate<TableColumn<?, ?>> grows;

    /// @param grows whether a column shares the rest
    public FillingResizePolicy(Predicate<TableColumn<?, ?>> grows) {
        this.grows = grows;
    }

    /// All with text share the rest.
    public static FillingResizePolicy texts() {
        return new FillingResizePolicy(
                column -> column.isResizable() && !column.getStyleClass().contains(NUMBER_COLUMN));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Boolean call(ResizeFeatures features) {
        TableColumn<?, ?> dragged = features.getColumn();
        if (dragged != null) {
            double wider = dragged.getWidth() + features.getDelta();
            dragged.setPrefWidth(Math.clamp(wider, dragged.getMinWidth(), dragged.getMaxWidth()));
        }
        List<TableColumn<?, ?>> columns = features.getTable().getVisibleLeafColumns();
        double wanted = columns.stream().mapToDouble(TableColumn::getPrefWidth).sum();
        // Room for the scroll bar whether or not it is there: else its coming moves the cells and not the headings.
        double width = features.getTable().getWidth() - SCROLL_BAR;
        long growing = columns.stream().filter(grows).count();
        double share = growing == 0 ? 0 : Math.max(0, Math.floor((width - wanted) / growing));
        for (TableColumn<?, ?> column : columns) {
            features.setColumnWidth(column, column.getPrefWidth() + (grows.test(column) ? share : 0));
        }
        return true;
    }
}
