package dev.porthole.ui.sockets;

import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Theme;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks for the name of a view.
final class ViewNameDialog {
    private static final int LONGEST = 60;
    private static final double WIDTH = 340;

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType save = new ButtonType(Messages.text("sockets.views.save.button"), ButtonData.OK_DONE);
    private final TextField name = new TextField();
    private final Label note = new Label();

    /// What there is to say about a name, and whether it can be taken.
    record Remark(String text, boolean allowed) {}

    ViewNameDialog(String title, String before, Function<String, Remark> remark) {
        name.setId("view-name");
        name.setText(before);
        note.setId("view-name-note");
        note.getStyleClass().add("field-note");
        VBox content = new VBox(new Label(Messages.text("sockets.views.name")), name, note);
        content.getStyleClass().add("view-name");
        content.setPrefWidth(WIDTH);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().addAll(save, ButtonType.CANCEL);
        Node button = dialog.getDialogPane().lookupButton(save);
        name.textProperty().subscribe(typed -> {
            Remark said = typed.strip().length() > LONGEST
                    ? new Remark(Messages.text("sockets.views.name.long", LONGEST), false)
                    : remark.apply(typed.strip());
            note.setText(said.text());
            button.setDisable(!said.allowed() || typed.isBlank());
        });
        dialog.setOnShown(_ -> name.requestFocus());
    }

    /// Waits for the answer; nothing if there is none.
    Optional<String> ask(Window owner) {
        dialog.initOwner(owner);
        Theme.dress(dialog.getDialogPane().getScene());
        return dialog.showAndWait().filter(save::equals).map(_ -> name.getText().strip());
    }
}
