package dev.porthole.ui.counts;

import dev.porthole.counts.Alert;
import dev.porthole.counts.CountRule;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.ReadyRules;
import dev.porthole.net.SocketState;
import dev.porthole.threshold.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The state of the screen of counts. All methods are for the FX thread.
public final class CountsViewModel {
    /// As many lines as can be told apart in the chart.
    static final int MOST_CHARTED = 6;

    private final ReadOnlyObjectWrapper<CountsState> state = new ReadOnlyObjectWrapper<>(new CountsState.Waiting());
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ObservableList<CountRule> rules = FXCollections.observableArrayList();
    private final ObservableList<CountScope> charted = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable CountScope> selected = new SimpleObjectProperty<>();
    private final Consumer<Alert.Key> acknowledger;

    /// @param judge gets the rules each time they change
    /// @param acknowledger gets the alert that a person has taken note of
    CountsViewModel(Consumer<List<CountRule>> judge, Consumer<Alert.Key> acknowledger) {
        this.acknowledger = acknowledger;
        rules.addListener((ListChangeListener<CountRule>) _ -> judge.accept(List.copyOf(rules)));
    }

    ReadOnlyObjectProperty<CountsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether the sockets are not read for now.
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /// In the order in which they were made.
    ObservableList<CountRule> rules() {
        return rules;
    }

    /// What was chosen for the chart, at most [#MOST_CHARTED], the one chosen first at first.
    ObservableList<CountScope> charted() {
        return charted;
    }

    /// The lines of the chart: what was chosen, and the cell that the keyboard is on; all sockets if there is neither.
    List<CountScope> lines() {
        List<CountScope> lines = new ArrayList<>(charted);
        CountScope here = selected.get();
        if (here != null && !lines.contains(here) && lines.size() < MOST_CHARTED) {
            lines.add(here);
        }
        return lines.isEmpty() ? List.of(CountScope.ALL) : lines;
    }

    /// The cell of the matrix that the keyboard is on.
    ObjectProperty<@Nullable CountScope> selectedProperty() {
        return selected;
    }

    void accept(CountFrame frame) {
        state.set(new CountsState.Showing(frame));
    }

    public void fail(String reason) {
        state.set(new CountsState.Failed(reason));
    }

    /// What is wrong now, the gravest first.
    List<Alert> alerts() {
        return state.get() instanceof CountsState.Showing(CountFrame frame)
                ? frame.alerts().alerts()
                : List.of();
    }

    void acknowledge(Alert alert) {
        acknowledger.accept(alert.key());
    }

    /// How grave it is what the rules say about a state; those that are fine are left out.
    Map<SocketState, Severity> severities() {
        Map<SocketState, Severity> severities = new EnumMap<>(SocketState.class);
        if (state.get() instanceof CountsState.Showing(CountFrame frame)) {
            for (SocketState state : SocketState.values()) {
                Severity severity = Matrix.severity(Matrix.row(state).getLast(), frame.latest(), frame.alerts());
                if (severity != Severity.OK) {
                    severities.put(state, severity);
                }
            }
        }
        return severities;
    }

    /// Shows a group in the chart, or no longer; the oldest makes room.
    void toggleCharted(CountScope scope) {
        if (!charted.remove(scope)) {
            if (charted.size() == MOST_CHARTED) {
                charted.removeFirst();
            }
            charted.add(scope);
        }
    }

    /// The ready rules that are not among the rules.
    List<ReadyRules> offered() {
        Set<String> names = rules.stream().map(CountRule::name).collect(Collectors.toSet());
        return Arrays.stream(ReadyRules.values())
                .filter(ready -> !names.contains(ready.name()))
                .toList();
    }

    void add(List<ReadyRules> ready) {
        rules.addAll(ready.stream().map(ReadyRules::rule).toList());
    }

    /// Puts a rule in the place of another one; behind all of them if that one is null or gone.
    void save(@Nullable CountRule before, CountRule rule) {
        int at = before == null ? -1 : rules.indexOf(before);
        if (at < 0) {
            rules.add(rule);
        } else {
            rules.set(at, rule);
        }
    }

    void remove(CountRule rule) {
        rules.remove(rule);
    }

    /// The names of all rules but this one.
    Set<String> namesBut(@Nullable CountRule rule) {
        return rules.stream()
                .filter(other -> !other.equals(rule))
                .map(CountRule::name)
                .collect(Collectors.toSet());
    }
}
