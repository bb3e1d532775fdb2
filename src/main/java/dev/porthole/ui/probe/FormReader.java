package dev.porthole.ui.probe;

import dev.porthole.net.IpAddress;
import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Part;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.TlsSpec;
import dev.porthole.ui.kit.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a form into a spec, or says what is wrong at each field.
final class FormReader {
    private final Fields fields;

    FormReader(ProbeForm form) {
        fields = new Fields(form);
    }

    ProbeForm.Result read() {
        Target target = FormTarget.read(fields);
        TlsSpec tls = security(target) ? FormTls.read(fields) : null;
        List<Step> steps = steps(tls);
        ProbeSpec.Limits limits = limits();
        SlowerThan slow = fields.limits(ProbeField.WARNING, ProbeField.CRITICAL);
        Approach approach = approach();
        if (!fields.wrong().isEmpty() || target == null) {
            return new ProbeForm.Result.Invalid(fields.wrong());
        }
        TlsSpec atOnce = startTls() == null ? tls : null;
        return new ProbeForm.Result.Valid(new ProbeSpec(target, atOnce, steps, limits, slow, approach));
    }

    private boolean security(@Nullable Target target) {
        boolean secured = !fields.text(ProbeField.SECURITY).equals("OFF");
        if (secured && target instanceof Target.Udp) {
            fields.wrong(ProbeField.SECURITY, Messages.text("probe.wrong.udp-tls"));
        }
        return secured;
    }

    private @Nullable StartTls startTls() {
        return switch (fields.text(ProbeField.SECURITY)) {
            case "OFF", "TLS" -> null;
            case String protocol -> StartTls.valueOf(protocol);
        };
    }

    private List<Step> steps(@Nullable TlsSpec tls) {
        List<Step> steps = new ArrayList<>();
        StartTls startTls = startTls();
        if (startTls != null && tls != null) {
            steps.add(new Step.RaiseToTls(startTls, tls));
        }
        steps.addAll(FormTalk.read(fields));
        return steps;
    }

    private ProbeSpec.Limits limits() {
        Duration total = fields.seconds(ProbeField.TIMEOUT);
        if (total == null) {
            fields.wrong(ProbeField.TIMEOUT, Messages.text("probe.wrong.timeout"));
        }
        Duration delay = fields.decimal(ProbeField.DELAY);
        Map<Part, SlowerThan> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            SlowerThan limit = fields.limits(ProbeField.limit(part, false), ProbeField.limit(part, true));
            if (!limit.equals(SlowerThan.NEVER)) {
                parts.put(part, limit);
            }
        }
        return new ProbeSpec.Limits(
                new TimeLimit.Total(Objects.requireNonNullElse(total, Duration.ZERO)),
                Objects.requireNonNullElse(delay, Duration.ZERO),
                parts);
    }

    private Approach approach() {
        AddressMode mode =
                switch (fields.text(ProbeField.ADDRESSES)) {
                    case "ONE" -> AddressMode.ONE;
                    case "ALL" -> AddressMode.ALL;
                    case "IPV4_ONLY" -> AddressMode.IPV4_ONLY;
                    case "IPV6_ONLY" -> AddressMode.IPV6_ONLY;
                    default -> AddressMode.FIRST_ANSWER;
                };
        String source = fields.text(ProbeField.SOURCE);
        int zone = source.indexOf('%');
        if (!source.isEmpty()
                && IpAddress.parse(zone < 0 ? source : source.substring(0, zone))
                        .isEmpty()) {
            fields.wrong(ProbeField.SOURCE, Messages.text("probe.wrong.source", source));
        }
        return new Approach(mode, source.isEmpty() ? null : source);
    }
}
