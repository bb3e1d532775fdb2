package dev.porthole.ui.probe;

import dev.porthole.ui.kit.Messages;
import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import javafx.util.converter.DefaultStringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/// The control in which a field is filled in.
///
/// @param control takes the keyboard
/// @param shown it and what belongs to it
record FieldInput(Node control, Node shown) {
    private static final int LINES = 2;

    static FieldInput of(ProbeField field, String prompt, StringProperty value) {
        return switch (field.kind()) {
            case TEXT -> text(new TextField(), prompt, value);
            case PASSWORD -> text(new PasswordField(), prompt, value);
            case LINES -> {
                TextArea lines = new TextArea();
                lines.setPrefRowCount(LINES);
                yield text(lines, prompt, value);
            }
            case SWITCH -> box(field, value);
            case CHOICE -> choice(field, value);
            case FILE -> file(field, prompt, value);
        };
    }

    private static FieldInput text(TextInputControl control, String prompt, StringProperty value) {
        control.setPromptText(prompt);
        control.textProperty().bindBidirectional(value);
        return new FieldInput(control, control);
    }

    private static FieldInput box(ProbeField field, StringProperty value) {
        CheckBox box = new CheckBox(field.label());
        Bindings.bindBidirectional(value, box.selectedProperty(), new StringConverter<Boolean>() {
            @Override
            public String toString(Boolean selected) {
                return selected.toString();
            }

            @Override
            public Boolean fromString(String text) {
                return text.equals("true");
            }
        });
        return new FieldInput(box, box);
    }

    private static FieldInput choice(ProbeField field, StringProperty value) {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(field.choices());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new DefaultStringConverter() {
            @Override
            public String toString(String word) {
                return Messages.text("probe.choice." + field.word() + "." + word);
            }
        });
        choice.valueProperty().bindBidirectional(value);
        return new FieldInput(choice, choice);
    }

    private static FieldInput file(ProbeField field, String prompt, StringProperty value) {
        TextField name = new TextField();
        name.setPromptText(prompt);
        name.textProperty().bindBidirectional(value);
        Button browse = new Button(null, new FontIcon("fth-folder"));
        browse.getStyleClass().add("button-icon");
        browse.setAccessibleText(Messages.text("probe.browse", field.label()));
        browse.setOnAction(_ -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(field.label());
            File chosen = chooser.showOpenDialog(name.getScene().getWindow());
            if (chosen != null) {
                value.set(chosen.getPath());
            }
        });
        HBox both = new HBox(name, browse);
        both.getStyleClass().add("file-field");
        HBox.setHgrow(name, Priority.ALWAYS);
        return new FieldInput(name, both);
    }
}
