package dev.porthole.cli;

import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Part;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.TimeLimit;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How long a probe may take, and from where and to which addresses it calls.
final class LimitOptions {
    @Option(
            names = {"-t", "--timeout"},
            paramLabel = "SECONDS",
            description = "For the whole probe, from the look-up to the goodbye (default: 10).")
    private String timeout = "10";

    @Option(names = "--delay", paramLabel = "SECONDS", description = "Wait so long before the look-up.")
    private String delay = "0";

    @Option(
            names = {"-w", "--warning"},
            split = ",",
            paramLabel = "[PART=]SECONDS",
            description = "Warn when it took longer: as a whole, or a part of it. Parts are resolve, connect, starttls,"
                    + " tls, send, first-byte, match, quit. Repeat or separate by commas.")
    private List<String> warnings = List.of();

    @Option(
            names = {"-c", "--critical"},
            split = ",",
            paramLabel = "[PART=]SECONDS",
            description = "The same, and it is critical.")
    private List<String> criticals = List.of();

    @Option(
            names = {"-4", "--ipv4"},
            description = "Call IPv4 addresses only.")
    private boolean ipv4;

    @Option(
            names = {"-6", "--ipv6"},
            description = "Call IPv6 addresses only.")
    private boolean ipv6;

    @Option(
            names = "--addresses",
            paramLabel = "MODE",
            description = "Of a name with several: first (who answers first, the default), one (the first of the list),"
                    + " all (each is called and told).")
    private String addresses = "first";

    @Option(names = "--source", paramLabel = "ADDRESS", description = "Call from this address of this machine.")
    private @Nullable String source;

    ProbeSpec.Limits limits() throws InvalidOption {
        var warning = limits("--warning", warnings);
        var critical = limits("--critical", criticals);
        Map<Part, SlowerThan> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            if (warning.containsKey(word(part)) || critical.containsKey(word(part))) {
                parts.put(part, new SlowerThan(warning.get(word(part)), critical.get(word(part))));
            }
        }
        return new ProbeSpec.Limits(
                new TimeLimit.Total(Numbers.seconds("--timeout", timeout)),
                Numbers.secondsOrNone("--delay", delay),
                parts);
    }

    SlowerThan slow() throws InvalidOption {
        return new SlowerThan(
                limits("--warning", warnings).get(""),
                limits("--critical", criticals).get(""));
    }

    /// By the word of the part, an empty one for the whole.
    private static Map<String, Duration> limits(String option, List<String> typed) throws InvalidOption {
        var limits = new HashMap<String, Duration>();
        for (String each : typed) {
            int equal = each.indexOf('=');
            String part = equal < 0
                    ? ""
                    : each.substring(0, equal).strip().toLowerCase(Locale.ROOT).replace('_', '-');
            if (equal >= 0
                    && Arrays.stream(Part.values())
                            .noneMatch(known -> word(known).equals(part))) {
                throw InvalidOption.of(
                        option,
                        each.substring(0, equal),
                        Arrays.stream(Part.values()).map(LimitOptions::word).collect(Collectors.joining(", ")));
            }
            limits.put(part, Numbers.seconds(option, each.substring(equal + 1)));
        }
        return limits;
    }

    private static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Approach approach() throws InvalidOption {
        if (ipv4 && ipv6) {
            throw new InvalidOption("--ipv4 and --ipv6 exclude each other: give one of them.");
        }
        var families = ipv4 ? AddressMode.Families.IPV4 : ipv6 ? AddressMode.Families.IPV6 : AddressMode.Families.ANY;
        var tactic =
                switch (addresses.strip().toLowerCase(Locale.ROOT)) {
                    case "first" -> AddressMode.Tactic.FIRST_ANSWER;
                    case "one" -> AddressMode.Tactic.ONE;
                    case "all" -> AddressMode.Tactic.ALL;
                    default -> throw InvalidOption.of("--addresses", addresses, "first, one, all");
                };
        return new Approach(new AddressMode(families, tactic), source);
    }
}
