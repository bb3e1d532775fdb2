package dev.porthole.ui.sockets;

import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/// Columns fill a table that is wide enough for them and keep their widths, with a scroll bar, in one that is not:
/// squeezed addresses help nobody.
@SuppressWarnings("rawtypes")
final class FillingResizePolicy implements Callback<ResizeFeatures, Boolean> {
    private static final double SCROLL_BAR = 14;

    @Override
    public Boolean call(ResizeFeatures features) {
        TableView<?> table = features.getTable();
        double wanted = table.getVisibleLeafColumns().stream()
                .mapToDouble(column -> column.getPrefWidth())
                .sum();
        boolean wideEnough = table.getWidth() - SCROLL_BAR >= wanted;
        return (wideEnough && features.getColumn() == null)
                ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS.call(features)
                : TableView.UNCONSTRAINED_RESIZE_POLICY.call(features);
    }
}
