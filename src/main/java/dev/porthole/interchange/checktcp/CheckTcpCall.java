package dev.porthole.interchange.checktcp;

import dev.porthole.net.HostPort;
import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.InvalidPattern;
import dev.porthole.probe.Preset;
import dev.porthole.probe.Presets;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.TlsSpec.CertificateCheck;
import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What the words of a call come to: an answer already, or a probe that must run first.
public sealed interface CheckTcpCall permits CheckTcpAnswer, CheckTcpProbe {
    /// The original's exit code for words that it does not take, and for help.
    int USAGE = 1;

    static CheckTcpCall read(List<String> words) {
        Map<CheckTcpOption, String> given;
        try {
            given = CheckTcpWords.read(words);
        } catch (UsageError refused) {
            return CheckTcpAnswer.err(String.valueOf(refused.getMessage()), USAGE);
        }
        if (given.containsKey(CheckTcpOption.HELP)) {
            return CheckTcpAnswer.out(CheckTcpHelp.TEXT, USAGE);
        }
        try {
            var statusAs = StatusMap.parse(given.getOrDefault(CheckTcpOption.STATUS_AS, ""));
            return call(given, statusAs);
        } catch (UsageError badMap) {
            return CheckTcpAnswer.out(String.valueOf(badMap.getMessage()), USAGE);
        }
    }

    private static CheckTcpCall call(Map<CheckTcpOption, String> given, Map<Severity, Severity> statusAs) {
        String service = CheckTcpOptions.name(given);
        boolean named = !given.getOrDefault(CheckTcpOption.SERVICE, "").isEmpty();
        Optional<Preset> preset = named ? Presets.named(service) : Optional.of(CheckTcpOptions.NO_PRESET);
        var options = new CheckTcpOptions(given, preset.orElse(CheckTcpOptions.NO_PRESET));
        var report = new CheckTcpReport(options, statusAs);
        if (preset.isEmpty()) {
            return report.line(Severity.UNKNOWN, "check-tcp called with unknown service: " + service);
        }
        try {
            Regex expect = options.expect().isEmpty() ? null : Regex.re2(options.expect());
            return new CheckTcpProbe(spec(options, target(options), expect), report);
        } catch (InvalidPattern invalid) {
            return report.line(Severity.UNKNOWN, invalid.reason());
        } catch (UsageError undialable) {
            return report.notConnected(String.valueOf(undialable.getMessage()));
        }
    }

    /// @throws UsageError with the message of a dial that cannot begin
    private static Target target(CheckTcpOptions options) {
        if (options.isUnix()) {
            return new Target.Unix(options.text(CheckTcpOption.UNIX_SOCK));
        }
        String host = options.text(CheckTcpOption.HOSTNAME);
        String address = host + ":" + options.port();
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        if (!bracketed && host.indexOf(':') >= 0) {
            throw new UsageError("dial tcp: address " + address + ": too many colons in address");
        }
        if (bare.indexOf('[') >= 0 || bare.indexOf(']') >= 0) {
            throw new UsageError("dial tcp: address " + address + ": unexpected bracket in address");
        }
        if (options.port() < 0 || options.port() > 65_535) {
            throw new UsageError("dial tcp: address " + options.port() + ": invalid port");
        }
        return new Target.Tcp(new HostPort(bare.isEmpty() ? "127.0.0.1" : bare, (int) options.port()));
    }

    private static ProbeSpec spec(CheckTcpOptions options, Target target, @Nullable Regex expect) {
        Duration timeout = options.seconds(CheckTcpOption.TIMEOUT, 10);
        var limits = new ProbeSpec.Limits(
                timeout.isZero() ? new TimeLimit.None() : new TimeLimit.PerPhase(timeout),
                Duration.ofSeconds(
                        Math.max(0, options.seconds(CheckTcpOption.DELAY, 0).toSeconds())));
        var slow = new SlowerThan(limit(options, CheckTcpOption.WARNING), limit(options, CheckTcpOption.CRITICAL));
        var asGo = new Approach(AddressMode.AS_GO, null);
        return new ProbeSpec(target, tls(options), steps(options, expect), limits, slow, asGo);
    }

    private static @Nullable Duration limit(CheckTcpOptions options, CheckTcpOption option) {
        Duration limit = options.seconds(option, 0);
        return limit.isPositive() ? limit : null;
    }

    private static @Nullable TlsSpec tls(CheckTcpOptions options) {
        boolean any = options.has(CheckTcpOption.NO_CHECK_CERTIFICATE);
        return options.tls() ? new TlsSpec(any ? CertificateCheck.NONE : CertificateCheck.REQUIRED) : null;
    }

    private static List<Step> steps(CheckTcpOptions options, @Nullable Regex expect) {
        var steps = new ArrayList<Step>();
        if (options.has(CheckTcpOption.EXPECT_CLOSED)) {
            return steps;
        }
        if (!options.send().isEmpty()) {
            steps.add(new Step.Send(Bytes.utf8(options.send())));
        }
        if (expect != null) {
            long most = options.integer(CheckTcpOption.MAXBYTES);
            OptionalInt atMost =
                    most > 0 ? OptionalInt.of((int) Math.min(most, Integer.MAX_VALUE)) : OptionalInt.empty();
            steps.add(new Step.Expect(expect, new Reading.FirstSegment(atMost)));
        }
        if (!options.quit().isEmpty()) {
            steps.add(new Step.Quit(Bytes.utf8(options.quit())));
        }
        return steps;
    }
}
