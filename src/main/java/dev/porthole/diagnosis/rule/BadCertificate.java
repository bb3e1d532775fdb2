package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Commands;
import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Rule;
import dev.porthole.net.HostPort;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Fault;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Step;
import dev.porthole.probe.TlsFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The certificate does not convince: its chain, its name, its date, or the clock that the date is compared with.
public final class BadCertificate implements Rule {
    /// A clock that is off is off by hours or by years; by days certificates run out.
    private static final Duration CLOCK = Duration.ofHours(26);

    @Override
    public Optional<Finding> examine(Evidence evidence) {
        return evidence.trace()
                .fault()
                .flatMap(fault -> switch (fault) {
                    case Fault.CertificateExpired(Instant since) -> Optional.of(expired(evidence, since));
                    case Fault.CertificateNotYetValid(Instant from) -> Optional.of(early(evidence, from));
                    case Fault.CertificateForOther(var names) -> Optional.of(other(evidence, names));
                    case Fault.CertificateUntrusted(var why, String detail) ->
                        Optional.of(untrusted(evidence, why, detail));
                    default -> Optional.empty();
                })
                .map(finding -> finding.because(leaf(evidence)).at(WrongProtocol.phase(evidence)));
    }

    private static Finding expired(Evidence evidence, Instant since) {
        Instant now = clock(evidence);
        boolean all = chain(evidence).size() > 1
                && chain(evidence).stream().allMatch(each -> each.until().isBefore(now));
        Finding finding = all
                ? Finding.likely(
                        "certificate-date",
                        "The clock of this machine is most likely ahead: every certificate of the"
                                + " chain has expired by it")
                : Finding.proven(
                        "certificate-date",
                        "The certificate of " + evidence.hostName() + " has expired: its date is" + " over");
        return finding.because("it was valid until " + since + ", " + HumanSpan.of(Duration.between(since, now))
                        + " ago by the" + " clock of this machine (" + now.truncatedTo(ChronoUnit.SECONDS) + ")")
                .remedy("Renew it on the server, and let the server load it")
                .remedy(
                        "If that date is not over, the clock of this machine is wrong",
                        evidence.commands().clock());
    }

    private static Finding early(Evidence evidence, Instant from) {
        Instant now = clock(evidence);
        Duration off = Duration.between(now, from);
        boolean near = off.compareTo(CLOCK) < 0;
        boolean all = chain(evidence).size() > 1
                && chain(evidence).stream().allMatch(each -> each.from().isAfter(now));
        Finding finding = all
                ? Finding.likely(
                        "certificate-date",
                        "The clock of this machine is most likely behind: no certificate of the"
                                + " chain is valid yet by it")
                : Finding.proven(
                        "certificate-date",
                        "The certificate of " + evidence.hostName() + " is not valid yet by the"
                                + " clock of this machine");
        return finding.because("it is valid from " + from + ", in " + HumanSpan.of(off)
                        + " by the clock of this machine (" + now.truncatedTo(ChronoUnit.SECONDS) + ")")
                .because(
                        near
                                ? List.of(
                                        "that is so near that one of the two clocks may be off, the issuer's or this one")
                                : List.of())
                .remedy("Compare the clock of this machine", evidence.commands().clock())
                .remedy("If the clock is right, wait, or put the certificate before on the server again");
    }

    private static Finding other(Evidence evidence, List<String> names) {
        String list = names.isEmpty()
                ? "no name at all"
                : SafeText.of(String.join(", ", names.subList(0, Math.min(8, names.size()))));
        return Finding.proven(
                        "certificate-name",
                        "The certificate is for another name than " + evidence.hostName() + ": for " + list)
                .because("none of its " + names.size() + " names is " + evidence.hostName())
                .remedy("Call the server by one of those names, or let the certificate name " + evidence.hostName())
                .remedy("If several sites share the address, the server may have taken its default one: see its names");
    }

    private static Finding untrusted(Evidence evidence, Fault.Untrusted why, String detail) {
        String subject = "The certificate of " + evidence.hostName();
        String issuer = SafeText.of(detail);
        String title =
                switch (why) {
                    case SELF_SIGNED -> subject + " is self-signed: nobody that this machine trusts stands for it";
                    case UNKNOWN_ROOT -> subject + " leads to a root that this machine does not trust: " + issuer;
                    case INCOMPLETE_CHAIN ->
                        subject + " comes without its chain: the server leaves out the one of " + issuer;
                    case ISSUER_OUT_OF_DATE ->
                        subject + " has an issuer whose own certificate is out of date: " + issuer;
                    case NOT_SHOWN -> "The server " + evidence.hostName() + " shows no certificate at all";
                    case FORBIDDEN -> subject + " breaks a rule of this machine: " + issuer;
                };
        return Finding.proven("certificate-chain", title)
                .because("the chain was held against the roots that this machine trusts")
                .remedy(remedy(why))
                .remedy(
                        "Look at the chain",
                        evidence.target()
                                .filter(target -> Commands.mayHold(target.host()))
                                .map(target -> evidence.commands()
                                        .linux("openssl s_client -connect " + target + startTls(evidence)
                                                + " -servername " + serverName(evidence, target)
                                                + " -showcerts </dev/null"))
                                .orElse(null));
    }

    /// As openssl names the protocols; those without words of their own it does not know.
    private static String startTls(Evidence evidence) {
        return evidence.spec().steps().stream()
                .flatMap(step -> step instanceof Step.RaiseToTls(StartTls protocol, var _)
                        ? Stream.of(protocol)
                        : Stream.empty())
                .filter(protocol -> protocol != StartTls.NO_WORDS)
                .map(protocol -> " -starttls " + protocol.name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static String serverName(Evidence evidence, HostPort target) {
        return evidence.spec()
                .security()
                .flatMap(tls -> Optional.ofNullable(tls.offer().serverName()))
                .filter(Commands::mayHold)
                .orElse(target.host());
    }

    private static String remedy(Fault.Untrusted why) {
        return switch (why) {
            case SELF_SIGNED, UNKNOWN_ROOT ->
                "Have it issued by an authority that this machine trusts, or let this machine trust its issuer";
            case INCOMPLETE_CHAIN ->
                "Let the server send the whole chain (fullchain.pem), with the certificates between";
            case ISSUER_OUT_OF_DATE -> "Put the issuer's present certificate on the server";
            case NOT_SHOWN -> "Give the server a certificate and its key";
            case FORBIDDEN -> "Have it issued anew with what is in use today";
        };
    }

    private static Instant clock(Evidence evidence) {
        return evidence.trace()
                .tls()
                .map(TlsFacts::seen)
                .orElse(evidence.after().time());
    }

    private static List<TlsFacts.Certificate> chain(Evidence evidence) {
        return evidence.trace().tls().map(TlsFacts::chain).orElse(List.of());
    }

    private static List<String> leaf(Evidence evidence) {
        return chain(evidence).stream()
                .limit(1)
                .map(leaf -> "certificate of “" + SafeText.of(leaf.subject()) + "”, issued by “"
                        + SafeText.of(leaf.issuer()) + "”, " + leaf.from() + " to " + leaf.until())
                .toList();
    }
}
