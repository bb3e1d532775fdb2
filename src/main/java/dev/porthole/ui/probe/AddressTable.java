package dev.porthole.ui.probe;

import dev.porthole.diagnosis.Pointer;
import dev.porthole.probe.Address;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.HumanTime;
import dev.porthole.probe.OneByOne;
import dev.porthole.probe.Trace;
import dev.porthole.ui.kit.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Every address of the name in the order of the system, with what became of it, and what a client would have met that
/// calls one after the other.
public final class AddressTable extends GridPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final int COLUMNS = 5;

    private final List<String> lines = new ArrayList<>();
    private final RowMarks marks = new RowMarks();

    public AddressTable() {
        getStyleClass().add("address-table");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setMinWidth(USE_PREF_SIZE);
            if (column == COLUMNS - 1) {
                width.setMinWidth(0);
                width.setHgrow(Priority.ALWAYS);
            }
            width.setHalignment(column == 0 || column == COLUMNS - 2 ? HPos.RIGHT : HPos.LEFT);
            getColumnConstraints().add(width);
        }
    }

    void show(Trace trace) {
        getChildren().clear();
        lines.clear();
        marks.clear();
        Set<Address> all = new LinkedHashSet<>(trace.addresses());
        trace.attempts().forEach(attempt -> all.add(attempt.address()));
        if (all.isEmpty()) {
            return;
        }
        for (int column = 0; column < COLUMNS; column++) {
            Label head = new Label(Messages.text("probe.address.head." + column));
            head.getStyleClass().add("fact-name");
            add(head, column, 0);
        }
        int row = 1;
        for (Address address : all) {
            add(row++, address, trace);
        }
        patience(trace).ifPresent(sentence -> addNote(sentence, all.size() + 1));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /// Marks the address that a finding points at, if it points at one.
    void point(Pointer pointer) {
        marks.point(pointer);
    }

    Optional<Node> pointed() {
        return marks.pointed();
    }

    String text() {
        return String.join("\n", lines);
    }

    private void add(int row, Address address, Trace trace) {
        Optional<Attempt> attempt = trace.attempts().stream()
                .filter(each -> each.address().equals(address))
                .findFirst();
        String time = attempt.map(each -> HumanTime.of(each.span().length())).orElse("–");
        String result = attempt.map(AddressTable::outcome).orElseGet(() -> Messages.text("probe.address.untried"));
        Label came = new Label(result);
        came.setWrapText(true);
        came.getStyleClass().add("address-result");
        came.pseudoClassStateChanged(
                FAILED,
                attempt.filter(each -> each.outcome() instanceof Attempt.Failed).isPresent());
        marks.lay(this, row, new Pointer.ToAddress(address));
        Label place = new Label(Integer.toString(row));
        place.getStyleClass().add("fact-name");
        RowMarks.fill(
                this,
                row,
                place,
                new Label(address.text()),
                new Label(address.family().word()),
                new Label(time),
                came);
        lines.add(address.text() + " (" + address.family().word() + "): " + result + ", " + time);
    }

    private static String outcome(Attempt attempt) {
        return switch (attempt.outcome()) {
            case Attempt.Open(String local) when local.isEmpty() -> Messages.text("probe.address.connected");
            case Attempt.Open(String local) -> Messages.text("probe.address.open", local);
            case Attempt.Ready(String local) -> Messages.text("probe.address.ready", local);
            case Attempt.Answered(String local) -> Messages.text("probe.address.answered", local);
            case Attempt.Failed(var fault) -> FaultWords.of(fault);
            case Attempt.Overtaken() -> Messages.text("probe.address.overtaken");
        };
    }

    /// Worth a sentence only where it would have cost something.
    private static Optional<String> patience(Trace trace) {
        OneByOne client = OneByOne.of(trace);
        String reached = client.reached().map(Address::text).orElse("");
        if (trace.addresses().size() < 2 || reached.isEmpty()) {
            return Optional.empty();
        }
        if (!client.silent().isEmpty()) {
            String silent = client.silent().stream().map(Address::text).collect(Collectors.joining(", "));
            return Optional.of(Messages.text("probe.address.patient.silent", silent, reached));
        }
        return client.lost().equals(Duration.ZERO)
                ? Optional.empty()
                : Optional.of(Messages.text("probe.address.patient.lost", HumanTime.of(client.lost()), reached));
    }

    private void addNote(String sentence, int row) {
        Label note = new Label(sentence);
        note.setWrapText(true);
        note.getStyleClass().add("field-note");
        setHalignment(note, HPos.LEFT);
        add(note, 0, row, COLUMNS, 1);
        lines.add(sentence);
    }
}
