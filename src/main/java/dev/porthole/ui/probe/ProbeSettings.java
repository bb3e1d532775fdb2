package dev.porthole.ui.probe;

import dev.porthole.profile.Settings;

/// The form as it is remembered. What is sent may hold a password: send and quit are not.
final class ProbeSettings {
    private ProbeSettings() {}

    static ProbeForm from(Settings settings) {
        ProbeForm empty = ProbeForm.EMPTY;
        return new ProbeForm(
                settings.get("probe.host").orElse(empty.host()),
                settings.get("probe.port").orElse(empty.port()),
                settings.get("probe.tls").filter("true"::equals).isPresent(),
                settings.get("probe.certificate").filter("false"::equals).isEmpty(),
                empty.send(),
                settings.get("probe.expect").orElse(empty.expect()),
                empty.quit(),
                settings.get("probe.escapes").filter("true"::equals).isPresent(),
                settings.get("probe.timeout").orElse(empty.timeout()),
                settings.get("probe.warning").orElse(empty.warning()),
                settings.get("probe.critical").orElse(empty.critical()));
    }

    static Settings into(Settings settings, ProbeForm form) {
        return settings.with("probe.host", form.host())
                .with("probe.port", form.port())
                .with("probe.tls", Boolean.toString(form.tls()))
                .with("probe.certificate", Boolean.toString(form.checkCertificate()))
                .with("probe.expect", form.expect())
                .with("probe.escapes", Boolean.toString(form.escapes()))
                .with("probe.timeout", form.timeout())
                .with("probe.warning", form.warning())
                .with("probe.critical", form.critical());
    }
}
