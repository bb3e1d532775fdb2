package dev.porthole.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.porthole.interchange.datadog.CheckEvent;
import dev.porthole.interchange.datadog.CheckEvent.Failure;
import dev.porthole.interchange.datadog.CheckEvent.Metric;
import dev.porthole.interchange.datadog.CheckEvent.Resolution;
import dev.porthole.interchange.datadog.CheckEvent.ServiceCheck;
import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.interchange.datadog.Note;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Datadog's tcp_check would send, one JSON object a line, ASCII only.
///
/// ```
/// {"run":1,"instance":"web","kind":"note","line":9,"message":"…"}          before the first run
/// {"run":1,"instance":"web","kind":"resolution","host":"localhost","addresses":["::1","127.0.0.1"]}
/// {"run":1,"instance":"web","kind":"service_check","name":"tcp.can_connect","status":"OK","message":null,"tags":[…]}
/// {"run":1,"instance":"web","kind":"metric","name":"network.tcp.response_time","value":0.00021,"tags":[…]}
/// {"run":1,"instance":"web","kind":"error","error":"resolve","message":"URL: … could not be resolved"}
/// ```
///
/// `instance` is the raw name, null if there is none; `error` is `config` or `resolve`.
public final class TcpCheckJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private TcpCheckJson() {}

    /// Whole lines, each with its line feed; maybe none.
    public static String lines(int run, CheckResult result) {
        var lines = new StringBuilder();
        String instance = result.instance().name();
        for (CheckEvent event : CheckEvent.of(result)) {
            lines.append(line(run, instance, json -> write(event, json)));
        }
        return lines.toString();
    }

    public static String line(Note note) {
        return line(1, note.instance(), json -> {
            json.writeStringField("kind", "note");
            json.writeNumberField("line", note.line());
            json.writeStringField("message", note.sentence());
        });
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String line(int run, @Nullable String instance, Fields fields) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("run", run);
            json.writeStringField("instance", instance);
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out + "\n";
    }

    private static void write(CheckEvent event, JsonGenerator json) throws IOException {
        switch (event) {
            case ServiceCheck check -> {
                json.writeStringField("kind", "service_check");
                json.writeStringField("name", check.name());
                json.writeStringField("status", check.status().name());
                json.writeStringField("message", check.message());
                texts("tags", check.tags(), json);
            }
            case Metric metric -> {
                json.writeStringField("kind", "metric");
                json.writeStringField("name", metric.name());
                json.writeFieldName("value");
                number(metric.value(), json);
                texts("tags", metric.tags(), json);
            }
            case Resolution resolution -> {
                json.writeStringField("kind", "resolution");
                json.writeStringField("host", resolution.host());
                texts("addresses", resolution.addresses(), json);
            }
            case Failure failure -> {
                json.writeStringField("kind", "error");
                json.writeStringField("error", failure.error());
                json.writeStringField("message", failure.message());
            }
        }
    }

    private static void number(double value, JsonGenerator json) throws IOException {
        if (value == Math.rint(value)) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
