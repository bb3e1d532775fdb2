package dev.porthole.ui.counts;

import atlantafx.base.controls.Notification;
import dev.porthole.counts.Alert;
import dev.porthole.counts.AlertChange;
import dev.porthole.engine.DesktopNotice;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.SeverityMark;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// Tells of alerts outside the screen of counts: a number at its button, a note in a corner of the window, and, while
/// the window is not in use, a notification on the desktop. News that come together are one note.
public final class AlertTelling {
    private static final double WIDTH = 400;
    private static final int MOST_LINES = 3;
    private static final Insets CORNER = new Insets(0, 16, 44, 0);

    private final StackPane stage;
    private final Label badge;
    private final DesktopNotice desktop;
    private final Notification note = new Notification();
    private boolean listed;

    /// @param stage the note lies over what it shows
    /// @param badge the number at the button
    /// @param opener leads to the screen of counts
    public AlertTelling(StackPane stage, Label badge, DesktopNotice desktop, Runnable opener) {
        this.stage = stage;
        this.badge = badge;
        this.desktop = desktop;
        badge.setVisible(false);
        note.setId("alertNote");
        note.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        note.setOnClose(_ -> stage.getChildren().remove(note));
        StackPane.setAlignment(note, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(note, CORNER);
        Button show = new Button(Messages.text("counts.note.show"));
        show.setOnAction(_ -> {
            stage.getChildren().remove(note);
            opener.run();
        });
        note.setPrimaryActions(show);
    }

    /// What is wrong now.
    ///
    /// @param listed whether a person sees the list of alerts: no note is needed over it
    void show(List<Alert> alerts, boolean listed) {
        this.listed = listed;
        if (listed) {
            stage.getChildren().remove(note);
        }
        Severity worst = alerts.stream().map(Alert::severity).reduce(Severity.OK, Severity::worse);
        boolean noted = alerts.stream().allMatch(Alert::acknowledged);
        badge.setVisible(!alerts.isEmpty());
        badge.setText(Integer.toString(alerts.size()));
        badge.setAccessibleText(Messages.text("counts.badge", alerts.size(), SeverityMark.word(worst)));
        SeverityMark.colour(badge, noted ? Severity.OK : worst);
    }

    void tell(List<News> news) {
        String text = news.stream().limit(MOST_LINES).map(AlertText::news).collect(Collectors.joining("\n"));
        String more =
                news.size() > MOST_LINES ? "\n" + Messages.text("counts.note.more", news.size() - MOST_LINES) : "";
        Severity worst = news.stream()
                .map(News::change)
                .filter(change -> change.kind() != AlertChange.Kind.ENDED)
                .map(change -> change.alert().severity())
                .reduce(Severity.OK, Severity::worse);
        note.setMessage(text + more);
        FontIcon icon = new FontIcon("fth-check-circle");
        SeverityMark.icon(icon, worst);
        note.setGraphic(icon);
        note.getStyleClass().removeAll("danger", "warning", "success");
        note.getStyleClass()
                .add(worst == Severity.CRITICAL ? "danger" : worst == Severity.WARNING ? "warning" : "success");
        if (!listed && !stage.getChildren().contains(note)) {
            stage.getChildren().add(note);
        }
        if (!inUse()) {
            desktop.show(Messages.text("counts.note.title"), text + more, worst == Severity.CRITICAL);
        }
    }

    private boolean inUse() {
        return stage.getScene() != null
                && stage.getScene().getWindow() != null
                && stage.getScene().getWindow().isFocused();
    }
}
