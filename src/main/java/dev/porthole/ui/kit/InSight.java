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
        Bounds place = place(node, scroll);
        double top = Math.max(0, hidden(scroll)) * scroll.getVvalue();
        double bottom = top + scroll.getViewportBounds().getHeight();
        if (place.getMinY() < top || place.getMaxY() > bottom) {
            scrollTo(place.getMinY() - MARGIN, scroll);
        }
    }

    /// Puts the node into the middle of what is in sight, as far as there is something to scroll.
    public static void center(Node node, ScrollPane scroll) {
        scrollTo(place(node, scroll).getCenterY() - scroll.getViewportBounds().getHeight() / 2, scroll);
    }

    private static Bounds place(Node node, ScrollPane scroll) {
        return scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    }

    private static double hidden(ScrollPane scroll) {
        return scroll.getContent().getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
    }

    private static void scrollTo(double top, ScrollPane scroll) {
        double hidden = hidden(scroll);
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp(top / hidden, 0, 1));
        }
    }
}
