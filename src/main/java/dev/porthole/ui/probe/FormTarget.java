package dev.porthole.ui.probe;

import dev.porthole.net.HostPort;
import dev.porthole.net.InvalidInput;
import dev.porthole.net.TypedTarget;
import dev.porthole.probe.Target;
import dev.porthole.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the fields of the target mean, and what a pasted target says of the other fields.
final class FormTarget {
    private static final String UDP = "udp://";
    private static final String UNIX = "unix:";

    private FormTarget() {}

    static @Nullable Target read(Fields fields) {
        String typed = fields.text(ProbeField.HOST);
        String transport = fields.text(ProbeField.TRANSPORT);
        try {
            if (transport.equals("UNIX") || isPath(typed)) {
                return unix(typed, fields);
            }
            boolean udp = transport.equals("UDP") || isUdp(typed);
            HostPort address = HostPort.parse(bare(typed), fields.text(ProbeField.PORT));
            return udp ? new Target.Udp(address) : new Target.Tcp(address);
        } catch (InvalidInput e) {
            fields.wrong(e.field() == InvalidInput.Field.HOST ? ProbeField.HOST : ProbeField.PORT, e.sentence());
            return null;
        }
    }

    private static @Nullable Target unix(String typed, Fields fields) {
        if (TypedTarget.read(isPath(typed) ? typed : UNIX + typed) instanceof TypedTarget.UnixPath(String path, var _)
                && !path.isEmpty()) {
            return new Target.Unix(path);
        }
        fields.wrong(ProbeField.HOST, Messages.text("probe.wrong.path"));
        return null;
    }

    /// The form with what its pasted target says of other fields: a path is a UNIX socket, `https://` wants TLS, and
    /// what only an earlier target said goes with it.
    static ProbeForm settled(ProbeForm before, ProbeForm changed) {
        String earlier = before.get(ProbeField.HOST).strip();
        String typed = changed.get(ProbeField.HOST).strip();
        boolean stale = (isPath(earlier) && !isPath(typed)) || (isUdp(earlier) && !isUdp(typed));
        ProbeForm form = stale ? changed.without(Set.of(ProbeField.TRANSPORT)) : changed;
        boolean tcp = form.get(ProbeField.TRANSPORT).equals("TCP");
        if (isPath(typed)) {
            return form.with(ProbeField.TRANSPORT, "UNIX");
        }
        if (isUdp(typed)) {
            return form.with(ProbeField.TRANSPORT, "UDP").without(Set.of(ProbeField.SECURITY));
        }
        if (tcp
                && form.get(ProbeField.SECURITY).equals("OFF")
                && host(typed) instanceof TypedTarget.Host(var _, var _, var service, var _)
                && service != null
                && service.tls()) {
            return form.with(ProbeField.SECURITY, "TLS");
        }
        return form;
    }

    /// What to say beside the target while it is typed.
    static List<String> notes(ProbeForm form) {
        TypedTarget read = host(form.get(ProbeField.HOST).strip());
        List<String> notes = new ArrayList<>();
        if (read instanceof TypedTarget.Host(var _, var port, var service, var _)
                && form.get(ProbeField.PORT).isBlank()) {
            port.ifPresent(number -> notes.add(Messages.text("probe.note.port", Integer.toString(number))));
            if (port.isEmpty() && service != null) {
                notes.add(Messages.text("probe.note.port", Integer.toString(service.port())));
            }
        }
        if (read != null) {
            read.notes().forEach(note -> notes.add(note.sentence()));
        }
        return notes;
    }

    private static @Nullable TypedTarget host(String typed) {
        try {
            return typed.isEmpty() ? null : TypedTarget.read(bare(typed));
        } catch (InvalidInput _) {
            return null;
        }
    }

    private static boolean isPath(String typed) {
        return typed.startsWith("/") || typed.startsWith(UNIX);
    }

    private static boolean isUdp(String typed) {
        return typed.toLowerCase(Locale.ROOT).startsWith(UDP);
    }

    private static String bare(String typed) {
        return isUdp(typed) ? typed.substring(UDP.length()) : typed;
    }
}
