package dev.porthole.ui.kit;

import javafx.scene.Node;

/// Shows a node, or takes it out of the layout.
public final class Visible {
    private Visible() {}

    /// A node that is not shown takes no room.
    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
