package dev.porthole.interchange.checktcp;

import dev.porthole.net.HostPort;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Escapes;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.Wanted;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A probe as a call of check-tcp.
///
/// @param words the command's name first
/// @param lost what check-tcp cannot be told, in words
public record CheckTcpCommand(List<String> words, List<String> lost) {
    private static final String NAME = "check-tcp";
    private static final int USUAL_BYTES = Reading.UntilMatch.DEFAULT.limit();

    public CheckTcpCommand {
        words = List.copyOf(words);
        lost = List.copyOf(lost);
    }

    public static CheckTcpCommand of(ProbeSpec spec) {
        return new Writer().write(spec);
    }

    /// The options behind the command's name, whatever stands before it; all words if the line begins with an option.
    ///
    /// @throws IllegalArgumentException if it is no call of check-tcp
    public static List<String> arguments(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.substring(word.lastIndexOf('/') + 1).equals(NAME)) {
                return words.subList(at + 1, words.size());
            }
        }
        if (words.isEmpty() || !words.getFirst().startsWith("-")) {
            throw new IllegalArgumentException("it holds no call of check-tcp");
        }
        return words;
    }

    /// Options that change only how check-tcp reports, of those that were given.
    public static List<String> ignored(List<String> arguments) {
        Map<CheckTcpOption, String> given = CheckTcpWords.read(arguments);
        return Stream.of(CheckTcpOption.STATUS_AS, CheckTcpOption.ERROR_WARNING, CheckTcpOption.EXPECT_CLOSED)
                .filter(given::containsKey)
                .map(option -> "--" + option.word)
                .toList();
    }

    private static final class Writer {
        private final List<String> words = new ArrayList<>(List.of(NAME));
        private final List<String> lost = new ArrayList<>();

        CheckTcpCommand write(ProbeSpec spec) {
            target(spec.target());
            tls(spec);
            if (spec.steps().stream().anyMatch(step -> step instanceof Step.Send || step instanceof Step.Quit)) {
                words.add("-E");
            }
            spec.steps().forEach(this::step);
            limits(spec);
            if (!spec.approach().equals(Approach.DEFAULT)) {
                lost.add("the choice of addresses");
            }
            return new CheckTcpCommand(words, lost);
        }

        private void target(Target target) {
            switch (target) {
                case Target.Unix(String path) -> option("-U", path);
                case Target.Tcp(HostPort address) -> host(address);
                case Target.Udp(HostPort address) -> {
                    host(address);
                    lost.add("UDP (the command calls TCP)");
                }
            }
        }

        private void host(HostPort address) {
            option("-H", address.host().indexOf(':') < 0 ? address.host() : "[" + address.host() + "]");
            option("-p", Integer.toString(address.port()));
        }

        private void tls(ProbeSpec spec) {
            TlsSpec tls = spec.tls();
            if (tls != null) {
                words.add("-S");
                if (tls.certificate() == TlsSpec.CertificateCheck.NONE) {
                    words.add("--no-check-certificate");
                }
            }
            spec.security().ifPresent(secured -> {
                if (!secured.offer().equals(TlsSpec.Offer.USUAL)) {
                    lost.add("the TLS name, ALPN and old versions");
                }
                if (!secured.keys().equals(TlsSpec.Keys.NONE)) {
                    lost.add("files of certificates");
                }
                if (secured.days().warning() > 0 || secured.days().critical() > 0) {
                    lost.add("the days that a certificate has left");
                }
            });
        }

        private void step(Step step) {
            switch (step) {
                case Step.Send(Bytes bytes) -> text("-s", bytes, "Send");
                case Step.Quit(Bytes bytes) -> text("-q", bytes, "Quit");
                case Step.RaiseToTls _ -> lost.add("STARTTLS");
                case Step.Wait _ -> lost.add("waits");
                case Step.Reject _ -> lost.add("Reject");
                case Step.Expect(Wanted.Patterns(var patterns, var _), Reading reading) -> {
                    option("-e", patterns.getFirst().source());
                    if (patterns.size() > 1) {
                        lost.add("more than one pattern");
                    }
                    if (patterns.getFirst().isOctets()) {
                        lost.add("patterns of single bytes");
                    }
                    if (reading instanceof Reading.UntilMatch(int limit, var _) && limit != USUAL_BYTES) {
                        option("-m", Integer.toString(limit));
                    }
                }
                case Step.Expect _ -> lost.add("exact bytes to expect");
            }
        }

        private void text(String option, Bytes bytes, String field) {
            String text = new String(bytes.toArray(), StandardCharsets.UTF_8);
            if (bytes.contains(0) || !Bytes.utf8(text).equals(bytes)) {
                lost.add(field + " (bytes that are no text)");
            } else {
                option(option, Escapes.write(text));
            }
        }

        private void limits(ProbeSpec spec) {
            if (spec.limits().time() instanceof TimeLimit.Total(Duration total)) {
                option("-t", seconds(total));
            } else if (spec.limits().time() instanceof TimeLimit.PerPhase(Duration each)) {
                option("-t", seconds(each));
            } else {
                option("-t", "0");
            }
            Duration delay = spec.limits().delay();
            if (!delay.isZero()) {
                option("-d", Long.toString(delay.toSeconds()));
                if (delay.toNanosPart() != 0) {
                    lost.add("parts of a second of the delay");
                }
            }
            limit("-w", spec.slow().warning());
            limit("-c", spec.slow().critical());
            if (!spec.limits().parts().isEmpty()) {
                lost.add("limits of single phases");
            }
        }

        private void limit(String option, @Nullable Duration limit) {
            if (limit != null) {
                option(option, seconds(limit));
            }
        }

        /// A value that could be taken for an option is joined to its own, and one that begins with a quotation mark
        /// is written as a string of Go, as which it is read.
        private void option(String option, String value) {
            String written =
                    value.startsWith("\"") ? '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : value;
            if (written.startsWith("-")) {
                words.add(option + "=" + written);
            } else {
                words.add(option);
                words.add(written);
            }
        }

        private static String seconds(Duration time) {
            return new BigDecimal(time.toNanos())
                    .movePointLeft(9)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
