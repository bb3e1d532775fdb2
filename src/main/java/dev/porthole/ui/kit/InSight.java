package dev.porthole.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/// Scrolls to what is to be seen: the toolkit does so for Tab, and not for a focus that a program gives.
public final class InSight {
    /// Room above what was scrolled to, so that its surroundings are seen.
    private static final double MARGIN = 40;

    private InSight() {}

    /// Scrolls no further than needed; not at all if the node is in sight, or in no window yet.
    public static void bring(Node node, ScrollPane scroll) {
        if (scroll.getScene() == null) {
            return;
        }
        Parent all = scroll.getScene().getRoot();
        all.applyCss();
        all.layout();
        Node content = scroll.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden = content.getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
        double top = Math.max(0, hidden) * scroll.getVvalue();
        double bottom = top + scroll.getViewportBounds().getHeight();
        if (hidden > 0 && (place.getMinY() < top || place.getMaxY() > bottom)) {
            scroll.setVvalue(Math.clamp((place.getMinY() - MARGIN) / hidden, 0, 1));
        }
    }
}
