package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Rule;
import dev.porthole.net.Service;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.HumanTime;
import dev.porthole.probe.Phase;
import java.util.List;
import java.util.Optional;

/// The connection stands, and the server says nothing: it waits for the client, or for the rest of what was sent.
public final class ClientFirst implements Rule {
    private static final int LINE_FEED = 10;
    private static final String SPEAK_SECOND =
            " http https ldap ldaps redis rediss postgres postgresql memcached mongodb amqp amqps mqtt mqtts gearman xmpp ";

    @Override
    public Optional<Finding> examine(Evidence evidence) {
        boolean silent = evidence.trace()
                .fault()
                .filter(Fault.ReadTimeout.class::isInstance)
                .isPresent();
        if (!silent || evidence.isUdp() || new NotAccepting().examine(evidence).isPresent()) {
            return Optional.empty();
        }
        Optional<Bytes> sent = evidence.trace().phases().stream()
                .filter(Phase.Send.class::isInstance)
                .map(phase -> ((Phase.Send) phase).sent())
                .filter(bytes -> !bytes.isEmpty())
                .reduce((_, last) -> last);
        return Optional.of(sent.map(bytes -> unanswered(evidence, bytes)).orElseGet(() -> unasked(evidence)))
                .map(finding -> Counterpart.named(evidence, finding.at(WrongProtocol.phase(evidence))));
    }

    private static Finding unasked(Evidence evidence) {
        Optional<String> second = usual(evidence);
        boolean secure = second.filter(name -> name.endsWith("s") && !name.equals("postgres"))
                .isPresent();
        Finding finding = Finding.likely(
                        "client-must-speak",
                        "The server on " + evidence.portInWords() + " most likely waits for the client to speak first")
                .because("the connection stood, nothing was sent, and nothing came back in " + waited(evidence))
                .because(second.map(name -> List.of(
                                "port " + evidence.port() + " is usually " + name + ", where the client speaks first"))
                        .orElse(List.of()))
                .because("also possible: the program took the connection and hangs");
        return secure && evidence.spec().security().isEmpty()
                ? finding.remedy("Probe it with TLS")
                : finding.remedy("Send something that the service answers, or expect no answer and only connect");
    }

    private static Finding unanswered(Evidence evidence, Bytes sent) {
        boolean open = sent.at(sent.length() - 1) != LINE_FEED;
        Finding finding = open
                ? Finding.likely(
                        "line-not-ended",
                        "The server most likely waits for the rest of what was sent: it does not end"
                                + " with a line break")
                : Finding.possible(
                        "no-answer",
                        "The server took the " + sent.length() + " bytes that were sent and gave no" + " answer");
        finding = finding.because("the connection stood, " + sent.length()
                        + " bytes were sent, and nothing came back in " + waited(evidence))
                .because("also possible: the program is slow or hangs, or speaks another protocol");
        return open
                ? finding.remedy("End the text with \\r\\n (an HTTP request with an empty line)")
                : finding.remedy("Compare what was sent with the protocol, or wait longer");
    }

    private static Optional<String> usual(Evidence evidence) {
        return SPEAK_SECOND
                .strip()
                .lines()
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .filter(name -> Service.named(name)
                        .filter(service -> service.port() == evidence.port())
                        .isPresent())
                .findFirst();
    }

    private static String waited(Evidence evidence) {
        return HumanTime.of(evidence.trace().phases().getLast().span().length());
    }
}
