package dev.porthole.ui.probe;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Part;
import dev.porthole.probe.Service;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.InSight;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/// The form of the probe: its fields in both directions, what they mean, and what is wrong with them.
final class FormView {
    @FXML
    private Parent root;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox content;

    @FXML
    private SearchableComboBox<ServiceChoice> service;

    @FXML
    private HBox filled;

    @FXML
    private Label filledText;

    @FXML
    private Label targetNotes;

    @FXML
    private Label sendPreview;

    @FXML
    private Label quitPreview;

    @FXML
    private CheckBox otherPorts;

    @FXML
    private GridPane parts;

    @FXML
    private Label help;

    private final ObjectProperty<ProbeForm> form;
    private final Map<ProbeField, FormField> fields = new EnumMap<>(ProbeField.class);
    private final Map<Node, String> sentences = new HashMap<>();
    private final FormSections sections = new FormSections();
    private @Nullable ServiceFill fill;
    private @Nullable ServiceChoice chosen;
    private boolean filling;

    FormView(ObjectProperty<ProbeForm> form, BooleanProperty callOtherPorts, List<Service> services) {
        this.form = form;
        Fxml.load(this);
        addPartLimits();
        gather(content);
        FormField port = field(ProbeField.PORT);
        content.getChildren().add(content.getChildren().indexOf(port.getParent()) + 1, port.wrongElsewhere());
        fields.values().forEach(this::bind);
        otherPorts.selectedProperty().bindBidirectional(callOtherPorts);
        explain(otherPorts, Messages.text("probe.other-ports.help"));
        ServicePicker.offer(service, services);
        service.valueProperty().addListener((_, _, now) -> choose(now));
        form.addListener((_, _, now) -> show(now));
        explain(service, Messages.text("probe.service.help"));
        help.textProperty()
                .bind(root.sceneProperty()
                        .flatMap(Scene::focusOwnerProperty)
                        .map(this::sentence)
                        .orElse(Messages.text("probe.help")));
        hideFilled();
        show(form.get());
    }

    Parent root() {
        return root;
    }

    void focus(ProbeField field) {
        FormField wanted = field(field);
        sections.unfold(wanted);
        InSight.bring(wanted, scroll);
        wanted.focus();
    }

    void tell(Map<ProbeField, String> wrong) {
        fields.forEach((name, field) -> field.tell(wrong.get(name)));
    }

    /// Fills in what a service speaks, as if it were chosen from the list.
    void fill(Service chosen) {
        ServiceFill done = ServiceFill.of(form.get(), chosen, fill == null ? Map.of() : fill.filled());
        fill = done;
        form.set(done.after());
        String kept = done.kept().stream().map(ProbeField::label).collect(Collectors.joining(", "));
        filledText.setText(
                kept.isEmpty()
                        ? Messages.text("probe.filled", chosen.says())
                        : Messages.text("probe.filled.kept", chosen.says(), kept));
        Visible.set(filled, true);
    }

    @FXML
    void undo() {
        if (fill != null) {
            form.set(fill.before());
            fill = null;
        }
        service.setValue(null);
        hideFilled();
    }

    /// The FXML places each.
    private FormField field(ProbeField name) {
        return Objects.requireNonNull(fields.get(name), name.name());
    }

    private void hideFilled() {
        Visible.set(filled, false);
    }

    private void choose(@Nullable ServiceChoice choice) {
        // The list forgets its choice and makes it again when its search box is emptied.
        if (choice != null && !(choice.equals(chosen) && fill != null)) {
            chosen = choice;
            fill(choice.service());
        }
    }

    private void addPartLimits() {
        int row = 0;
        for (Part part : Part.values()) {
            Label name = new Label(Messages.text("probe.part." + part.name()));
            name.getStyleClass().add("field-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            parts.addRow(
                    row++,
                    name,
                    FormField.bare(ProbeField.limit(part, false), Messages.text("probe.part.warning.prompt")),
                    FormField.bare(ProbeField.limit(part, true), Messages.text("probe.part.critical.prompt")));
        }
    }

    private void gather(Parent within) {
        for (Node child : within.getChildrenUnmodifiable()) {
            if (child instanceof FormField field) {
                fields.put(field.field(), field);
            } else if (child instanceof TitledPane section && section.getContent() instanceof Parent inside) {
                sections.add(section);
                gather(inside);
            } else if (child instanceof Parent parent) {
                gather(parent);
            }
        }
    }

    private void bind(FormField field) {
        field.valueProperty().addListener((_, _, now) -> {
            if (!filling) {
                ProbeForm changed = form.get().with(field.field(), now == null ? "" : now);
                form.set(field.field() == ProbeField.HOST ? FormTarget.settled(form.get(), changed) : changed);
            }
        });
        explain(field, field.field().help());
    }

    private void explain(Node control, String sentence) {
        sentences.put(control, sentence);
    }

    /// What stands below the form: what the field with the keyboard is for.
    private String sentence(Node focused) {
        return Stream.iterate(focused, Objects::nonNull, Node::getParent)
                .map(sentences::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Messages.text("probe.help"));
    }

    private void show(ProbeForm now) {
        filling = true;
        fields.forEach((name, field) -> {
            if (!now.get(name).equals(field.valueProperty().get())) {
                field.valueProperty().set(now.get(name));
            }
        });
        filling = false;
        boolean secured = !now.get(ProbeField.SECURITY).equals("OFF");
        field(ProbeField.CHECK).setDisable(!secured);
        field(ProbeField.PORT).setDisable(now.get(ProbeField.TRANSPORT).equals("UNIX"));
        note(targetNotes, String.join("\n", FormTarget.notes(now)));
        note(sendPreview, preview(now, ProbeField.SEND));
        note(quitPreview, preview(now, ProbeField.QUIT));
        sections.show(now, fields.values());
    }

    /// What goes out, as it is on the wire; nothing while the escapes are wrong.
    private static String preview(ProbeForm form, ProbeField field) {
        Bytes octets = new Fields(form).octets(field);
        if (octets.isEmpty()) {
            return "";
        }
        return Secrets.hides(form)
                ? Messages.text("probe.preview.secret", octets.length())
                : Messages.text("probe.preview", octets.length(), HexText.brief(octets));
    }

    private static void note(Label label, String text) {
        label.setText(text);
        Visible.set(label, !text.isEmpty());
    }
}
