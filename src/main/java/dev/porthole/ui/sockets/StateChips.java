package dev.porthole.ui.sockets;

import dev.porthole.counts.StateCounts;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.report.Words;
import dev.porthole.sockets.query.Reach;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.Messages;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// A toggle with a live count for each protocol, each state and for loopback. Alt+click shows that one alone, and
/// all again.
final class StateChips {
    /// What only other systems know gets a chip when it occurs.
    private static final Set<SocketState> ALWAYS = EnumSet.range(SocketState.ESTABLISHED, SocketState.NONE);

    private final Map<Protocol, Chip> protocols = new EnumMap<>(Protocol.class);
    private final Map<SocketState, Chip> states = new EnumMap<>(SocketState.class);

    private final Chip loopback;

    StateChips(Pane protocolPane, Pane reachPane, Pane statePane, SocketsViewModel model) {
        for (Protocol protocol : Protocol.values()) {
            String tip = Messages.text("sockets.chip.tip", protocol.word(), protocol.ordinal() + 1);
            protocols.put(protocol, chip(protocol, protocol.word(), tip, model.protocols()));
        }
        for (SocketState state : SocketState.values()) {
            String tip = state.name() + "\n" + Words.state(state) + "\n\n" + Messages.text("sockets.chip.solo");
            states.put(state, chip(state, state.name(), tip, model.states()));
        }
        loopback = chip(
                Reach.LOOPBACK,
                Messages.text("sockets.chip.loopback"),
                Messages.text("sockets.chip.loopback.tip") + "\n\n" + Messages.text("sockets.chip.solo"),
                model.reaches());
        // The rest has no chip of its own: hiding loopback after it was alone brings it back.
        loopback.selectedProperty().addListener((_, _, now) -> {
            if (!now) {
                model.reaches().add(Reach.NETWORK);
            }
        });
        model.severitiesProperty().subscribe(this::mark);
        reachPane.getChildren().setAll(loopback);
        protocolPane.getChildren().setAll(protocols.values());
        statePane.getChildren().setAll(states.values());
        states.forEach((state, chip) -> chip.setShown(ALWAYS.contains(state)));
    }

    Chip chip(Protocol protocol) {
        Chip chip = protocols.get(protocol);
        if (chip == null) {
            throw new IllegalStateException("every protocol has a chip");
        }
        return chip;
    }

    void show(StateCounts counts) {
        loopback.setCount(counts.loopback());
        protocols.forEach((protocol, chip) -> chip.setCount(counts.count(protocol)));
        states.forEach((state, chip) -> {
            int count = counts.count(state);
            chip.setCount(count);
            chip.setShown(count > 0 || ALWAYS.contains(state));
        });
    }

    private void mark(Map<SocketState, Severity> severities) {
        states.forEach((state, chip) -> chip.mark(severities.getOrDefault(state, Severity.OK)));
    }

    private static <E extends Enum<E>> Chip chip(E value, String name, String tip, ObservableSet<E> shown) {
        Chip chip = new Chip(value.name(), name, tip);
        chip.setSelected(shown.contains(value));
        chip.addEventFilter(MouseEvent.MOUSE_RELEASED, click -> {
            if (click.isAltDown()) {
                solo(value, shown);
                chip.disarm();
                click.consume();
            }
        });
        chip.selectedProperty().addListener((_, _, now) -> {
            if (now) {
                shown.add(value);
            } else {
                shown.remove(value);
            }
        });
        shown.addListener((SetChangeListener<E>) change -> chip.setSelected(shown.contains(value)));
        return chip;
    }

    private static <E extends Enum<E>> void solo(E value, ObservableSet<E> shown) {
        if (shown.equals(EnumSet.of(value))) {
            shown.addAll(EnumSet.allOf(value.getDeclaringClass()));
        } else {
            shown.add(value);
            shown.retainAll(EnumSet.of(value));
        }
    }
}
