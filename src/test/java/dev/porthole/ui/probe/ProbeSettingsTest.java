package dev.porthole.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.porthole.profile.Settings;
import org.junit.jupiter.api.Test;

class ProbeSettingsTest {
    private static final ProbeForm FULL =
            new ProbeForm("mail", "25", true, false, "password", "^220", "secret", true, "3", "1", "2");

    @Test
    void withoutSettingsTheFormIsEmpty() {
        assertEquals(ProbeForm.EMPTY, ProbeSettings.from(Settings.NONE));
    }

    @Test
    void allButSendAndQuitComesBack() {
        assertEquals(
                new ProbeForm("mail", "25", true, false, "", "^220", "", true, "3", "1", "2"),
                ProbeSettings.from(ProbeSettings.into(Settings.NONE, FULL)));
    }

    @Test
    void sendAndQuitAreNeverSaved() {
        String saved = ProbeSettings.into(Settings.NONE, FULL).toString();
        assertFalse(saved.contains("password") || saved.contains("secret"), saved);
    }

    @Test
    void aFieldThatWasEmptiedStaysEmpty() {
        ProbeForm emptied = new ProbeForm("", "", false, true, "", "", "", false, "", "", "");
        assertEquals(emptied, ProbeSettings.from(ProbeSettings.into(Settings.NONE, emptied)));
    }

    @Test
    void theCertificateIsCheckedUnlessSaidOtherwise() {
        Settings odd = Settings.NONE.with("probe.certificate", "maybe").with("probe.tls", "maybe");
        assertEquals(true, ProbeSettings.from(odd).checkCertificate());
        assertFalse(ProbeSettings.from(odd).tls());
    }
}
