package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Descriptors;
import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.PortRules;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Told;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Fault;
import dev.porthole.sockets.Snapshot;
import java.util.List;
import java.util.Optional;

/// Our own side has no local port or no file descriptor left: nothing is known of the target.
public final class OwnExhaustion implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        boolean ports = has(evidence, Fault.LocalPortsExhausted.class);
        boolean files = has(evidence, Fault.DescriptorsExhausted.class);
        if (ports) {
            return Optional.of(ports(evidence));
        }
        return files ? Optional.of(files(evidence)) : Optional.empty();
    }

    private static boolean has(Evidence evidence, Class<? extends Fault> kind) {
        return evidence.fatalFailures().stream().anyMatch(failure -> kind.isInstance(failure.fault()))
                || evidence.trace().fault().filter(kind::isInstance).isPresent();
    }

    private static Finding ports(Evidence evidence) {
        Counts counts = Counts.of(evidence);
        return Finding.proven(
                        "local-ports-exhausted",
                        "This machine has no local port left to call " + evidence.hostName() + " port "
                                + evidence.port() + " from; of the target nothing is known")
                .because("the system could not give a local port (EADDRNOTAVAIL)")
                .because(
                        switch (evidence.host().limits().ports()) {
                            case Told.Known<PortRules>(var rules) ->
                                List.of("it hands out " + rules.room() + " ports, " + rules.first() + " to "
                                        + rules.last());
                            case Told.Unknown<PortRules> unknown -> Unknowns.of("which ports it hands out", unknown);
                        })
                .because(counts.all() + " sockets of this machine go to port " + evidence.port() + ", "
                        + counts.timeWait() + " of them in TIME_WAIT")
                .remedy(
                        "See who keeps them: a client that opens a connection for each request",
                        evidence.commands().linux("ss -tanp 'dport = :" + evidence.port() + "'"))
                .remedy(
                        "Widen the range, as root, until the next start",
                        evidence.commands().linux("sysctl -w net.ipv4.ip_local_port_range='1024 65535'"));
    }

    private static Finding files(Evidence evidence) {
        return Finding.proven(
                        "descriptors-exhausted",
                        "Porthole itself has no file descriptor left to call with; of the target" + " nothing is known")
                .because("the system could not open a socket (EMFILE or ENFILE)")
                .because(
                        switch (evidence.host().limits().own()) {
                            case Told.Known<Descriptors>(var own) ->
                                List.of(own.used() + " of " + own.limit() + " descriptors of this process are in use");
                            case Told.Unknown<Descriptors> unknown -> Unknowns.of("how many are in use", unknown);
                        })
                .remedy(
                        "Raise the limit of the shell that starts it",
                        evidence.commands().linux("ulimit -n 8192"))
                .remedy(
                        "See whether the whole machine is at its limit",
                        evidence.commands().linux("cat /proc/sys/fs/file-nr"));
    }

    /// Sockets towards the target's port.
    private record Counts(int all, int timeWait) {
        static Counts of(Evidence evidence) {
            int all = 0;
            int timeWait = 0;
            Snapshot after = evidence.after();
            for (int row = 0; row < after.size(); row++) {
                if (after.table().remotePort(row) == evidence.port()
                        && after.protocol(row).isTcp() != evidence.isUdp()) {
                    all++;
                    timeWait += after.state(row) == SocketState.TIME_WAIT ? 1 : 0;
                }
            }
            return new Counts(all, timeWait);
        }
    }
}
