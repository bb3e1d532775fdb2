package dev.porthole.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Part;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsFacts;
import dev.porthole.probe.Trace;
import dev.porthole.probe.Utterance.Speaker;
import dev.porthole.probe.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A probe as one JSON object on one line, in ASCII; what did not happen is `null`. Texts of the server are fit to be
/// shown: control, bidi and invisible characters stand as escapes in them. `docs/PROBE.md` describes the fields.
public final class ProbeJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonGenerator json;

    private ProbeJson(JsonGenerator json) {
        this.json = json;
    }

    /// What an object is told of.
    ///
    /// @param id the name that the asker gave it, null for none
    public record Probe(@Nullable String id, ProbeSpec spec, Instant started, Trace trace, Verdict verdict) {}

    /// One line without its end.
    public static String of(Probe probe) {
        return line(json -> new ProbeJson(json).write(probe));
    }

    /// The answer to a question that could not be understood: there was no probe.
    public static String notUnderstood(@Nullable String id, String sentence) {
        return line(json -> {
            json.writeStringField("id", id == null ? null : SafeText.of(id));
            json.writeStringField("verdict", "UNKNOWN");
            json.writeStringField("cause", "input-invalid");
            json.writeStringField("text", SafeText.of(sentence));
        });
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String line(Fields fields) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void write(Probe probe) throws IOException {
        Trace trace = probe.trace();
        json.writeStringField("id", probe.id() == null ? null : SafeText.of(probe.id()));
        json.writeStringField("verdict", word(probe.verdict()));
        json.writeStringField("cause", probe.verdict().cause());
        json.writeStringField("text", probe.verdict().headline());
        json.writeStringField("target", SafeText.of(probe.spec().target().toString()));
        json.writeStringField("transport", transport(probe.spec().target()));
        json.writeStringField("started", probe.started().toString());
        json.writeFieldName("connected_ms");
        millis(trace.connection().map(used -> used.span().length()).orElse(null));
        json.writeFieldName("elapsed_ms");
        millis(trace.elapsed());
        times(trace);
        addresses(trace);
        dialogue(trace);
        json.writeFieldName("tls");
        if (trace.tls().isPresent()) {
            tls(trace.tls().get());
        } else {
            json.writeNull();
        }
    }

    private static String word(Verdict verdict) {
        return switch (verdict.severity()) {
            case OK -> "OK";
            case WARNING -> "WARN";
            case CRITICAL -> "CRIT";
            case UNKNOWN -> verdict.cause().equals("cancelled") ? "CANCELLED" : "UNKNOWN";
        };
    }

    private static String transport(Target target) {
        return switch (target) {
            case Target.Tcp _ -> "tcp";
            case Target.Udp _ -> "udp";
            case Target.Unix _ -> "unix";
        };
    }

    private void times(Trace trace) throws IOException {
        json.writeObjectFieldStart("times_ms");
        for (Part part : Part.values()) {
            json.writeFieldName(part.name().toLowerCase(Locale.ROOT));
            millis(trace.time(part).orElse(null));
        }
        json.writeEndObject();
    }

    private void addresses(Trace trace) throws IOException {
        json.writeArrayFieldStart("addresses");
        for (Attempt attempt : trace.attempts()) {
            write(attempt);
        }
        for (var address : trace.addresses()) {
            if (trace.attempts().stream().noneMatch(each -> each.address().equals(address))) {
                json.writeStartObject();
                json.writeStringField("address", SafeText.of(address.text()));
                json.writeStringField("family", address.family().word());
                json.writeStringField("outcome", "not_called");
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void write(Attempt attempt) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", SafeText.of(attempt.address().text()));
        json.writeStringField("family", attempt.address().family().word());
        switch (attempt.outcome()) {
            case Attempt.Open(String local) -> outcome("open", local, null);
            case Attempt.Ready(String local) -> outcome("ready", local, null);
            case Attempt.Answered(String local) -> outcome("answered", local, null);
            case Attempt.Failed(Fault fault) -> outcome("failed", null, fault.code());
            case Attempt.Overtaken() -> outcome("overtaken", null, null);
        }
        json.writeFieldName("ms");
        millis(attempt.span().length());
        json.writeEndObject();
    }

    private void outcome(String word, @Nullable String local, @Nullable String cause) throws IOException {
        json.writeStringField("outcome", word);
        json.writeStringField("local", local);
        json.writeStringField("cause", cause);
    }

    private void dialogue(Trace trace) throws IOException {
        json.writeArrayFieldStart("dialogue");
        for (var turn : ProbeDialogue.of(trace)) {
            json.writeStartObject();
            json.writeStringField("by", turn.by() == Speaker.SERVER ? "server" : "probe");
            json.writeNumberField("bytes", turn.bytes());
            json.writeStringField("text", turn.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void tls(TlsFacts facts) throws IOException {
        String alpn = facts.agreed().alpn();
        json.writeStartObject();
        json.writeStringField("protocol", SafeText.of(facts.protocol()));
        json.writeStringField("cipher", SafeText.of(facts.cipher()));
        json.writeStringField("alpn", alpn);
        json.writeBooleanField("asked_for_client_certificate", facts.agreed().askedWho());
        json.writeFieldName("days_left");
        if (facts.daysLeft().isPresent()) {
            json.writeNumber(facts.daysLeft().get());
        } else {
            json.writeNull();
        }
        strings("doubts", facts.doubts().all().stream().map(Fault::code).toList());
        strings("weaknesses", facts.weaknesses());
        json.writeArrayFieldStart("certificates");
        for (var certificate : facts.chain()) {
            write(certificate);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(TlsFacts.Certificate certificate) throws IOException {
        json.writeStartObject();
        json.writeStringField("subject", SafeText.of(certificate.subject()));
        json.writeStringField("issuer", SafeText.of(certificate.issuer()));
        json.writeStringField("not_before", certificate.from().toString());
        json.writeStringField("not_after", certificate.until().toString());
        strings("names", certificate.names());
        json.writeStringField("key", SafeText.of(certificate.strength().key()));
        json.writeStringField("signature", SafeText.of(certificate.strength().signature()));
        json.writeEndObject();
    }

    private void strings(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(SafeText.of(text));
        }
        json.writeEndArray();
    }

    /// With three decimals: microseconds.
    private void millis(@Nullable Duration time) throws IOException {
        if (time == null) {
            json.writeNull();
        } else {
            json.writeNumber(Math.round(time.toNanos() / 1e3) / 1e3);
        }
    }
}
