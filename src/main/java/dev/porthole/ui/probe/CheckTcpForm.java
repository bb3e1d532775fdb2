package dev.porthole.ui.probe;

import dev.porthole.interchange.ShellWords;
import dev.porthole.interchange.checktcp.CheckTcpAnswer;
import dev.porthole.interchange.checktcp.CheckTcpCall;
import dev.porthole.interchange.checktcp.CheckTcpCommand;
import dev.porthole.interchange.checktcp.CheckTcpProbe;
import dev.porthole.probe.ByteEscapes;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.Wanted;
import dev.porthole.ui.kit.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A form filled from a command line of check-tcp.
///
/// @param notes what will be otherwise than with the original
record CheckTcpForm(ProbeForm form, List<String> notes) {
    /// @throws IllegalArgumentException with the reason, fit to be shown
    static CheckTcpForm read(String line) {
        List<String> words = CheckTcpCommand.arguments(ShellWords.split(line));
        return switch (CheckTcpCall.read(words)) {
            case CheckTcpAnswer answer ->
                throw new IllegalArgumentException(answer.text().toString().replaceFirst("\\\\n$", ""));
            case CheckTcpProbe probe -> of(probe.spec(), CheckTcpCommand.ignored(words));
        };
    }

    private static CheckTcpForm of(ProbeSpec spec, List<String> ignored) {
        List<String> notes = new ArrayList<>();
        if (!ignored.isEmpty()) {
            notes.add(Messages.text("probe.command.ignored", String.join(", ", ignored)));
        }
        ProbeForm form = target(spec.target());
        TlsSpec tls = spec.tls();
        if (tls != null) {
            form = form.with(ProbeField.SECURITY, "TLS")
                    .with(ProbeField.CHECK, Boolean.toString(tls.certificate() == TlsSpec.CertificateCheck.REQUIRED));
        }
        for (Step step : spec.steps()) {
            form = with(form, step);
        }
        if (spec.limits().time() instanceof TimeLimit.PerPhase(Duration each)) {
            form = form.with(ProbeField.TIMEOUT, seconds(each));
            notes.add(Messages.text("probe.command.per-phase"));
        } else {
            notes.add(Messages.text("probe.command.no-limit"));
        }
        form = form.with(
                        ProbeField.DELAY,
                        spec.limits().delay().isZero()
                                ? ""
                                : seconds(spec.limits().delay()))
                .with(ProbeField.WARNING, seconds(spec.slow().warning()))
                .with(ProbeField.CRITICAL, seconds(spec.slow().critical()));
        return new CheckTcpForm(form, notes);
    }

    private static ProbeForm target(Target target) {
        return switch (target) {
            case Target.Unix(String path) ->
                ProbeForm.EMPTY.with(ProbeField.HOST, path).with(ProbeField.TRANSPORT, "UNIX");
            case Target.Tcp(var address) ->
                ProbeForm.EMPTY
                        .with(ProbeField.HOST, address.host())
                        .with(ProbeField.PORT, Integer.toString(address.port()));
            case Target.Udp(var address) ->
                ProbeForm.EMPTY
                        .with(ProbeField.TRANSPORT, "UDP")
                        .with(ProbeField.HOST, address.host())
                        .with(ProbeField.PORT, Integer.toString(address.port()));
        };
    }

    private static ProbeForm with(ProbeForm form, Step step) {
        return switch (step) {
            case Step.Send(var bytes) -> form.with(ProbeField.SEND, ByteEscapes.write(bytes));
            case Step.Quit(var bytes) -> form.with(ProbeField.QUIT, ByteEscapes.write(bytes));
            case Step.Expect(Wanted.Patterns(var patterns, var _), Reading reading) -> {
                ProbeForm filled =
                        form.with(ProbeField.EXPECT, patterns.getFirst().source());
                yield reading instanceof Reading.FirstSegment(var most) && most.isPresent()
                        ? filled.with(ProbeField.BYTES, Integer.toString(most.getAsInt()))
                        : filled;
            }
            case Step.Expect _, Step.Reject _, Step.RaiseToTls _, Step.Wait _ -> form;
        };
    }

    private static String seconds(@Nullable Duration time) {
        return time == null
                ? ""
                : new BigDecimal(time.toNanos())
                        .movePointLeft(9)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
