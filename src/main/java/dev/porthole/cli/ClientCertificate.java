package dev.porthole.cli;

import dev.porthole.net.SafeText;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.TlsSpec;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who we are. A password never stands among the words of a command, where every user of the machine can read it: it
/// comes from a variable, a file, or is asked for.
final class ClientCertificate {
    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description = "Show this certificate with its key: PEM with both, or PKCS#12.")
    private @Nullable Path certificate;

    @Option(
            names = "--cert-password-file",
            paramLabel = "FILE",
            description = "The password of --cert stands in the first line of this file.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--cert-password-env",
            paramLabel = "NAME",
            description =
                    "The password of --cert stands in this environment variable. Without either, it is asked for.")
    private @Nullable String passwordVariable;

    boolean isGiven() {
        return certificate != null;
    }

    TlsSpec.Keys keys(Bytes trusted) throws InvalidOption {
        if (certificate == null) {
            if (passwordFile != null || passwordVariable != null) {
                throw new InvalidOption("A password is of no use without a certificate: add --cert FILE.");
            }
            return new TlsSpec.Keys(trusted, Bytes.EMPTY, "");
        }
        Bytes own = TlsOptions.file("--cert", certificate);
        return new TlsSpec.Keys(trusted, own, password(own));
    }

    private String password(Bytes own) throws InvalidOption {
        if (passwordFile != null) {
            String text = new String(
                    TlsOptions.file("--cert-password-file", passwordFile).toArray(), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("");
        }
        if (passwordVariable != null) {
            String text = System.getenv(passwordVariable);
            if (text == null) {
                throw new InvalidOption(
                        "--cert-password-env names " + SafeText.of(passwordVariable) + ", which is not set.");
            }
            return text;
        }
        String text = new String(own.toArray(), StandardCharsets.ISO_8859_1);
        boolean open = text.contains("-----BEGIN") && !text.contains("ENCRYPTED");
        return open ? "" : asked();
    }

    /// A PKCS#12 file may have none: without a terminal that is tried.
    private static String asked() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readPassword("Password of the client certificate: ")))
                .map(String::new)
                .orElse("");
    }
}
