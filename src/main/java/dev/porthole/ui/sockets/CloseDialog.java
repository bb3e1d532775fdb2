package dev.porthole.ui.sockets;

import dev.porthole.net.Endpoint;
import dev.porthole.net.SocketState;
import dev.porthole.report.Words;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.ui.kit.Fact;
import dev.porthole.ui.kit.FactGrid;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Theme;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Shows what a connection is before it is closed.
final class CloseDialog {
    private static final double WIDTH = 460;

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType act;

    CloseDialog(SocketEntry socket, @Nullable Window owner) {
        boolean listens = socket.state() == SocketState.LISTEN;
        act = new ButtonType(Messages.text(listens ? "close.act.listen" : "close.act"), ButtonData.OK_DONE);
        ButtonType leave = new ButtonType(Messages.text("end.cancel"), ButtonData.CANCEL_CLOSE);
        var pane = dialog.getDialogPane();
        pane.setContent(content(socket));
        pane.getButtonTypes().addAll(act, leave);
        pane.getStyleClass().add("end-dialog");
        dress((Button) pane.lookupButton(act), (Button) pane.lookupButton(leave));
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.setTitle(Messages.text("close.title"));
        dialog.setHeaderText(Messages.text(listens ? "close.header.listen" : "close.header"));
        Theme.dress(pane.getScene());
    }

    /// @param whenConfirmed called once, if the user says so
    void show(Runnable whenConfirmed) {
        dialog.setOnHidden(_ -> {
            if (act.equals(dialog.getResult())) {
                whenConfirmed.run();
            }
        });
        dialog.show();
    }

    private void dress(Button acting, Button leaving) {
        for (Button button : List.of(acting, leaving)) {
            ButtonBar.setButtonUniformSize(button, false);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        acting.setId("closeAct");
        leaving.setId("closeLeave");
        acting.getStyleClass().add("danger");
        // Enter does no harm: it leaves the connection alone.
        acting.setDefaultButton(false);
        leaving.setDefaultButton(true);
        dialog.setOnShown(_ -> leaving.requestFocus());
    }

    private static VBox content(SocketEntry socket) {
        FactGrid facts = new FactGrid();
        facts.getStyleClass().add("end-facts");
        facts.show(facts(socket));
        Label note = new Label(Messages.text("close.what." + kind(socket)));
        note.getStyleClass().add("end-note");
        note.setWrapText(true);
        VBox content = new VBox(facts, note);
        content.getStyleClass().add("end-content");
        content.setPrefWidth(WIDTH);
        // The toolkit asks a dialog for its height before it knows its width: wrapped text would be cut.
        note.setMinHeight(Region.USE_PREF_SIZE);
        return content;
    }

    private static List<Fact> facts(SocketEntry socket) {
        return List.of(
                Fact.of("close.state", SocketFacts.title(socket)),
                Fact.of("inspector.local", socket.local().toString()),
                Fact.of(
                        "inspector.remote",
                        socket.remote().map(Endpoint::toString).orElseGet(() -> Messages.text("inspector.no-remote"))),
                Fact.of("end.process", process(socket.owner())));
    }

    private static String process(Owner owner) {
        return switch (owner) {
            case Owner.Known known -> SocketFacts.name(known.first());
            case Owner.Hidden(Owner.Why why) -> Words.shortWhy(why);
            case Owner.None _ -> Messages.text("inspector.no-process");
        };
    }

    private static String kind(SocketEntry socket) {
        return switch (socket.state()) {
            case LISTEN -> "LISTEN";
            case TIME_WAIT -> "TIME_WAIT";
            case NONE -> "NONE";
            default -> "CONNECTION";
        };
    }
}
