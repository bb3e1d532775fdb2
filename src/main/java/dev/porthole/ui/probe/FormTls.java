package dev.porthole.ui.probe;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.TlsSpec;
import dev.porthole.ui.kit.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// How the form wants a connection secured. Files are read when the probe begins, and no part of them is kept.
final class FormTls {
    private static final int LARGEST_FILE = 1024 * 1024;
    private static final int MOST_DAYS = 10_000;

    private FormTls() {}

    static TlsSpec read(Fields fields) {
        String name = fields.text(ProbeField.SNI);
        return new TlsSpec(
                fields.is(ProbeField.CHECK) ? TlsSpec.CertificateCheck.REQUIRED : TlsSpec.CertificateCheck.NONE,
                new TlsSpec.Offer(name.isEmpty() ? null : name, alpn(fields), fields.is(ProbeField.OLD)),
                keys(fields),
                new TlsSpec.DaysLeft(
                        fields.whole(ProbeField.DAYS_WARNING, 0, MOST_DAYS, 0),
                        fields.whole(ProbeField.DAYS_CRITICAL, 0, MOST_DAYS, 0)),
                true);
    }

    private static List<String> alpn(Fields fields) {
        return Arrays.stream(fields.text(ProbeField.ALPN).split("[,\\s]+", -1))
                .filter(protocol -> !protocol.isEmpty())
                .toList();
    }

    private static TlsSpec.Keys keys(Fields fields) {
        Bytes trusted = file(fields, ProbeField.AUTHORITIES);
        Bytes own = file(fields, ProbeField.CLIENT);
        return trusted.isEmpty() && own.isEmpty()
                ? TlsSpec.Keys.NONE
                : new TlsSpec.Keys(trusted, own, fields.raw(ProbeField.PASSWORD));
    }

    private static Bytes file(Fields fields, ProbeField field) {
        String name = fields.text(field);
        if (name.isEmpty()) {
            return Bytes.EMPTY;
        }
        try {
            Path path = Path.of(name);
            if (!Files.isRegularFile(path)) {
                fields.wrong(field, Messages.text("probe.wrong.file", field.label(), name));
                return Bytes.EMPTY;
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] content = in.readNBytes(LARGEST_FILE + 1);
                if (content.length == 0 || content.length > LARGEST_FILE) {
                    fields.wrong(field, Messages.text("probe.wrong.file-size", field.label(), name));
                }
                return Bytes.of(content);
            }
        } catch (IOException | InvalidPathException unreadable) {
            fields.wrong(field, Messages.text("probe.wrong.file-read", field.label(), name));
            return Bytes.EMPTY;
        }
    }
}
