package dev.porthole.ui.probe;

import dev.porthole.net.HostPort;
import dev.porthole.net.InvalidInput;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Escapes;
import dev.porthole.probe.InvalidPattern;
import dev.porthole.probe.Preset;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsSpec;
import dev.porthole.ui.kit.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was typed into the form, and what it means.
///
/// @param escapes whether `\n` and the like in send and quit are read as such; without, quit gets CR LF at its end
/// @param timeout in seconds, as `warning` and `critical`; the latter two may be empty: no limit
record ProbeForm(
        String host,
        String port,
        boolean tls,
        boolean checkCertificate,
        String send,
        String expect,
        String quit,
        boolean escapes,
        String timeout,
        String warning,
        String critical) {
    static final ProbeForm EMPTY = new ProbeForm("localhost", "", false, true, "", "", "", false, "10", "", "");

    private static final double LONGEST_SECONDS = 3600;
    private static final String LINE_END = "\r\n";
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}([.,][0-9]{0,9})?|[.,][0-9]{1,9}");

    /// A spec, or a sentence for each field that is wrong.
    sealed interface Result {
        record Valid(ProbeSpec spec) implements Result {}

        record Invalid(Map<ProbeField, String> sentences) implements Result {}
    }

    /// The form filled with what a service is known to speak. Line ends cannot be typed: escapes are switched on for
    /// them.
    ProbeForm with(Preset preset) {
        boolean escaped = !Escapes.write(preset.send()).equals(preset.send());
        return new ProbeForm(
                host,
                Integer.toString(preset.port()),
                preset.tls(),
                checkCertificate,
                escaped ? Escapes.write(preset.send()) : preset.send(),
                preset.expect(),
                escaped && !preset.quit().isEmpty() ? Escapes.write(preset.quit() + LINE_END) : preset.quit(),
                escaped,
                timeout,
                warning,
                critical);
    }

    Result read() {
        Map<ProbeField, String> wrong = new EnumMap<>(ProbeField.class);
        HostPort address = address(wrong);
        Regex pattern = pattern(wrong);
        Duration limit = seconds(ProbeField.TIMEOUT, timeout, wrong);
        if (limit == null) {
            wrong.putIfAbsent(ProbeField.TIMEOUT, Messages.text("probe.wrong.timeout"));
        }
        Duration slow = seconds(ProbeField.WARNING, warning, wrong);
        Duration tooSlow = seconds(ProbeField.CRITICAL, critical, wrong);
        if (!wrong.isEmpty() || address == null || limit == null) {
            return new Result.Invalid(Map.copyOf(wrong));
        }
        return new Result.Valid(new ProbeSpec(
                new Target.Tcp(address),
                tls ? tlsSpec() : null,
                steps(pattern),
                ProbeSpec.Limits.total(limit),
                new SlowerThan(slow, tooSlow)));
    }

    private @Nullable HostPort address(Map<ProbeField, String> wrong) {
        try {
            return HostPort.parse(host, port);
        } catch (InvalidInput e) {
            wrong.put(e.field() == InvalidInput.Field.HOST ? ProbeField.HOST : ProbeField.PORT, e.sentence());
            return null;
        }
    }

    private @Nullable Regex pattern(Map<ProbeField, String> wrong) {
        if (expect.isEmpty()) {
            return null;
        }
        try {
            return Regex.guarded(expect);
        } catch (InvalidPattern e) {
            wrong.put(ProbeField.EXPECT, Messages.text("probe.wrong.expect", e.reason()));
            return null;
        }
    }

    private static @Nullable Duration seconds(ProbeField field, String text, Map<ProbeField, String> wrong) {
        if (text.isBlank()) {
            return null;
        }
        if (DECIMAL.matcher(text.strip()).matches()) {
            double seconds = Double.parseDouble(text.strip().replace(',', '.'));
            if (seconds > 0 && seconds <= LONGEST_SECONDS) {
                return Duration.ofNanos(Math.round(seconds * 1e9));
            }
        }
        wrong.put(field, Messages.text("probe.wrong.seconds." + field.name(), text.strip()));
        return null;
    }

    private TlsSpec tlsSpec() {
        return TlsSpec.thorough(checkCertificate ? TlsSpec.CertificateCheck.REQUIRED : TlsSpec.CertificateCheck.NONE);
    }

    private List<Step> steps(@Nullable Regex pattern) {
        List<Step> steps = new ArrayList<>();
        if (!send.isEmpty()) {
            steps.add(new Step.Send(Bytes.utf8(meant(send))));
        }
        if (pattern != null) {
            steps.add(new Step.Expect(pattern, Reading.UntilMatch.DEFAULT));
        }
        if (!quit.isEmpty()) {
            steps.add(new Step.Quit(Bytes.utf8(escapes ? meant(quit) : quit + LINE_END)));
        }
        return steps;
    }

    private String meant(String typed) {
        return escapes ? Escapes.read(typed) : typed;
    }
}
