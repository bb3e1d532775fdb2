package dev.porthole.ui.sockets;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.query.InvalidQuery;
import dev.porthole.sockets.query.Query;
import dev.porthole.sockets.query.Reach;
import dev.porthole.sockets.query.SocketFilter;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.Lane;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// The state of the screen of sockets: what is wanted, and the arrangement that came of it. Every change of a wish has
/// the latest snapshot arranged anew in the background. All methods are for the FX thread.
public final class SocketsViewModel {
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable InvalidQuery> wrong = new ReadOnlyObjectWrapper<>();
    private final ObservableSet<Protocol> protocols = FXCollections.observableSet(EnumSet.allOf(Protocol.class));
    private final ObservableSet<SocketState> states = FXCollections.observableSet(EnumSet.allOf(SocketState.class));
    private final ObservableSet<Reach> reaches = FXCollections.observableSet(EnumSet.allOf(Reach.class));
    private final ObjectProperty<SocketOrder> order = new SimpleObjectProperty<>(SocketOrder.DEFAULT);
    private final ObjectProperty<Highlight> highlight = new SimpleObjectProperty<>(Highlight.DEFAULT);
    private final BooleanProperty orderHeld = new SimpleBooleanProperty();
    private final ObjectProperty<Map<SocketState, Severity>> severities = new SimpleObjectProperty<>(Map.of());
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<SocketsState> state = new ReadOnlyObjectWrapper<>(new SocketsState.Waiting());

    private final Lane<Arranger.Wish> toBackground;
    private final Lane<Arrangement> toFx;
    private Set<SocketKey> held = Set.of();
    private int sortings;
    private Query query = Query.ALL;
    private @Nullable Snapshot latest;
    private @Nullable String failure;

    /// @param background one thread that arranges
    /// @param fx runs tasks on the FX thread
    public SocketsViewModel(Executor background, Executor fx) {
        toFx = new Lane<>(fx, this::show);
        Arranger arranger = new Arranger();
        toBackground = new Lane<>(background, wish -> toFx.publish(arranger.arrange(wish)));
        InvalidationListener rearrange = changed -> rearrange();
        search.addListener((_, _, now) -> read(now));
        protocols.addListener(rearrange);
        states.addListener(rearrange);
        reaches.addListener(rearrange);
        order.addListener(rearrange);
        highlight.addListener(rearrange);
        orderHeld.addListener((_, _, now) -> {
            if (!now) {
                rearrange();
            }
        });
    }

    public StringProperty searchProperty() {
        return search;
    }

    /// What is wrong with the search as it stands, null if nothing: until it is right again, the last right one counts.
    ReadOnlyObjectProperty<@Nullable InvalidQuery> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /// The protocols shown.
    public ObservableSet<Protocol> protocols() {
        return protocols;
    }

    /// The states shown.
    public ObservableSet<SocketState> states() {
        return states;
    }

    /// Loopback or not: what is shown.
    public ObservableSet<Reach> reaches() {
        return reaches;
    }

    public ObjectProperty<SocketOrder> orderProperty() {
        return order;
    }

    /// How long new, changed and closed rows are marked.
    ObjectProperty<Highlight> highlightProperty() {
        return highlight;
    }

    /// Runs something when the first reading is on screen, or that there is none.
    public void onceShown(Runnable action) {
        state.subscribe(new Consumer<>() {
            private boolean done;

            @Override
            public void accept(SocketsState state) {
                if (!done && !(state instanceof SocketsState.Waiting)) {
                    done = true;
                    action.run();
                }
            }
        });
    }

    /// Whether rows keep their order from one reading to the next, for somebody is about to click on one. Another
    /// order, search or filter sorts them nonetheless.
    BooleanProperty orderHeldProperty() {
        return orderHeld;
    }

    /// Sorts the rows once, although the order is held.
    void sortNow() {
        sortings++;
        rearrange();
    }

    public BooleanProperty pausedProperty() {
        return paused;
    }

    ReadOnlyObjectProperty<SocketsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void accept(Snapshot snapshot) {
        latest = snapshot;
        failure = null;
        rearrange();
    }

    /// Stands until the next reading: what is arranged anew meanwhile is shown, and told to be old.
    void fail(String reason) {
        failure = reason;
        state.set(new SocketsState.Failed(reason));
    }

    /// Names the rows whose places each arrangement is to tell.
    void hold(Collection<SocketKey> keys) {
        held = Set.copyOf(keys);
    }

    public boolean isFiltered() {
        return !search.get().isBlank()
                || protocols.size() < Protocol.values().length
                || states.size() < SocketState.values().length
                || reaches.size() < Reach.values().length;
    }

    public void resetFilters() {
        search.set("");
        protocols.addAll(EnumSet.allOf(Protocol.class));
        states.addAll(EnumSet.allOf(SocketState.class));
        reaches.addAll(EnumSet.allOf(Reach.class));
    }

    /// What the rules of the Counts screen say about the states; those that are fine are left out.
    public ObjectProperty<Map<SocketState, Severity>> severitiesProperty() {
        return severities;
    }

    /// Filters for these types and states, and for what fits the search.
    void showOnly(Set<Protocol> types, Set<SocketState> shown, String query) {
        resetFilters();
        search.set(query);
        protocols.retainAll(types);
        states.retainAll(shown);
    }

    /// Brings back a saved view, apart from its columns and order.
    void apply(SavedView view) {
        resetFilters();
        search.set(view.query());
        protocols.removeAll(view.hiddenTypes());
        states.removeAll(view.hiddenStates());
        reaches.removeAll(view.hiddenReaches());
    }

    private void read(String typed) {
        try {
            query = Query.parse(typed);
            wrong.set(null);
            rearrange();
        } catch (InvalidQuery e) {
            wrong.set(e);
        }
    }

    private void show(Arrangement arrangement) {
        state.set(new SocketsState.Showing(arrangement));
        if (failure != null) {
            state.set(new SocketsState.Failed(failure));
        }
    }

    private void rearrange() {
        if (latest != null) {
            SocketFilter filter = new SocketFilter(protocols, states, reaches, query);
            Arranger.Sorting sorting = new Arranger.Sorting(order.get(), orderHeld.get(), sortings);
            toBackground.publish(
                    new Arranger.Wish(latest, filter, sorting, highlight.get().span(), held));
        }
    }
}
