package dev.porthole.ui.probe;

import dev.porthole.probe.Service;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/// The list of services: grouped, each with a line that explains it, searched in all of that.
final class ServicePicker {
    private ServicePicker() {}

    static void offer(SearchableComboBox<ServiceChoice> box, List<Service> services) {
        box.getItems().setAll(ServiceChoice.all(services));
        box.setCellFactory(_ -> new Row());
        box.setButtonCell(new Chosen(box.getPromptText()));
    }

    private static final class Chosen extends ListCell<ServiceChoice> {
        private final String prompt;

        Chosen(String prompt) {
            this.prompt = prompt;
        }

        @Override
        protected void updateItem(@Nullable ServiceChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(
                    empty || choice == null
                            ? prompt
                            : Messages.text(
                                    "probe.service.choice", choice.service().name(), choice.port()));
        }
    }

    private static final class Row extends ListCell<ServiceChoice> {
        private final Label group = new Label();
        private final Label name = new Label();
        private final Label says = new Label();
        private final VBox lines = new VBox(group, name, says);

        Row() {
            group.getStyleClass().add("service-group");
            name.getStyleClass().add("service-name");
            says.getStyleClass().add("field-note");
        }

        @Override
        protected void updateItem(@Nullable ServiceChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            boolean first = isFirstOfGroup(choice);
            group.setText(choice.groupName());
            Visible.set(group, first);
            name.setText(Messages.text("probe.service.choice", choice.service().name(), choice.port()));
            says.setText(choice.service().says());
            setGraphic(lines);
        }

        private boolean isFirstOfGroup(ServiceChoice choice) {
            int before = getIndex() - 1;
            return before < 0 || getListView().getItems().get(before).group() != choice.group();
        }
    }
}
