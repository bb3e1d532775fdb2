package dev.porthole.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.porthole.counts.StateCounts;
import dev.porthole.counts.Tally;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.io.IOException;
import java.io.Writer;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Counts as one JSON object on one line; what the system does not tell is null.
///
/// ```
/// {"time": "2026-11-21T10:00:00.500Z",
///  "complete": true,                        false: rows are missing, so the counts are too low
///  "total": 22, "loopback": 5,
///  "counts": {"tcp": {"ESTABLISHED": 19, …}, "tcp6": {…}, "udp": {"NONE": 3}, "udp6": {…}},
///  "time_wait_ports": 12,                   ephemeral ports that TIME_WAIT keeps
///  "ephemeral_ports": {"first": 32768, "last": 60999},
///  "full_accept_queues": 0,                 listeners
///  "open_files_limit": 9223372036854775807}
/// ```
public final class CountJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private CountJson() {}

    public static void write(Tally tally, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            StateCounts counts = tally.counts();
            json.writeStartObject();
            json.writeStringField("time", tally.time().toString());
            json.writeBooleanField("complete", tally.complete());
            json.writeNumberField("total", counts.total());
            json.writeNumberField("loopback", counts.loopback());
            json.writeObjectFieldStart("counts");
            for (Protocol type : Protocol.values()) {
                write(counts, type, json);
            }
            json.writeEndObject();
            number("time_wait_ports", tally.timeWaitPorts(), json);
            limits(tally, json);
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static void write(StateCounts counts, Protocol type, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(type.word());
        for (SocketState state : SocketState.values()) {
            if (SocketCells.isShown(counts, type, state)) {
                json.writeNumberField(state.name(), counts.count(type, state));
            }
        }
        json.writeEndObject();
    }

    private static void limits(Tally tally, JsonGenerator json) throws IOException {
        var ports = tally.limits().ephemeralPorts();
        if (ports.isPresent()) {
            json.writeObjectFieldStart("ephemeral_ports");
            json.writeNumberField("first", ports.get().first());
            json.writeNumberField("last", ports.get().last());
            json.writeEndObject();
        } else {
            json.writeNullField("ephemeral_ports");
        }
        number("full_accept_queues", tally.counts().fullAcceptQueues(), json);
        OptionalLong files = tally.limits().openFiles();
        if (files.isPresent()) {
            json.writeNumberField("open_files_limit", files.getAsLong());
        } else {
            json.writeNullField("open_files_limit");
        }
    }

    private static void number(String name, OptionalInt value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsInt());
        } else {
            json.writeNullField(name);
        }
    }
}
