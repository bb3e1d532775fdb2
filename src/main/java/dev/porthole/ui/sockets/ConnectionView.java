package dev.porthole.ui.sockets;

import dev.porthole.net.SocketState;
import dev.porthole.report.Words;
import dev.porthole.sockets.AcceptQueue;
import dev.porthole.sockets.FigureHistory;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.ui.kit.FactGrid;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How a connection does: its figures, with the course of the last two minutes. Of a listener how full its queue is,
/// and from where it can be reached; of a socket without figures the reason.
public final class ConnectionView extends VBox {
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

    private final Label title = new Label();
    private final Label queue = new Label();
    private final ProgressBar queueFill = new ProgressBar();
    private final TrendGrid trends = new TrendGrid();
    private final FactGrid facts = new FactGrid();
    private final Label note = new Label();
    private @Nullable FigureHistory history;

    public ConnectionView() {
        getStyleClass().add("connection");
        title.getStyleClass().add("section");
        queue.getStyleClass().add("queue-words");
        queueFill.getStyleClass().add("queue-fill");
        queueFill.setMaxWidth(Double.MAX_VALUE);
        note.getStyleClass().add("text-muted");
        note.setWrapText(true);
        queue.setWrapText(true);
        getChildren().addAll(title, queue, queueFill, trends, facts, note);
    }

    void show(Inspected shown) {
        SocketEntry entry = shown.entry();
        boolean waits = entry.state() == SocketState.LISTEN;
        title.setText(Messages.text(waits ? "inspector.section.listening" : "inspector.section.connection"));
        showQueue(entry, waits);
        boolean told = ConnectionFacts.hasFigures(entry);
        Visible.set(trends, told);
        if (told) {
            trends.show(entry, historyOf(shown));
        }
        facts.show(ConnectionFacts.of(entry));
        String reason = ConnectionFacts.note(shown).orElse("");
        note.setText(reason);
        Visible.set(note, !reason.isEmpty());
    }

    /// All of it as lines of text.
    String text() {
        return Stream.of(title, queue, trends, facts, note)
                .filter(Node::isVisible)
                .map(part -> switch (part) {
                    case Label label -> label.getText();
                    case TrendGrid lines -> lines.text();
                    case FactGrid lines -> lines.text();
                    default -> "";
                })
                .filter(lines -> !lines.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// Begins anew with another socket.
    private FigureHistory historyOf(Inspected shown) {
        FigureHistory kept = history;
        if (kept == null || !kept.key().equals(shown.entry().key())) {
            kept = new FigureHistory(shown.entry().key());
            history = kept;
        }
        if (!shown.gone()) {
            kept.add(shown.seen(), shown.entry());
        }
        return kept;
    }

    private void showQueue(SocketEntry entry, boolean waits) {
        Visible.set(queue, waits);
        var fill = entry.acceptQueue().map(AcceptQueue::fill);
        boolean measured = fill.isPresent() && fill.get().isPresent();
        Visible.set(queueFill, measured);
        boolean full = entry.acceptQueue().filter(AcceptQueue::isFull).isPresent();
        if (waits) {
            String words = entry.acceptQueue().map(Words::acceptQueue).orElse(Messages.text("inspector.not-told"));
            queue.setText(Messages.text(full ? "inspector.queue.full" : "inspector.queue", words));
        }
        queue.pseudoClassStateChanged(FULL, full);
        queueFill.pseudoClassStateChanged(FULL, full);
        queueFill.setProgress(measured ? fill.get().getAsDouble() : 0);
    }
}
