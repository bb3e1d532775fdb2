package dev.porthole.ui.probe;

import dev.porthole.probe.ByteEscapes;
import dev.porthole.probe.Regex;
import dev.porthole.probe.Service;
import dev.porthole.probe.StartTls;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// A form that a service has filled: what the user typed stays, and all of it can be taken back.
///
/// @param before as it was
/// @param kept fields that the service would have filled otherwise, and that hold what the user typed
/// @param filled what the service put in, by which the next one knows it is no word of the user
record ServiceFill(ProbeForm before, ProbeForm after, Set<ProbeField> kept, Map<ProbeField, String> filled) {
    private static final Set<ProbeField> OF_SERVICE = EnumSet.of(
            ProbeField.PORT,
            ProbeField.TRANSPORT,
            ProbeField.SECURITY,
            ProbeField.SEND,
            ProbeField.EXPECT,
            ProbeField.HOW,
            ProbeField.QUIT);

    /// @param earlier what a service filled in before
    static ServiceFill of(ProbeForm form, Service service, Map<ProbeField, String> earlier) {
        Map<ProbeField, String> wanted = wanted(service);
        ProbeForm after = form;
        Set<ProbeField> kept = EnumSet.noneOf(ProbeField.class);
        for (ProbeField field : OF_SERVICE) {
            String now = form.get(field);
            String will = wanted.getOrDefault(field, field.first());
            boolean typed = !now.equals(field.first()) && !now.equals(earlier.get(field));
            if (!typed) {
                after = after.with(field, will);
            } else if (!now.equals(will)) {
                kept.add(field);
            }
        }
        boolean speaks = !kept.contains(ProbeField.SEND) && !kept.contains(ProbeField.QUIT);
        after = speaks ? after.with(ProbeField.ESCAPES, "true") : after;
        return new ServiceFill(form, after, kept, wanted);
    }

    private static Map<ProbeField, String> wanted(Service service) {
        Map<ProbeField, String> wanted = new EnumMap<>(ProbeField.class);
        Service.Access access = service.access();
        StartTls startTls = access.startTls();
        Regex expect = service.talk().expect();
        wanted.put(ProbeField.PORT, Integer.toString(service.port()));
        wanted.put(ProbeField.TRANSPORT, access.transport().name());
        wanted.put(ProbeField.SECURITY, startTls != null ? startTls.name() : access.tls() ? "TLS" : "OFF");
        wanted.put(ProbeField.SEND, ByteEscapes.write(service.talk().send()));
        wanted.put(ProbeField.QUIT, ByteEscapes.write(service.talk().quit()));
        if (expect != null) {
            wanted.put(ProbeField.EXPECT, expect.source());
            wanted.put(ProbeField.HOW, expect.isOctets() ? "OCTETS" : "ANY");
        }
        return wanted;
    }
}
