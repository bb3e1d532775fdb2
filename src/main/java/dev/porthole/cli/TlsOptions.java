package dev.porthole.cli;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.TlsSpec.CertificateCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How the connection is secured.
final class TlsOptions {
    private static final int MOST_DAYS = 10_000;

    @Option(names = "--tls", description = "TLS from the first byte on.")
    private boolean tls;

    @Option(
            names = "--starttls",
            paramLabel = "PROTOCOL",
            description = "Raise the connection to TLS in the words of smtp, imap, pop3, ftp, ldap, postgres or xmpp.")
    private @Nullable String startTls;

    @Option(names = "--no-check", description = "Go on with a bad certificate; what is wrong with it is still said.")
    private boolean noCheck;

    @Option(
            names = "--cert-days",
            paramLabel = "WARN[,CRIT]",
            description = "Warn when the certificate has fewer days left; 0 is never (default: 14,0).")
    private @Nullable String days;

    @Option(
            names = "--sni",
            paramLabel = "NAME",
            description = "Ask for this name, and check the certificate against it.")
    private @Nullable String serverName;

    @Option(names = "--alpn", split = ",", paramLabel = "PROTOCOL", description = "Offer these protocols: h2,http/1.1.")
    private @Nullable List<String> alpn;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Trust the certificates of this PEM file, and no others.")
    private @Nullable Path trusted;

    @Option(names = "--old-tls", description = "Take TLS 1.0 and 1.1 and the suites of their time, too.")
    private boolean oldTls;

    @Mixin
    private ClientCertificate client = new ClientCertificate();

    boolean isWanted() {
        return tls;
    }

    /// Null without one.
    @Nullable
    StartTls startTls() throws InvalidOption {
        if (startTls == null) {
            return null;
        }
        List<StartTls> known = Arrays.stream(StartTls.values())
                .filter(each -> each != StartTls.NO_WORDS)
                .toList();
        for (StartTls each : known) {
            if (word(each).equals(startTls.strip().toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw InvalidOption.of(
                "--starttls", startTls, known.stream().map(TlsOptions::word).collect(Collectors.joining(", ")));
    }

    private static String word(StartTls protocol) {
        return protocol.name().toLowerCase(Locale.ROOT);
    }

    TlsSpec spec() throws InvalidOption {
        return new TlsSpec(
                noCheck ? CertificateCheck.NONE : CertificateCheck.REQUIRED,
                new TlsSpec.Offer(serverName, alpn == null ? List.of() : alpn, oldTls),
                client.keys(trusted == null ? Bytes.EMPTY : file("--ca", trusted)),
                days(),
                true);
    }

    /// An option that says something of TLS although there is none would be without effect.
    void refuseWithoutTls() throws InvalidOption {
        String useless = noCheck
                ? "--no-check"
                : days != null
                        ? "--cert-days"
                        : serverName != null
                                ? "--sni"
                                : alpn != null
                                        ? "--alpn"
                                        : trusted != null
                                                ? "--ca"
                                                : oldTls ? "--old-tls" : client.isGiven() ? "--cert" : "";
        if (!useless.isEmpty()) {
            throw new InvalidOption(useless + " is about TLS, and this probe has none: add --tls or --starttls.");
        }
    }

    private TlsSpec.DaysLeft days() throws InvalidOption {
        if (days == null) {
            return TlsSpec.DaysLeft.USUAL;
        }
        String[] both = days.split(",", 2);
        int warning = Numbers.whole("--cert-days", both[0], 0, MOST_DAYS);
        return new TlsSpec.DaysLeft(
                warning, both.length == 1 ? 0 : Numbers.whole("--cert-days", both[1], 0, MOST_DAYS));
    }

    static Bytes file(String option, Path file) throws InvalidOption {
        try {
            return SmallFile.read(file);
        } catch (IOException unreadable) {
            throw new InvalidOption(option + " names a file that cannot be read: " + SmallFile.why(unreadable));
        }
    }
}
