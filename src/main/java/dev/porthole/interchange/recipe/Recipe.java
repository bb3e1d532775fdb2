package dev.porthole.interchange.recipe;

import dev.porthole.net.HostPort;
import dev.porthole.net.InvalidInput;
import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.TlsSpec.CertificateCheck;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of a batch, understood. `docs/PROBE.md` lists the fields.
public final class Recipe {
    private static final Set<String> KNOWN = Set.of(
            "id",
            "mode",
            "host",
            "port",
            "path",
            "send",
            "send_repeat",
            "send_delay_ms",
            "expect",
            "expect_any",
            "reject",
            "quit",
            "ca",
            "sni",
            "alpn",
            "check_certificate",
            "old_tls",
            "addresses",
            "source",
            "limit_bytes",
            "quiet_ms",
            "warning_ms",
            "critical_ms",
            "timeout_ms",
            "cancel_after_ms");
    private static final Set<String> PLAIN = Set.of("tcp", "tls", "udp", "unix");
    private static final String STARTTLS = "-starttls";
    private static final Duration USUAL_TIME = Duration.ofSeconds(10);

    private final RecipeFields fields;
    private final String mode;
    private final @Nullable StartTls startTls;

    private Recipe(RecipeFields fields) throws InvalidRecipe {
        this.fields = fields;
        this.mode = fields.text("mode").isEmpty() ? "tcp" : fields.text("mode");
        this.startTls = PLAIN.contains(mode) ? null : startTls();
    }

    /// Reads a line of UTF-8.
    public static Recipe read(byte[] line) throws InvalidRecipe {
        return new Recipe(RecipeFields.read(line, KNOWN));
    }

    /// The asker's own name for it, null for none.
    public @Nullable String id() {
        return fields.id();
    }

    /// Whether a handshake is part of it.
    public boolean inTls() {
        return mode.equals("tls") || startTls != null;
    }

    /// The file of trusted certificates, empty for those of this machine.
    public String trustedFile() throws InvalidRecipe {
        return fields.text("ca");
    }

    /// When the asker wants it to be cancelled, null for never.
    public @Nullable Duration cancelAfter() throws InvalidRecipe {
        return fields.millis("cancel_after_ms");
    }

    public InvalidRecipe invalid(String sentence) {
        return fields.invalid(sentence);
    }

    /// The probe that is meant.
    ///
    /// @param trusted what [#trustedFile] holds
    public ProbeSpec spec(Bytes trusted) throws InvalidRecipe {
        TlsSpec tls = tls(trusted);
        Duration time = fields.millis("timeout_ms");
        return new ProbeSpec(
                target(),
                mode.equals("tls") ? tls : null,
                new RecipeDialogue(fields).steps(startTls, tls),
                ProbeSpec.Limits.total(time == null ? USUAL_TIME : time),
                new SlowerThan(fields.millis("warning_ms"), fields.millis("critical_ms")),
                new Approach(addresses(), fields.text("source").isEmpty() ? null : fields.text("source")));
    }

    private Target target() throws InvalidRecipe {
        if (mode.equals("unix")) {
            String path = fields.text("path");
            if (path.isEmpty()) {
                throw fields.invalid("The field “path” is missing; it names the socket.");
            }
            return new Target.Unix(path);
        }
        try {
            int port = fields.number("port", 0, 0, 65_535);
            var address = HostPort.parse(fields.text("host"), port == 0 ? "" : Integer.toString(port));
            return mode.equals("udp") ? new Target.Udp(address) : new Target.Tcp(address);
        } catch (InvalidInput wrong) {
            throw fields.invalid(wrong.sentence());
        }
    }

    private StartTls startTls() throws InvalidRecipe {
        for (StartTls each : StartTls.values()) {
            if (each != StartTls.NO_WORDS && mode.equals(each.name().toLowerCase(Locale.ROOT) + STARTTLS)) {
                return each;
            }
        }
        throw fields.invalid("The field “mode” is tcp, tls, udp, unix, or smtp-, imap-, pop3-, ftp-, ldap-, postgres-"
                + " or xmpp-starttls.");
    }

    private TlsSpec tls(Bytes trusted) throws InvalidRecipe {
        String name = fields.text("sni");
        return new TlsSpec(
                fields.flag("check_certificate", true) ? CertificateCheck.REQUIRED : CertificateCheck.NONE,
                new TlsSpec.Offer(name.isEmpty() ? null : name, fields.texts("alpn"), fields.flag("old_tls", false)),
                new TlsSpec.Keys(trusted, Bytes.EMPTY, ""),
                TlsSpec.DaysLeft.USUAL,
                true);
    }

    private AddressMode addresses() throws InvalidRecipe {
        return switch (fields.text("addresses")) {
            case "", "first" -> AddressMode.FIRST_ANSWER;
            case "one" -> AddressMode.ONE;
            case "all" -> AddressMode.ALL;
            case "ipv4" -> AddressMode.IPV4_ONLY;
            case "ipv6" -> AddressMode.IPV6_ONLY;
            default -> throw fields.invalid("The field “addresses” is first, one, all, ipv4 or ipv6.");
        };
    }
}
