package dev.porthole.ui.counts;

import dev.porthole.counts.Alert;
import dev.porthole.ui.kit.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is wrong now, the gravest first.
public final class AlertList extends VBox {
    private final Label none = new Label();
    private Map<Alert.Key, AlertCard> cards = Map.of();
    private Consumer<Alert> acknowledger = _ -> {};
    private Consumer<Alert> opener = _ -> {};

    /// Empty until a frame is shown.
    public AlertList() {
        getStyleClass().add("alert-list");
        none.setWrapText(true);
        none.getStyleClass().add("text-muted");
    }

    /// @param acknowledge a person has taken note
    /// @param open the sockets concerned are to be shown
    void connect(Consumer<Alert> acknowledge, Consumer<Alert> open) {
        acknowledger = acknowledge;
        opener = open;
    }

    /// @param rules how many there are
    void show(CountFrame frame, int rules) {
        List<Alert> alerts = frame.alerts().alerts();
        Map<Alert.Key, AlertCard> shown = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            AlertCard known = cards.get(alert.key());
            AlertCard card = known == null ? new AlertCard(alert, acknowledger, opener) : known;
            card.show(
                    alert,
                    Optional.ofNullable(frame.owners().get(alert.key())),
                    frame.latest().time());
            shown.put(alert.key(), card);
        }
        cards = shown;
        none.setText(Messages.text(rules == 0 ? "counts.alerts.no-rules" : "counts.alerts.none", rules));
        if (shown.isEmpty()) {
            getChildren().setAll(none);
        } else if (!getChildren().equals(List.copyOf(shown.values()))) {
            getChildren().setAll(shown.values());
        }
    }
}
