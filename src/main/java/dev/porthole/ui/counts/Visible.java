package dev.porthole.ui.counts;

import javafx.scene.Node;

/// Shows a node, or takes it out of the layout.
final class Visible {
    private Visible() {}

    static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
