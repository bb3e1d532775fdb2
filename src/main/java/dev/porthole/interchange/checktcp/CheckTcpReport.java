package dev.porthole.interchange.checktcp;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Trace;
import dev.porthole.threshold.Severity;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Makes check-tcp's line of a run: `NAME STATUS: message`, with the bytes of the server as they came.
public final class CheckTcpReport {
    private final CheckTcpOptions options;
    private final Map<Severity, Severity> statusAs;

    CheckTcpReport(CheckTcpOptions options, Map<Severity, Severity> statusAs) {
        this.options = options;
        this.statusAs = statusAs;
    }

    public CheckTcpAnswer of(ProbeSpec spec, Trace trace) {
        Optional<Phase> failed =
                trace.phases().stream().filter(phase -> phase.fault() != null).findFirst();
        if (failed.isEmpty()) {
            return options.has(CheckTcpOption.EXPECT_CLOSED) ? unexpectedlyOpen() : success(spec, trace);
        }
        Fault fault = Objects.requireNonNull(failed.get().fault());
        String text = new GoErrors(spec.target(), trace).of(fault, failed.get());
        return switch (failed.get()) {
            case Phase.Delay _, Phase.Resolve _, Phase.Connect _, Phase.Negotiation _, Phase.Handshake _ ->
                notConnected(text);
            case Phase.Expect heard
            when fault instanceof Fault.Mismatch -> {
                var message = new ByteArrayOutputStream();
                message.writeBytes(utf8("Unexpected response from host/socket: "));
                message.writeBytes(heard.received().toArray());
                yield line(failure(), message.toByteArray());
            }
            case Phase.Send _, Phase.Expect _, Phase.Quit _ -> line(failure(), text);
        };
    }

    /// No connection came about, for whatever reason: what `--expect-closed` hopes for.
    CheckTcpAnswer notConnected(String reason) {
        return options.has(CheckTcpOption.EXPECT_CLOSED)
                ? line(Severity.OK, "Verified that the " + subject("closed"))
                : line(failure(), reason);
    }

    private CheckTcpAnswer unexpectedlyOpen() {
        String socket = options.isUnix()
                ? "unixsock. (sock=" + options.text(CheckTcpOption.UNIX_SOCK) + ")"
                : "port. (port=" + options.port() + ")";
        return line(failure(), "Unexpectedly open " + socket);
    }

    private String subject(String state) {
        return options.isUnix()
                ? "unixsock is " + state + ". (sock=" + options.text(CheckTcpOption.UNIX_SOCK) + ")"
                : "port is " + state + ". (port=" + options.port() + ")";
    }

    private CheckTcpAnswer success(ProbeSpec spec, Trace trace) {
        var message = new ByteArrayOutputStream();
        double seconds = trace.elapsed().toNanos() / 1e9;
        message.writeBytes(utf8(String.format(Locale.ROOT, "%.3f seconds response time on", seconds)));
        String host = options.text(CheckTcpOption.HOSTNAME);
        message.writeBytes(utf8(host.isEmpty() ? "" : " " + host));
        message.writeBytes(utf8(options.port() > 0 ? " port " + options.port() : ""));
        if (!trace.received().isEmpty()) {
            message.writeBytes(utf8(" ["));
            message.writeBytes(withoutLineEnds(trace.received()));
            message.write(']');
        }
        return line(spec.slow().judge(trace.elapsed()), message.toByteArray());
    }

    private static byte[] withoutLineEnds(Bytes answer) {
        int from = 0;
        int to = answer.length();
        while (from < to && isLineEnd(answer.at(from))) {
            from++;
        }
        while (to > from && isLineEnd(answer.at(to - 1))) {
            to--;
        }
        return Arrays.copyOfRange(answer.toArray(), from, to);
    }

    private static boolean isLineEnd(int octet) {
        return octet == '\r' || octet == '\n';
    }

    private Severity failure() {
        return options.has(CheckTcpOption.ERROR_WARNING) ? Severity.WARNING : Severity.CRITICAL;
    }

    CheckTcpAnswer line(Severity severity, String message) {
        return line(severity, utf8(message));
    }

    private CheckTcpAnswer line(Severity severity, byte[] message) {
        Severity reported = statusAs.getOrDefault(severity, severity);
        var line = new ByteArrayOutputStream();
        line.writeBytes(utf8(options.name() + " " + reported + ": "));
        line.writeBytes(message);
        line.write('\n');
        return new CheckTcpAnswer(CheckTcpAnswer.Stream.OUT, Bytes.of(line.toByteArray()), reported.exitCode());
    }

    private static byte[] utf8(String text) {
        return Bytes.utf8(text).toArray();
    }
}
