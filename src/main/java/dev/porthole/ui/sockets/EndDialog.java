package dev.porthole.ui.sockets;

import dev.porthole.engine.ProcessEnder;
import dev.porthole.engine.ProcessEnder.Outcome;
import dev.porthole.engine.ProcessEnder.Way;
import dev.porthole.sockets.Holdings;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessFacts;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.ui.kit.Fact;
import dev.porthole.ui.kit.FactGrid;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Theme;
import dev.porthole.ui.kit.Visible;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows what a process is before it is ended, and what comes of it.
final class EndDialog {
    @FXML
    private VBox root;

    @FXML
    private Label several;

    @FXML
    private ComboBox<ProcessRef> choice;

    @FXML
    private FactGrid facts;

    @FXML
    private Label note;

    @FXML
    private ProgressBar progress;

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final EndViewModel model;
    private final Duration patience;
    private final Button act;
    private final Button leave;

    @SuppressWarnings("NullAway.Init") // The loader fills the fields.
    EndDialog(EndCandidate.Possible candidate, EndViewModel model, Duration patience, @Nullable Window owner) {
        this.model = model;
        this.patience = patience;
        Fxml.load(this);
        showChoice(candidate.processes());
        ButtonType actType = new ButtonType(Messages.text("end.act"), ButtonData.OK_DONE);
        ButtonType leaveType = new ButtonType(Messages.text("end.cancel"), ButtonData.CANCEL_CLOSE);
        var pane = dialog.getDialogPane();
        pane.setContent(root);
        pane.getButtonTypes().addAll(actType, leaveType);
        pane.getStyleClass().add("end-dialog");
        act = (Button) pane.lookupButton(actType);
        leave = (Button) pane.lookupButton(leaveType);
        for (Button button : List.of(act, leave)) {
            // Their texts change; none is to be cut to the width that the first ones had.
            ButtonBar.setButtonUniformSize(button, false);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        act.setId("endAct");
        leave.setId("endLeave");
        act.getStyleClass().add("danger");
        // Enter does no harm: it leaves the process alone.
        act.setDefaultButton(false);
        leave.setDefaultButton(true);
        act.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.act();
        });
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.setTitle(Messages.text("end.title"));
        dialog.setOnShown(_ -> {
            leave.requestFocus();
            fit();
        });
        Theme.dress(pane.getScene());
        progress.progressProperty().bind(model.progressProperty());
        model.chosenProperty().addListener((property, before, now) -> showProcess());
        model.stateProperty().addListener((property, before, now) -> show(now));
        showProcess();
    }

    /// @param whenClosed called once, with how it stood at last
    void show(Consumer<EndState> whenClosed) {
        dialog.setOnHidden(_ -> {
            model.giveUp();
            whenClosed.accept(model.stateProperty().get());
        });
        dialog.show();
    }

    /// Tells more of the chosen process.
    void show(ProcessRef process, Optional<ProcessFacts> found, Holdings held) {
        if (!process.equals(model.chosenProperty().get())) {
            return;
        }
        if (found.isEmpty()) {
            facts.show(List.of(Fact.of("end.process", Messages.text("inspector.process-ended"))));
        } else {
            Owner.Known alone = new Owner.Known(List.of(process));
            List<Fact> shown =
                    new ArrayList<>(SocketFacts.of(alone, found.get(), Instant.now(), ZoneId.systemDefault()));
            shown.add(SocketFacts.of(held));
            facts.show(shown);
        }
        fit();
    }

    /// The toolkit asks a dialog for its height before it knows its width: wrapped text would be cut.
    private void fit() {
        if (dialog.getDialogPane().getScene() == null) {
            // Closed: what still comes in has nobody to read it.
            return;
        }
        root.applyCss();
        root.setPrefHeight(Region.USE_COMPUTED_SIZE);
        root.setPrefHeight(Math.ceil(root.prefHeight(root.prefWidth(-1))));
        Window window = dialog.getDialogPane().getScene().getWindow();
        if (window != null && window.isShowing()) {
            window.sizeToScene();
        }
    }

    private void showChoice(List<ProcessRef> processes) {
        boolean shared = processes.size() > 1;
        several.setText(Messages.text("end.shared", processes.size()));
        Visible.set(several, shared);
        Visible.set(choice, shared);
        choice.getItems().setAll(processes);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable ProcessRef process) {
                return process == null ? "" : SocketFacts.name(process);
            }

            @Override
            public @Nullable ProcessRef fromString(String text) {
                return null;
            }
        });
        choice.valueProperty().bindBidirectional(model.chosenProperty());
    }

    private void showProcess() {
        dialog.setHeaderText(Messages.text(
                "end.header", SocketFacts.name(model.chosenProperty().get())));
        facts.show(List.of(Fact.of("end.process", Messages.text("inspector.asking"))));
        show(model.stateProperty().get());
    }

    private void show(EndState state) {
        Visible.set(progress, state instanceof EndState.Waiting);
        choice.setDisable(!(state instanceof EndState.Asking));
        switch (state) {
            case EndState.Asking() -> {
                var refusal = model.refusal();
                note.setText(refusal.isPresent() ? EndCandidate.sentence(refusal.get()) : what());
                buttons(Messages.text("end.act"), refusal.isEmpty(), Messages.text("end.cancel"));
            }
            case EndState.Waiting(Way way) -> {
                note.setText(Messages.text(way == Way.ASK ? "end.waiting" : "end.waiting.forced"));
                buttons(act.getText(), false, Messages.text("end.stop-waiting"));
            }
            case EndState.StillRuns(Way way)
            when way == Way.ASK -> {
                note.setText(Messages.text("end.still-runs", patience.toSeconds()));
                buttons(Messages.text("end.force"), true, Messages.text("end.leave"));
            }
            case EndState.StillRuns(Way _) -> close(Messages.text("end.still-runs.forced"));
            case EndState.Over(Outcome outcome) -> {
                if (outcome == Outcome.ENDED) {
                    dialog.close();
                } else {
                    close(outcome(outcome));
                }
            }
        }
    }

    private String what() {
        return ProcessEnder.canAsk()
                ? Messages.text("end.what", patience.toSeconds())
                : Messages.text("end.what.forced");
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case GONE -> Messages.text("end.gone");
            case LET_GO -> Messages.text("end.let-go");
            case DENIED -> Messages.text("end.denied");
            case ENDED, STILL_RUNS, GIVEN_UP -> "";
        };
    }

    private void close(String last) {
        note.setText(last);
        Visible.set(act, false);
        buttons(act.getText(), false, Messages.text("end.close"));
    }

    private void buttons(String acting, boolean possible, String leaving) {
        act.setText(acting);
        act.setDisable(!possible);
        leave.setText(leaving);
        fit();
    }
}
