/// The window: one package per screen, a kit that they share. FXML says structure, a view binds, a view-model holds the
/// state as properties and knows no node.
package dev.porthole.ui;
