package dev.porthole.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.porthole.sockets.AcceptQueue;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketPace;
import dev.porthole.sockets.TcpFigures;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/// The figures of a socket as a JSON object: every name is there, with null for what the system does not tell.
final class FigureJson {
    /// Those that stand elsewhere in the row, or in other words below.
    private static final Set<Figure> OTHERWISE = EnumSet.of(
            Figure.RECEIVE_QUEUE,
            Figure.SEND_QUEUE,
            Figure.UID,
            Figure.INODE,
            Figure.PID,
            Figure.TIMER,
            Figure.V6_ONLY);

    private FigureJson() {}

    static void write(JsonGenerator json, TcpFigures figures) throws IOException {
        json.writeObjectFieldStart("figures");
        for (Figure figure : Figure.values()) {
            if (!OTHERWISE.contains(figure)) {
                number(json, figure.word(), figures.get(figure));
            }
        }
        number(json, "accept_queue", figures.acceptQueue());
        json.writeStringField(
                "timer",
                figures.timer()
                        .map(timer -> timer.kind().name().toLowerCase(Locale.ROOT))
                        .orElse(null));
        json.writeFieldName("v6_only");
        if (figures.v6Only().isPresent()) {
            json.writeBoolean(figures.v6Only().get());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    /// What several readings tell.
    static void write(JsonGenerator json, SocketPace pace) throws IOException {
        json.writeObjectFieldStart("rates");
        rate(json, "bytes_sent", pace.sent());
        rate(json, "bytes_received", pace.received());
        rate(json, "retransmits", pace.retransmits());
        json.writeEndObject();
        OptionalLong seen =
                pace.seenFor().stream().mapToLong(Duration::toMillis).findFirst();
        number(json, "seen_ms", seen);
        json.writeFieldName("saw_opening");
        if (seen.isPresent()) {
            json.writeBoolean(pace.sawOpening());
        } else {
            json.writeNull();
        }
    }

    static void write(JsonGenerator json, Optional<AcceptQueue> queue) throws IOException {
        if (queue.isEmpty()) {
            json.writeNullField("accept_queue");
            return;
        }
        AcceptQueue told = queue.get();
        json.writeObjectFieldStart("accept_queue");
        json.writeNumberField("waiting", told.waiting());
        number(json, "backlog", told.backlog());
        json.writeFieldName("full");
        if (told.backlog().isPresent()) {
            json.writeBoolean(told.isFull());
        } else {
            json.writeNull();
        }
        number(json, "dropped", told.dropped());
        json.writeStringField("sentence", Words.acceptQueue(told));
        json.writeEndObject();
    }

    /// With one decimal: more is noise.
    private static void rate(JsonGenerator json, String name, OptionalDouble rate) throws IOException {
        json.writeFieldName(name);
        if (rate.isPresent()) {
            json.writeNumber(Math.round(rate.getAsDouble() * 10) / 10.0);
        } else {
            json.writeNull();
        }
    }

    static void number(JsonGenerator json, String name, OptionalLong number) throws IOException {
        json.writeFieldName(name);
        if (number.isPresent()) {
            json.writeNumber(number.getAsLong());
        } else {
            json.writeNull();
        }
    }
}
