package dev.porthole.ui.probe;

import dev.porthole.ui.kit.Visible;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A field of the form as FXML places it: its name, its control, and below them what is wrong with it.
public final class FormField extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final StringProperty value = new SimpleStringProperty("");
    private final Label wrong = new Label();
    private ProbeField field = ProbeField.HOST;
    private String prompt = "";
    private @Nullable Node control;

    public FormField() {
        getStyleClass().add("form-field");
        wrong.getStyleClass().add("field-wrong");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        tell(null);
    }

    static FormField bare(ProbeField field, String prompt) {
        FormField made = new FormField();
        made.prompt = prompt;
        made.show(field, false);
        return made;
    }

    /// The constant's name.
    public String getField() {
        return field.name();
    }

    public void setField(String name) {
        show(ProbeField.valueOf(name), true);
    }

    public String getPrompt() {
        return prompt;
    }

    /// What the empty field means; has to stand before the field's name in FXML.
    public void setPrompt(String text) {
        prompt = text;
    }

    ProbeField field() {
        return field;
    }

    StringProperty valueProperty() {
        return value;
    }

    void focus() {
        if (control != null) {
            control.requestFocus();
        }
    }

    /// Where there is no room for a sentence below a field: its caller places it.
    Label wrongElsewhere() {
        getChildren().remove(wrong);
        return wrong;
    }

    /// Null: nothing is wrong.
    void tell(@Nullable String sentence) {
        wrong.setText(sentence == null ? "" : sentence);
        Visible.set(wrong, sentence != null);
        if (control != null) {
            control.pseudoClassStateChanged(DANGER, sentence != null);
        }
    }

    private void show(ProbeField shown, boolean named) {
        field = shown;
        value.set(shown.first());
        FieldInput input = FieldInput.of(shown, prompt, value);
        control = input.control();
        control.setId(shown.word());
        control.setAccessibleHelp(shown.help());
        wrong.setId(shown.word() + "-wrong");
        Label name = new Label(shown.label());
        name.getStyleClass().add("field-name");
        name.setLabelFor(control);
        if (named && shown.kind() != ProbeField.Kind.SWITCH) {
            getChildren().setAll(name, input.shown(), wrong);
        } else {
            getChildren().setAll(input.shown(), wrong);
        }
        control.setAccessibleText(shown.label());
    }
}
