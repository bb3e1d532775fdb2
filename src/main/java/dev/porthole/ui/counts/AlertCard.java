package dev.porthole.ui.counts;

import dev.porthole.counts.Alert;
import dev.porthole.counts.TopOwner;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.SeverityMark;
import dev.porthole.ui.kit.Visible;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One alert: how grave, what, how much, whose, since when, and what can be done.
final class AlertCard extends VBox {
    private final FontIcon icon = new FontIcon("fth-alert-triangle");
    private final Label word = new Label();
    private final Label value = line("alert-value");
    private final Label owner = line("alert-owner");
    private final Label since = line("text-muted");
    private final Button acknowledge = new Button(Messages.text("counts.alert.acknowledge"));
    private Alert alert;

    AlertCard(Alert first, Consumer<Alert> acknowledger, Consumer<Alert> opener) {
        alert = first;
        getStyleClass().add("alert-card");
        Label name = line("text-bold");
        name.setText(AlertText.name(first.key().rule()));
        word.getStyleClass().add("alert-word");
        HBox head = new HBox(icon, word);
        head.getStyleClass().add("alert-head");
        acknowledge.setOnAction(_ -> acknowledger.accept(alert));
        acknowledge.getStyleClass().add("small");
        Button open = new Button(Messages.text("counts.alert.show"));
        open.setOnAction(_ -> opener.accept(alert));
        open.getStyleClass().add("small");
        HBox buttons = new HBox(open, acknowledge);
        buttons.getStyleClass().add("alert-buttons");
        getChildren().addAll(head, name, value, owner, since, buttons);
    }

    void show(Alert now, Optional<TopOwner> most, Instant time) {
        alert = now;
        SeverityMark.colour(this, now.severity());
        SeverityMark.icon(icon, now.severity());
        word.setText(SeverityMark.word(now.severity()).toUpperCase(Locale.ROOT)
                + (now.acknowledged() ? Messages.text("counts.alert.noted") : ""));
        value.setText(AlertText.value(now));
        owner.setText(AlertText.owner(most));
        Visible.set(owner, most.isPresent());
        since.setText(Messages.text("counts.alert.since", ClockText.since(now.since(), time, ZoneId.systemDefault())));
        Visible.set(acknowledge, !now.acknowledged());
    }

    private static Label line(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
