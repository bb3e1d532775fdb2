package dev.porthole.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.TcpFigures;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
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

    static void number(JsonGenerator json, String name, OptionalLong number) throws IOException {
        json.writeFieldName(name);
        if (number.isPresent()) {
            json.writeNumber(number.getAsLong());
        } else {
            json.writeNull();
        }
    }
}
