package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.probe.Fault;
import dev.porthole.sockets.ProcessRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The connection was made, and ended by the other side before a word was said: a forwarder without a backend, an
/// access rule, or TLS wanted.
public final class ClosedAtOnce implements Rule {
    private static final Map<String, String> FORWARDERS = Map.of(
            "docker-proxy", "the container's port",
            "rootlessport", "the container's port",
            "slirp4netns", "the container's port",
            "pasta", "the container's port",
            "ssh", "the far end of the tunnel",
            "sshd", "the near end of the tunnel",
            "haproxy", "its backend",
            "envoy", "its upstream",
            "socat", "its second address",
            "kubectl", "the port of the pod");

    @Override
    public Optional<Finding> examine(Evidence evidence) {
        boolean ended = evidence.trace()
                .fault()
                .filter(fault -> fault instanceof Fault.ResetBeforeData
                        || fault instanceof Fault.ClosedBeforeData
                        || fault instanceof Fault.TlsReset
                        || fault instanceof Fault.TlsClosed)
                .isPresent();
        if (!ended || evidence.isUdp() || evidence.target().isEmpty()) {
            return Optional.empty();
        }
        Optional<Waiting> listener = evidence.connected().flatMap(evidence::listenerFor);
        return Optional.of(
                listener.flatMap(waiting -> forwarder(waiting).map(behind -> forwarded(evidence, waiting, behind)))
                        .orElseGet(() -> accepted(evidence, listener))
                        .because("the connection was made, then " + how(evidence))
                        .at(WrongProtocol.phase(evidence))
                        .at(listener.stream().map(Waiting::pointer).toList()));
    }

    private static Finding forwarded(Evidence evidence, Waiting listener, String behind) {
        return Finding.likely(
                        "forwarder",
                        "The port is taken by a forwarder, and most likely nothing answers behind it ("
                                + listener.owner() + ")")
                .because(listener.inWords() + " passes connections on; it takes them before it knows whether " + behind
                        + " answers")
                .because("also possible: the service behind it lets this machine not in")
                .remedy(
                        "Look whether " + behind + " answers",
                        listener.owner().contains("docker-proxy")
                                ? evidence.commands()
                                        .linux("docker ps --format" + " 'table {{.Names}}\\t{{.Status}}\\t{{.Ports}}'")
                                : null)
                .remedy(
                        "See where it forwards to",
                        listener.entry()
                                .process()
                                .map(process ->
                                        evidence.commands().linux("tr '\\0' ' ' < /proc/" + process.pid() + "/cmdline"))
                                .orElse(null));
    }

    private static Finding accepted(Evidence evidence, Optional<Waiting> listener) {
        boolean here = listener.isPresent();
        String who = listener.map(waiting -> " (" + waiting.owner() + ")").orElse("");
        boolean tls = evidence.spec().security().isPresent();
        Finding finding = Finding.possible(
                        "closed-after-accept",
                        "The server took the connection and ended it without a word" + who
                                + ": it does not let this machine in, is full, or is a forwarder without a backend")
                .because(here ? List.of() : List.of("not known: which program it is, as it is on another machine"));
        finding = finding.remedy(
                        "Look in the log of the service: it knows why",
                        listener.flatMap(waiting -> waiting.entry().process())
                                .map(process ->
                                        evidence.commands().linux("journalctl --since -10min _PID=" + process.pid()))
                                .orElse(null))
                .remedy(
                        "Look for access rules: allow and deny lists, /etc/hosts.allow and hosts.deny, limits of connections");
        return tls
                ? finding.remedy("See whether the port speaks TLS at all: probe it without TLS")
                : finding.remedy("See whether the port wants TLS: probe it with TLS");
    }

    private static String how(Evidence evidence) {
        return evidence.trace()
                        .fault()
                        .filter(fault -> fault instanceof Fault.ResetBeforeData || fault instanceof Fault.TlsReset)
                        .isPresent()
                ? "reset without a word"
                : "closed without a word";
    }

    private static Optional<String> forwarder(Waiting listener) {
        return listener.entry()
                .process()
                .map(ProcessRef::name)
                .flatMap(name -> Optional.ofNullable(FORWARDERS.get(name)));
    }
}
