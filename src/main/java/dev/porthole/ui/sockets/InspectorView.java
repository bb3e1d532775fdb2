package dev.porthole.ui.sockets;

import dev.porthole.report.Words;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessFacts;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.FactGrid;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Lane;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// What is known of one socket, in words. Its process is asked for in the background.
final class InspectorView {
    @FXML
    private Node content;

    @FXML
    private Node empty;

    @FXML
    private Label title;

    @FXML
    private Label subtitle;

    @FXML
    private Label closed;

    @FXML
    private Label stateText;

    @FXML
    private ConnectionView connection;

    @FXML
    private FactGrid socketFacts;

    @FXML
    private Label ownerTitle;

    @FXML
    private Label ownerText;

    @FXML
    private FactGrid ownerFacts;

    private final Parent root;
    private final Lane<ProcessRef> toBackground;
    private @Nullable SocketEntry shown;
    private @Nullable Answer answer;

    /// @param processes asks the system about a process; empty when it has ended
    InspectorView(Executor background, Executor fx, Function<ProcessRef, Optional<ProcessFacts>> processes) {
        root = Fxml.load(this);
        Lane<Answer> toFx = new Lane<>(fx, this::receive);
        toBackground = new Lane<>(background, process -> toFx.publish(new Answer(process, processes.apply(process))));
        showNothing();
    }

    private record Answer(ProcessRef process, Optional<ProcessFacts> facts) {}

    Parent root() {
        return root;
    }

    void showNothing() {
        shown = null;
        Visible.set(content, false);
        Visible.set(empty, true);
    }

    void show(Inspected inspected) {
        SocketEntry entry = inspected.entry();
        boolean another = shown == null || !shown.key().equals(entry.key());
        shown = entry;
        Visible.set(content, true);
        Visible.set(empty, false);
        title.setText(SocketFacts.title(entry));
        subtitle.setText(SocketFacts.subtitle(entry));
        Visible.set(closed, inspected.gone());
        closed.setText(Messages.text("inspector.closed", ClockText.time(inspected.seen(), ZoneId.systemDefault())));
        connection.show(inspected);
        stateText.setText(Words.state(entry.state()));
        socketFacts.show(SocketFacts.of(entry));
        if (another) {
            entry.process().ifPresent(toBackground::publish);
        }
        showOwner(entry);
    }

    @FXML
    void copy() {
        Clip.put(String.join(
                "\n\n",
                title.getText() + "  " + subtitle.getText(),
                connection.text(),
                socketFacts.text(),
                (ownerTitle.getText() + "\n" + ownerText.getText()).strip(),
                ownerFacts.text()));
    }

    private void receive(Answer received) {
        answer = received;
        if (shown != null) {
            showOwner(shown);
        }
    }

    private void showOwner(SocketEntry entry) {
        switch (entry.owner()) {
            case Owner.Known owner -> showProcess(owner);
            case Owner.Hidden(Owner.Why why) -> showReason(Words.why(why) + UnitFact.sentence(entry));
            case Owner.None(Owner.Why why) -> showReason(Words.why(why) + UnitFact.sentence(entry));
        }
    }

    private void showReason(String reason) {
        ownerTitle.setText(Messages.text("inspector.no-process"));
        ownerText.setText(reason);
        Visible.set(ownerText, true);
        Visible.set(ownerFacts, false);
    }

    private void showProcess(Owner.Known owner) {
        ownerTitle.setText(SocketFacts.name(owner.first()));
        Answer known = answer != null && answer.process().equals(owner.first()) ? answer : null;
        boolean ended = known != null && known.facts().isEmpty();
        ownerText.setText(Messages.text(ended ? "inspector.process-ended" : "inspector.asking"));
        Visible.set(ownerText, known == null || ended);
        Visible.set(ownerFacts, known != null && !ended);
        if (known != null) {
            known.facts()
                    .ifPresent(facts ->
                            ownerFacts.show(SocketFacts.of(owner, facts, Instant.now(), ZoneId.systemDefault())));
        }
    }
}
