package dev.porthole.probe;

import dev.porthole.net.IpAddress;
import java.util.stream.Collectors;

/// What to say of the addresses that got nowhere while another one answered.
final class AddressNotes {
    private AddressNotes() {}

    /// Whether a loss is worth a warning. A server on `127.0.0.1` alone refuses at `::1`: of the machine itself that
    /// is told and not held against it.
    static boolean count(Trace trace) {
        return trace.losses().stream().anyMatch(loss -> !isOtherLoopback(loss));
    }

    private static boolean isOtherLoopback(Attempt loss) {
        return loss.outcome() instanceof Attempt.Failed(Fault.ConnectRefused _)
                && IpAddress.parse(loss.address().text())
                        .filter(IpAddress::isLoopback)
                        .isPresent();
    }

    /// To stand after a headline; empty if none was lost.
    static String of(Trace trace) {
        if (trace.losses().isEmpty()) {
            return "";
        }
        String each = trace.losses().stream().map(AddressNotes::note).collect(Collectors.joining("; ", "; ", ""));
        OneByOne patient = OneByOne.of(trace);
        String waits = patient.silent().isEmpty() || patient.reached().isEmpty()
                ? ""
                : "; a client that tries one address after the other waits there until its own time-out";
        return each + waits;
    }

    private static String note(Attempt loss) {
        String time = HumanTime.of(loss.span().length());
        return switch (loss.outcome()) {
            case Attempt.Failed(Fault fault) ->
                loss.address() + ": " + fault.code().replace('-', ' ') + " after " + time;
            default -> loss.address() + " had not answered after " + time;
        };
    }
}
