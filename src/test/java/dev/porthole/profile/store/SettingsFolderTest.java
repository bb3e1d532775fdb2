package dev.porthole.profile.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxKeepsThemBelowTheConfigFolder() {
        assertEquals(Path.of("/home/ada/.config/porthole"), SettingsFolder.of("Linux", HOME, Map.of()));
        assertEquals(
                Path.of("/etc/ada/porthole"), SettingsFolder.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/etc/ada")));
    }

    @Test
    void aRelativeConfigFolderIsNoneAsTheXdgSpecificationHasIt() {
        assertEquals(
                Path.of("/home/ada/.config/porthole"),
                SettingsFolder.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "conf")));
    }

    @Test
    void anEmptyVariableIsNoVariable() {
        assertEquals(
                Path.of("/home/ada/.config/porthole"),
                SettingsFolder.of("FreeBSD", HOME, Map.of("XDG_CONFIG_HOME", "", "PORTHOLE_HOME", " ")));
    }

    @Test
    void macKeepsThemInItsLibrary() {
        assertEquals(
                Path.of("/home/ada/Library/Application Support/Porthole"),
                SettingsFolder.of("Mac OS X", HOME, Map.of("XDG_CONFIG_HOME", "/etc/ada")));
    }

    @Test
    void windowsKeepsThemWhereItsVariableSays() {
        assertEquals(
                Path.of("/roaming/Porthole"), SettingsFolder.of("Windows 11", HOME, Map.of("APPDATA", "/roaming")));
        assertEquals(
                HOME.resolve("AppData\\Roaming").resolve("Porthole"), SettingsFolder.of("Windows 11", HOME, Map.of()));
    }

    @Test
    void aFolderOfOnesOwnWinsEverywhere() {
        for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertEquals(
                    Path.of("/srv/porthole"),
                    SettingsFolder.of(system, HOME, Map.of("PORTHOLE_HOME", "/srv/porthole")));
        }
    }
}
