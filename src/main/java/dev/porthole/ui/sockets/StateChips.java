package dev.porthole.ui.sockets;

import dev.porthole.counts.StateCounts;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.report.Words;
import dev.porthole.ui.kit.Messages;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/// A toggle with a live count for each protocol and each state. Alt+click shows that one alone, and all again.
final class StateChips {
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

    /// What only other systems know gets a chip when it occurs.
    private static final Set<SocketState> ALWAYS = EnumSet.range(SocketState.ESTABLISHED, SocketState.NONE);

    private final Map<Protocol, ToggleButton> protocols = new EnumMap<>(Protocol.class);
    private final Map<SocketState, ToggleButton> states = new EnumMap<>(SocketState.class);

    StateChips(Pane protocolPane, Pane statePane, SocketsViewModel model) {
        for (Protocol protocol : Protocol.values()) {
            String tip = Messages.text("sockets.chip.tip", protocol.word(), protocol.ordinal() + 1);
            protocols.put(protocol, chip(protocol, protocol.word(), tip, model.protocols()));
        }
        for (SocketState state : SocketState.values()) {
            String tip = state.name() + "\n" + Words.state(state) + "\n\n" + Messages.text("sockets.chip.solo");
            states.put(state, chip(state, state.name(), tip, model.states()));
        }
        protocolPane.getChildren().setAll(protocols.values());
        statePane.getChildren().setAll(states.values());
        states.forEach((state, chip) -> setShown(chip, ALWAYS.contains(state)));
    }

    ToggleButton chip(Protocol protocol) {
        ToggleButton chip = protocols.get(protocol);
        if (chip == null) {
            throw new IllegalStateException("every protocol has a chip");
        }
        return chip;
    }

    void show(StateCounts counts) {
        protocols.forEach((protocol, chip) -> count(chip, counts.count(protocol)));
        states.forEach((state, chip) -> {
            int count = counts.count(state);
            count(chip, count);
            setShown(chip, count > 0 || ALWAYS.contains(state));
        });
    }

    private static void setShown(ToggleButton chip, boolean shown) {
        chip.setVisible(shown);
        chip.setManaged(shown);
    }

    private static void count(ToggleButton chip, int count) {
        ((Label) chip.lookup(".chip-count")).setText(Integer.toString(count));
        chip.pseudoClassStateChanged(NOTHING, count == 0);
        chip.setAccessibleText(chip.getId() + " " + count);
    }

    private static <E extends Enum<E>> ToggleButton chip(E value, String name, String tip, ObservableSet<E> shown) {
        Label title = new Label(name);
        Label count = new Label("0");
        count.getStyleClass().add("chip-count");
        HBox content = new HBox(title, count);
        content.getStyleClass().add("chip-content");
        ToggleButton chip = new ToggleButton();
        chip.setId("chip-" + value.name());
        chip.setGraphic(content);
        chip.getStyleClass().add("chip");
        chip.setSelected(shown.contains(value));
        Tooltip tooltip = new Tooltip(tip);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        tooltip.setShowDelay(Duration.millis(600));
        chip.setTooltip(tooltip);
        chip.addEventFilter(MouseEvent.MOUSE_RELEASED, click -> {
            if (click.isAltDown()) {
                solo(value, shown);
                click.consume();
            }
        });
        chip.selectedProperty().addListener((property, before, now) -> {
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
