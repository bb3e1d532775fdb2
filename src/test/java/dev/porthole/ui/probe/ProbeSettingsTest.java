package dev.porthole.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.profile.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeSettingsTest {
    private static final ProbeForm FULL = ProbeForm.EMPTY
            .with(ProbeField.HOST, "mail")
            .with(ProbeField.SECURITY, "SMTP")
            .with(ProbeField.CHECK, "false")
            .with(ProbeField.SEND, "NOOP\\r\\n")
            .with(ProbeField.EXPECT, "^220")
            .with(ProbeField.QUIT, "QUIT\\r\\n")
            .with(ProbeField.TIMEOUT, "");

    @Test
    void withoutSettingsTheFormIsEmpty() {
        assertEquals(ProbeForm.EMPTY, ProbeSettings.from(Settings.NONE));
    }

    @Test
    void allButSendAndQuitComesBackAtTheNextStart() {
        assertEquals(
                FULL.with(ProbeField.SEND, "").with(ProbeField.QUIT, ""),
                ProbeSettings.from(ProbeSettings.into(Settings.NONE, FULL)));
    }

    @Test
    void whoSwitchedTheCallsToOtherPortsOffFindsThemOffAtTheNextStart() {
        assertTrue(ProbeSettings.callsOtherPorts(Settings.NONE));
        Settings off = ProbeSettings.callOtherPorts(Settings.NONE, false);
        assertFalse(ProbeSettings.callsOtherPorts(off));
        assertEquals(Settings.NONE, ProbeSettings.callOtherPorts(off, true));
    }

    @Test
    void whatIsNoWordOfAChoiceIsPassedOver() {
        Settings odd = Settings.NONE.with("probe.check", "maybe").with("probe.security", "maybe");
        assertEquals(ProbeForm.EMPTY, ProbeSettings.from(odd));
    }

    @Test
    void aNamedProbeComesBackWhole() {
        SavedProbes saved = SavedProbes.NONE.with(SavedProbes.Named.of("My mail = x", FULL));
        assertEquals(saved, SavedProbes.from(saved.into(Settings.NONE)));
        assertEquals(FULL, saved.named("my MAIL = x").orElseThrow().form());
        assertEquals(
                SavedProbes.NONE, SavedProbes.from(saved.without("my mail = x").into(saved.into(Settings.NONE))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASS canary",
                "AUTH PLAIN canary",
                "a1 LOGIN me canary",
                "GET / HTTP/1.0\\r\\nAuthorization: Basic canary",
                "http://me:canary@host/",
                "Cookie: canary"
            })
    void secretsAreNeverSaved(String send) {
        ProbeForm form = FULL.with(ProbeField.SEND, send);
        SavedProbes.Named named = SavedProbes.Named.of("x", form);
        assertTrue(named.hidden());
        Settings all = ProbeSettings.into(SavedProbes.NONE.with(named).into(Settings.NONE), form);
        assertFalse(all.toString().contains("canary"), all.toString());
        assertTrue(SavedProbes.from(all).named("x").orElseThrow().hidden());
    }

    @Test
    void neitherMarkedTextsNorPasswordsNorUsersInUrlsAreSaved() {
        ProbeForm form = FULL.with(ProbeField.SEND, "canary")
                .with(ProbeField.SECRET, "true")
                .with(ProbeField.PASSWORD, "canary")
                .with(ProbeField.HOST, "ftp://me:canary@host/");
        Settings all = ProbeSettings.into(
                SavedProbes.NONE.with(SavedProbes.Named.of("x", form)).into(Settings.NONE), form);
        assertFalse(all.toString().contains("canary"), all.toString());
    }
}
