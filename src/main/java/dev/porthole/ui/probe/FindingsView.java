package dev.porthole.ui.probe;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Pointer;
import dev.porthole.diagnosis.Remedy;
import dev.porthole.probe.Address;
import dev.porthole.report.ExplanationText;
import dev.porthole.sockets.SocketKey;
import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Hint;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Why it does not connect: a card for each finding, the surest first. Takes no room without one.
public final class FindingsView {
    private final Guide guide;
    private List<Finding> shown = List.of();

    @FXML
    @SuppressWarnings("NullAway.Init") // FXML fills it.
    private VBox root;

    /// Leads to what the findings rest on.
    public interface Guide {
        void show(Pointer pointer);

        /// What the window calls the phase of this number.
        String phase(int index);
    }

    public FindingsView(Guide guide) {
        this.guide = guide;
        Node _ = Fxml.<VBox>load(this);
        show(List.of());
    }

    public Node root() {
        return root;
    }

    public void show(List<Finding> findings) {
        shown = findings;
        root.getChildren().setAll(findings.stream().map(this::card).toList());
        Visible.set(root, !findings.isEmpty());
    }

    /// The findings as lines, for the clipboard; empty without one.
    String text() {
        var text = new StringWriter();
        ExplanationText.write(shown, new PrintWriter(text));
        return text.toString();
    }

    private Node card(Finding finding) {
        VBox card = new VBox(head(finding));
        card.getStyleClass().add("finding");
        card.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(finding.certainty().name().toLowerCase(Locale.ROOT)), true);
        finding.because().forEach(sentence -> card.getChildren().add(line("•", wrapping(sentence, "finding-because"))));
        if (!finding.pointers().isEmpty()) {
            card.getChildren().add(links(finding));
        }
        card.getChildren().add(wrapping(Messages.text("findings.remedies"), "finding-section"));
        finding.remedies().forEach(remedy -> card.getChildren().add(remedy(remedy)));
        return card;
    }

    private static Node head(Finding finding) {
        Label certainty = wrapping(finding.certainty().word(), "finding-certainty");
        certainty.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(certainty, Messages.text(meaning(finding.certainty())));
        HBox head = new HBox(certainty, wrapping(finding.title(), "finding-title"));
        head.getStyleClass().add("finding-head");
        return head;
    }

    private static String meaning(Certainty certainty) {
        return switch (certainty) {
            case PROVEN -> "findings.certainty.proven";
            case LIKELY -> "findings.certainty.likely";
            case POSSIBLE -> "findings.certainty.possible";
        };
    }

    private Node links(Finding finding) {
        FlowPane links = new FlowPane();
        links.getStyleClass().add("finding-pointers");
        finding.pointers().stream().distinct().forEach(pointer -> {
            Hyperlink link = new Hyperlink(words(pointer));
            link.setOnAction(_ -> guide.show(pointer));
            links.getChildren().add(link);
        });
        return links;
    }

    private String words(Pointer pointer) {
        return switch (pointer) {
            case Pointer.ToSocket(SocketKey key) -> Messages.text("findings.show.socket", key.local());
            case Pointer.ToAddress(Address address) -> Messages.text("findings.show.address", address.text());
            case Pointer.ToPhase(int index) -> Messages.text("findings.show.phase", guide.phase(index));
        };
    }

    private static Node remedy(Remedy remedy) {
        VBox both = new VBox(line("→", wrapping(remedy.text(), "finding-remedy")));
        String command = remedy.command();
        if (command != null) {
            both.getChildren().add(command(command));
        }
        return both;
    }

    private static Node command(String command) {
        Label text = wrapping(command, "finding-command");
        Button copy = new Button(null, new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("button-icon", "flat", "small");
        copy.setAccessibleText(Messages.text("findings.copy"));
        copy.setTooltip(new Tooltip(Messages.text("findings.copy")));
        copy.setOnAction(_ -> Clip.put(command));
        HBox row = new HBox(text, copy);
        row.getStyleClass().add("finding-command-row");
        return row;
    }

    private static Node line(String mark, Label text) {
        Label sign = new Label(mark);
        sign.getStyleClass().add("finding-mark");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(sign, text);
        line.getStyleClass().add("finding-line");
        HBox.setHgrow(text, Priority.ALWAYS);
        return line;
    }

    private static Label wrapping(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
