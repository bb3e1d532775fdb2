package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Commands;
import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.HostsLine;
import dev.porthole.diagnosis.Rule;
import dev.porthole.net.IpAddress;
import dev.porthole.net.SafeText;
import java.util.Optional;

/// The hosts file says what the name is, and what it says could not be reached: no name server was asked.
public final class HostsOverride implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        return evidence.fatalFailures().stream()
                .filter(failure -> !failure.ip().isLoopback())
                .flatMap(failure -> line(evidence, failure).stream().map(line -> finding(evidence, failure, line)))
                .findFirst();
    }

    private static Optional<HostsLine> line(Evidence evidence, Failure failure) {
        return evidence.host()
                .names()
                .lines()
                .filter(line -> IpAddress.parse(line.address()).equals(Optional.of(failure.ip())))
                .findFirst();
    }

    private static Finding finding(Evidence evidence, Failure failure, HostsLine line) {
        String host = evidence.hostName();
        String file = SafeText.of(line.file());
        return Finding.possible(
                        "hosts-override",
                        "The hosts file of this machine sends " + host + " to " + failure.address()
                                + ", which may be out of date")
                .because(line.inWords() + " names " + host + ", and that address did not let the call through")
                .because("what the name server says was not asked: other machines may see another address")
                .remedy(
                        "Compare with the name server",
                        Commands.mayHold(host) ? evidence.commands().linux("dig +short " + host) : null)
                .remedy(
                        "If the line is out of date, delete it",
                        evidence.commands().linux("sed -n " + line.number() + "p " + file))
                .at(failure.pointer());
    }
}
