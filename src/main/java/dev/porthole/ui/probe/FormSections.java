package dev.porthole.ui.probe;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;

/// The parts of the form that are folded at first. A title tells which fields inside differ from an untouched form.
final class FormSections {
    private final Map<TitledPane, String> titles = new LinkedHashMap<>();

    void add(TitledPane section) {
        titles.put(section, section.getText());
    }

    /// Makes a field visible wherever it is.
    void unfold(FormField field) {
        titles.keySet().stream().filter(section -> isIn(field, section)).forEach(section -> section.setExpanded(true));
    }

    void show(ProbeForm form, Collection<FormField> fields) {
        titles.forEach((section, title) -> section.setText(title + differing(section, form, fields)));
    }

    private static String differing(TitledPane section, ProbeForm form, Collection<FormField> fields) {
        String changed = fields.stream()
                .filter(field -> isIn(field, section) && form.changed().containsKey(field.field()))
                .map(field -> field.field().label())
                .collect(Collectors.joining(", "));
        return changed.isEmpty() ? "" : ": " + changed;
    }

    private static boolean isIn(Node node, TitledPane section) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(section.getContent())) {
                return true;
            }
        }
        return false;
    }
}
