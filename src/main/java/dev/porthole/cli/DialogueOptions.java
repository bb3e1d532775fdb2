package dev.porthole.cli;

import dev.porthole.engine.ServiceList;
import dev.porthole.net.SafeText;
import dev.porthole.probe.ByteEscapes;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.InvalidPattern;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.Service;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Step;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is said and what is to be heard. `--send`, `--expect`, `--expect-bytes` and `--wait` are taken in the order in
/// which they stand; picocli calls a method for each.
final class DialogueOptions {
    /// One of them, as it was typed.
    private record Word(String option, String text) {}

    private final List<Word> words = new ArrayList<>();
    private final List<String> rejects = new ArrayList<>();

    @Option(
            names = {"-s", "--service"},
            order = -20,
            paramLabel = "NAME",
            description = "Port, security and dialogue of a service, as --services lists them; other options beat it.")
    private @Nullable String service;

    @Option(
            names = "--any",
            order = -12,
            description = "Of several --expect in a row one is enough; else all have to match.")
    private boolean any;

    @Option(
            names = {"-q", "--quit"},
            order = -8,
            paramLabel = "TEXT",
            description = "Say goodbye with this when all went well.")
    private @Nullable String quit;

    @Option(
            names = "--max-bytes",
            paramLabel = "N",
            description = "Read so much of an answer at most: 1 to 1048576 (default: 65536).")
    private String maxBytes = "65536";

    @Option(
            names = "--quiet-time",
            paramLabel = "SECONDS",
            description = "So much silence after a whole line ends the answer; 0 waits for the time limit"
                    + " (default: 0.3).")
    private String quietTime = "0.3";

    @Option(
            names = "--send",
            order = -14,
            paramLabel = "TEXT",
            description = "Send this. Escapes, here and below: \\r \\n \\t \\\\ \\xNN; nothing is added.")
    void send(@Nullable String text) {
        add("--send", text);
    }

    @Option(
            names = {"-e", "--expect"},
            order = -13,
            paramLabel = "RE2",
            description = "The answer has to match this. Repeat --send and --expect for a dialogue.")
    void expect(@Nullable String pattern) {
        add("--expect", pattern);
    }

    @Option(
            names = "--expect-bytes",
            order = -12,
            paramLabel = "TEXT",
            description = "The answer has to begin with these bytes.")
    void expectBytes(@Nullable String text) {
        add("--expect-bytes", text);
    }

    @Option(
            names = "--wait",
            order = -11,
            paramLabel = "SECONDS",
            description = "Wait so long at this place of the dialogue.")
    void await(@Nullable String seconds) {
        add("--wait", seconds);
    }

    @Option(
            names = "--reject",
            order = -10,
            paramLabel = "RE2",
            description = "Fail at once if an answer matches this.")
    void reject(@Nullable String pattern) {
        if (pattern != null) {
            rejects.add(pattern);
        }
    }

    private void add(String option, @Nullable String text) {
        if (text != null) {
            words.add(new Word(option, text));
        }
    }

    /// Null without one.
    @Nullable
    Service service() throws InvalidOption {
        if (service == null) {
            return null;
        }
        List<Service> known = ServiceList.load();
        for (Service each : known) {
            if (each.name().equalsIgnoreCase(service.strip())) {
                return each;
            }
        }
        throw InvalidOption.of(
                "--service", service, known.stream().map(Service::name).collect(Collectors.joining(", ")));
    }

    /// All of it, raised to TLS first where `startTls` says how.
    List<Step> steps(@Nullable StartTls startTls, TlsSpec tls) throws InvalidOption {
        Reading reading = reading();
        List<Step> steps = new ArrayList<>();
        if (startTls != null) {
            steps.add(new Step.RaiseToTls(startTls, tls));
        }
        for (String pattern : rejects) {
            steps.add(new Step.Reject(regex("--reject", pattern)));
        }
        Service known = service();
        if (known != null && has("--send").isEmpty() && !known.talk().send().isEmpty()) {
            steps.add(new Step.Send(known.talk().send()));
        }
        addWords(reading, steps);
        if (known != null && known.talk().expect() != null && has("--expect").isEmpty()) {
            steps.add(new Step.Expect(known.talk().expect(), reading));
        }
        Bytes goodbye = quit != null
                ? octets("--quit", quit)
                : known != null ? known.talk().quit() : Bytes.EMPTY;
        if (!goodbye.isEmpty()) {
            steps.add(new Step.Quit(goodbye));
        }
        return steps;
    }

    private List<Word> has(String option) {
        return words.stream().filter(word -> word.option().startsWith(option)).toList();
    }

    private void addWords(Reading reading, List<Step> steps) throws InvalidOption {
        List<Regex> patterns = new ArrayList<>();
        for (Word word : words) {
            if (word.option().equals("--expect")) {
                patterns.add(regex(word.option(), word.text()));
                continue;
            }
            close(patterns, reading, steps);
            steps.add(
                    switch (word.option()) {
                        case "--send" -> new Step.Send(octets(word.option(), word.text()));
                        case "--wait" -> new Step.Wait(Numbers.seconds(word.option(), word.text()));
                        default -> new Step.Expect(new Wanted.Octets(octets(word.option(), word.text())), reading);
                    });
        }
        close(patterns, reading, steps);
    }

    /// Patterns in a row are about one answer.
    private void close(List<Regex> patterns, Reading reading, List<Step> steps) {
        if (!patterns.isEmpty()) {
            steps.add(new Step.Expect(new Wanted.Patterns(patterns, !any), reading));
            patterns.clear();
        }
    }

    private Reading reading() throws InvalidOption {
        return new Reading.UntilMatch(
                Numbers.whole("--max-bytes", maxBytes, 1, 1024 * 1024),
                Numbers.secondsOrNone("--quiet-time", quietTime));
    }

    private static Regex regex(String option, String pattern) throws InvalidOption {
        try {
            return Regex.guarded(pattern);
        } catch (InvalidPattern wrong) {
            throw new InvalidOption(option + " is not a pattern of RE2: " + SafeText.of(wrong.reason()));
        }
    }

    private static Bytes octets(String option, String text) throws InvalidOption {
        try {
            return ByteEscapes.read(text);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidOption(option + " has a wrong escape: " + SafeText.of(String.valueOf(wrong.getMessage())));
        }
    }
}
