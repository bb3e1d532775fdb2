package dev.porthole.ui.datadog;

import dev.porthole.interchange.datadog.TcpInstance;
import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The story of the selected row below the table.
final class StoryView {
    private static final List<String> LOOKS = List.of("ok", "critical", "unknown", "warning");

    private final VBox box;
    private final FontIcon icon = new FontIcon("fth-info");
    private final Label headline = label("verdict-word");
    private final VBox facts = new VBox();
    private final Button probe = new Button(Messages.text("datadog.probe"), new FontIcon("fth-crosshair"));
    private Optional<Story> shown = Optional.empty();

    /// @param probing asked for a probe of the selected row
    StoryView(VBox box, Runnable probing) {
        this.box = box;
        headline.setId("storyHeadline");
        facts.setId("storyFacts");
        facts.getStyleClass().add("story-facts");
        probe.setId("storyProbe");
        probe.setOnAction(_ -> probing.run());
        Button copy = new Button(null, new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("button-icon", "flat");
        copy.setAccessibleText(Messages.text("datadog.copy"));
        copy.setOnAction(_ -> Clip.put(text()));
        for (Button button : List.of(probe, copy)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        VBox words = new VBox(headline, facts);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox verdict = new HBox(icon, words, probe, copy);
        verdict.getStyleClass().addAll("verdict", "story");
        box.getChildren().setAll(verdict);
        show(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// As lines, for the clipboard.
    String text() {
        return shown.map(Story::text).orElse("");
    }

    void show(Optional<CheckRow> row, Optional<Story> story, Optional<RowStatus> status) {
        Visible.set(box, story.isPresent());
        probe.setDisable(row.isEmpty() || !(row.get().instance() instanceof TcpInstance));
        status.ifPresent(now -> {
            icon.setIconLiteral(now.icon());
            Node verdict = box.getChildren().getFirst();
            LOOKS.forEach(look -> verdict.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(look), look.equals(now.look().equals("idle") ? "unknown" : now.look())));
        });
        if (!story.equals(shown)) {
            shown = story;
            story.ifPresent(this::write);
        }
    }

    private void write(Story story) {
        headline.setText(story.headline());
        List<Node> lines = new ArrayList<>();
        story.facts().forEach(fact -> lines.add(line("fth-chevron-right", fact, "story-fact")));
        if (!story.remedy().isEmpty()) {
            lines.add(line("fth-tool", story.remedy(), "story-remedy"));
        }
        facts.getChildren().setAll(lines);
    }

    private static Node line(String literal, String text, String style) {
        Label label = label(style);
        label.setText(text);
        HBox line = new HBox(new FontIcon(literal), label);
        line.getStyleClass().add("story-line");
        return line;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.setWrapText(true);
        // Wrapped text keeps the height that its width asks for.
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
