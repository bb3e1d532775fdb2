package dev.porthole.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Scrolls to a node.
public final class Reveal {
    private Reveal() {}

    /// Puts the node into the middle of what is in sight, as far as there is something to scroll.
    public static void in(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        Bounds all = content.getBoundsInLocal();
        Bounds wanted = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double rest = all.getHeight() - pane.getViewportBounds().getHeight();
        if (rest > 0) {
            double top = wanted.getCenterY() - pane.getViewportBounds().getHeight() / 2;
            pane.setVvalue(Math.clamp(top / rest, 0, 1));
        }
    }
}
