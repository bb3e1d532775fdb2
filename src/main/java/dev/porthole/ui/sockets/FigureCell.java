package dev.porthole.ui.sockets;

import dev.porthole.report.Amounts;
import dev.porthole.report.Words;
import dev.porthole.sockets.Exposure;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketTable;
import dev.porthole.ui.kit.ClockText;
import java.time.Duration;
import java.util.Objects;

/// What the cells of the columns of figures say.
final class FigureCell {
    private FigureCell() {}

    static String text(SocketColumn column, SocketRow place) {
        long number = number(column, place);
        if (number < 0) {
            return SocketColumn.ABSENT;
        }
        return switch (column) {
            case RTT, RTT_VARIATION -> Amounts.micros(number);
            case BYTES_SENT, BYTES_RECEIVED -> Amounts.bytes(number);
            case SEND_RATE, RECEIVE_RATE -> Amounts.rate((double) number);
            case AGE -> age(Duration.ofMillis(number), place.snapshot().pace().sawOpening(place.row()));
            case ACCEPT_QUEUE -> queue(place.snapshot().table(), place.row());
            case EXPOSURE ->
                Words.shortExposure(
                        Objects.requireNonNull(Exposure.of(place.snapshot().table(), place.row())));
            default -> Long.toString(number);
        };
    }

    /// Whether there is no value, or one that is not worth a look.
    static boolean isNothing(SocketColumn column, SocketRow place) {
        long number = number(column, place);
        return switch (column) {
            case EXPOSURE, AGE -> number < 0;
            default -> number <= 0;
        };
    }

    /// A socket that was there at the first reading is older than it has been seen.
    static String age(Duration seen, boolean sawOpening) {
        return (sawOpening ? "" : "≥ ") + ClockText.age(seen);
    }

    private static long number(SocketColumn column, SocketRow place) {
        return column.order().number(place.snapshot(), place.row());
    }

    private static String queue(SocketTable table, int row) {
        long backlog = table.figure(row, Figure.BACKLOG, -1);
        String waiting = Long.toString(table.figure(row, Figure.RECEIVE_QUEUE, 0));
        return backlog < 0 ? waiting : waiting + " / " + backlog;
    }
}
