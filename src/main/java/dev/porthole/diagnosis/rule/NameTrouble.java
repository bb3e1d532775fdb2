package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Commands;
import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.HostsLine;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Told;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import dev.porthole.probe.HumanTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The name gave no address that could be called.
public final class NameTrouble implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        return evidence.trace().fault().flatMap(fault -> switch (fault) {
            case Fault.NameNotFound(String name) -> Optional.of(notFound(evidence, SafeText.of(name)));
            case Fault.NameTimeout(String name) -> Optional.of(silent(evidence, SafeText.of(name)));
            case Fault.NameServerFailed(String name) -> Optional.of(failed(evidence, SafeText.of(name)));
            case Fault.NoAddressOfFamily(String name, var family) ->
                Optional.of(otherFamily(evidence, SafeText.of(name), family));
            default -> Optional.empty();
        });
    }

    private static Finding notFound(Evidence evidence, String name) {
        return Finding.proven("name-not-found", "The name " + name + " does not exist: nothing was called")
                .because("the resolver of this machine says that there is no such name")
                .because(hosts(evidence, name))
                .because(servers(evidence))
                .remedy("Look for a typing error, and whether the domain is missing: " + name + ".example.com")
                .remedy("Ask again", evidence.commands().lookUp(name));
    }

    private static Finding silent(Evidence evidence, String name) {
        return Finding.likely(
                        "name-server-silent",
                        "The name server most likely does not answer: " + name + " was not found in time")
                .because("the look-up was given up after "
                        + HumanTime.of(evidence.trace().elapsed()) + ", so whether the name exists is not known")
                .because(servers(evidence))
                .remedy(
                        "Ask again, and see how long it takes",
                        evidence.commands().lookUp(name))
                .remedy("Ask a name server itself, to see whether it can be reached", ask(evidence, name))
                .remedy(
                        "Look which servers this machine asks",
                        evidence.commands().linux("cat /etc/resolv.conf"));
    }

    private static Finding failed(Evidence evidence, String name) {
        return Finding.proven(
                        "name-server-failed",
                        "The name " + name + " could not be looked up: no name server gave an answer")
                .because("the resolver reports a failure for now; whether the name exists is not known")
                .because(servers(evidence))
                .remedy("Ask a name server itself, to see whether it can be reached", ask(evidence, name))
                .remedy(
                        "Look which servers this machine asks",
                        evidence.commands().linux("cat /etc/resolv.conf"));
    }

    private static Finding otherFamily(Evidence evidence, String name, Address.Family family) {
        String other = family == Address.Family.IPV4 ? "IPv6" : "IPv4";
        List<Address> found = evidence.trace().addresses();
        return Finding.proven(
                        "one-family",
                        "The name " + name + " has only " + other + " addresses, and " + family.word()
                                + " was asked for")
                .because(
                        found.isEmpty()
                                ? "the resolver gave no address of " + family.word()
                                : "it is " + found.stream().map(Address::text).collect(Collectors.joining(", ")))
                .because(hosts(evidence, name))
                .remedy("Probe it without the choice of " + family.word())
                .remedy(
                        "Or give the name an " + (family == Address.Family.IPV4 ? "A" : "AAAA") + " record",
                        evidence.commands().lookUp(name));
    }

    private static List<String> hosts(Evidence evidence, String name) {
        return switch (evidence.host().names().hosts()) {
            case Told.Known<List<HostsLine>>(var lines)
            when lines.isEmpty() -> List.of("the hosts file does not have it");
            case Told.Known<List<HostsLine>>(var lines) ->
                lines.stream()
                        .map(line -> SafeText.of(line.file()) + " line " + line.number() + " says " + name + " is "
                                + SafeText.of(line.address()))
                        .toList();
            case Told.Unknown<List<HostsLine>> unknown -> Unknowns.of("what the hosts file says", unknown);
        };
    }

    private static List<String> servers(Evidence evidence) {
        return switch (evidence.host().names().servers()) {
            case Told.Known<List<String>>(var servers)
            when servers.isEmpty() -> List.of("/etc/resolv.conf names no name server");
            case Told.Known<List<String>>(var servers) ->
                List.of("the name servers of this machine: " + SafeText.of(String.join(", ", servers)));
            case Told.Unknown<List<String>> unknown -> Unknowns.of("the name servers", unknown);
        };
    }

    private static @Nullable String ask(Evidence evidence, String name) {
        return evidence.host().names().servers().ifKnown().stream()
                .flatMap(List::stream)
                .filter(server -> server.matches("[0-9A-Fa-f.:%A-Za-z]+") && Commands.mayHold(name))
                .findFirst()
                .map(server -> evidence.commands().linux("dig +time=2 @" + server + " " + name))
                .orElse(null);
    }
}
