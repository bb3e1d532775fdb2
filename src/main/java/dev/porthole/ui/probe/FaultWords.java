package dev.porthole.ui.probe;

import dev.porthole.net.SafeText;
import dev.porthole.probe.Fault;
import dev.porthole.ui.kit.Messages;

/// A fault in a few words, where a table has no room for a sentence.
final class FaultWords {
    private FaultWords() {}

    static String of(Fault fault) {
        return switch (fault) {
            case Fault.CertificateUntrusted(var why, String detail) ->
                Messages.text("probe.chain." + why.name(), SafeText.of(detail));
            case Fault.CertificateExpired(var since) -> Messages.text("probe.chain.expired", since);
            case Fault.CertificateNotYetValid(var from) -> Messages.text("probe.chain.not-yet", from);
            case Fault.CertificateForOther(var names) ->
                names.isEmpty()
                        ? Messages.text("probe.chain.no-name")
                        : Messages.text("probe.chain.other", SafeText.of(String.join(", ", names)));
            default -> fault.code().replace('-', ' ');
        };
    }
}
