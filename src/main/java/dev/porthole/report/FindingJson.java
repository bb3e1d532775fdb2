package dev.porthole.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Pointer;
import dev.porthole.diagnosis.Remedy;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Trace;
import dev.porthole.probe.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/// Findings as one JSON object, in ASCII.
///
/// ```
/// {"target": "localhost:1000", "severity": "critical", "cause": "connect-refused",
///  "headline": "Connection refused: …", "elapsed_ms": 1.2,
///  "attempts": [{"address": "::1", "outcome": "connect-refused", "ms": 0.1}],   open, ready, answered, overtaken
///  "findings": [{"code": "other-family", "certainty": "proven",                 proven, likely, possible
///                "title": "…", "because": ["…"],
///                "remedies": [{"text": "…", "command": "…"}],                   command: null where there is none
///                "points_at": [{"socket": "0.0.0.0:1000"}, {"address": "::1"}, {"phase": 1}]}]}
/// ```
public final class FindingJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonGenerator json;

    private FindingJson(JsonGenerator json) {
        this.json = json;
    }

    /// A probe with its findings; the writer stays open.
    public static void write(ProbeSpec spec, Trace trace, Verdict verdict, List<Finding> findings, Writer out)
            throws IOException {
        try (JsonGenerator generator = generator(out)) {
            generator.writeStartObject();
            generator.writeStringField("target", SafeText.of(spec.target().toString()));
            generator.writeStringField("severity", verdict.severity().name().toLowerCase(Locale.ROOT));
            generator.writeStringField("cause", verdict.cause());
            generator.writeStringField("headline", verdict.headline());
            generator.writeNumberField("elapsed_ms", trace.elapsed().toNanos() / 1e6);
            var writer = new FindingJson(generator);
            writer.attempts(trace.attempts());
            writer.findings(findings);
            generator.writeEndObject();
        }
        out.append('\n');
    }

    /// Findings about a question.
    public static void write(String question, List<Finding> findings, Writer out) throws IOException {
        try (JsonGenerator generator = generator(out)) {
            generator.writeStartObject();
            generator.writeStringField("question", question);
            new FindingJson(generator).findings(findings);
            generator.writeEndObject();
        }
        out.append('\n');
    }

    private static JsonGenerator generator(Writer out) throws IOException {
        return JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private void attempts(List<Attempt> attempts) throws IOException {
        json.writeArrayFieldStart("attempts");
        for (Attempt attempt : attempts) {
            json.writeStartObject();
            json.writeStringField("address", attempt.address().text());
            json.writeStringField(
                    "outcome",
                    switch (attempt.outcome()) {
                        case Attempt.Open _ -> "open";
                        case Attempt.Ready _ -> "ready";
                        case Attempt.Answered _ -> "answered";
                        case Attempt.Overtaken _ -> "overtaken";
                        case Attempt.Failed(var fault) -> fault.code();
                    });
            json.writeNumberField("ms", attempt.span().length().toNanos() / 1e6);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void findings(List<Finding> findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("code", finding.code());
            json.writeStringField("certainty", finding.certainty().word());
            json.writeStringField("title", finding.title());
            json.writeArrayFieldStart("because");
            for (String sentence : finding.because()) {
                json.writeString(sentence);
            }
            json.writeEndArray();
            remedies(finding.remedies());
            pointers(finding.pointers());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void remedies(List<Remedy> remedies) throws IOException {
        json.writeArrayFieldStart("remedies");
        for (Remedy remedy : remedies) {
            json.writeStartObject();
            json.writeStringField("text", remedy.text());
            json.writeStringField("command", remedy.command());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void pointers(List<Pointer> pointers) throws IOException {
        json.writeArrayFieldStart("points_at");
        for (Pointer pointer : pointers) {
            json.writeStartObject();
            switch (pointer) {
                case Pointer.ToSocket(var key) ->
                    json.writeStringField("socket", key.local().toString());
                case Pointer.ToAddress(var address) -> json.writeStringField("address", address.text());
                case Pointer.ToPhase(int index) -> json.writeNumberField("phase", index);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
