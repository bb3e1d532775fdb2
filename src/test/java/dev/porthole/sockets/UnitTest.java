package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Paths as systemd, the container engines and desktops write them.
class UnitTest {
    private static final String ID = "3f2a9c51d0b74e6f8a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071";

    @ParameterizedTest
    @CsvSource({
        "/system.slice/nginx.service, SERVICE, nginx.service",
        "/system.slice/system-postgresql.slice/postgresql@15-main.service, SERVICE, postgresql@15-main.service",
        "/system.slice/ssh.service, SERVICE, ssh.service",
        "/system.slice/nginx.service/worker, SERVICE, nginx.service",
        "/init.scope, SCOPE, init.scope",
        "/user.slice/user-1000.slice/session-3.scope, SCOPE, session-3.scope",
        "/user.slice/user-1000.slice/user@1000.service/app.slice/app-gnome-firefox-4711.scope, SCOPE,"
                + " app-gnome-firefox-4711.scope",
        "/user.slice/user-1000.slice/user@1000.service/app.slice/syncthing.service, SERVICE, syncthing.service",
        "/user.slice/user-1000.slice/user@1000.service/app.slice/snap.firefox.firefox-1a2b.scope, SCOPE,"
                + " snap.firefox.firefox-1a2b.scope",
        "/user.slice/user-1000.slice, SLICE, user-1000.slice",
        "/system.slice/system-getty.slice/getty@tty1.service, SERVICE, getty@tty1.service",
        "'/system.slice/systemd-cryptsetup@dm\\x2dcrypt\\x2d0.service', SERVICE, systemd-cryptsetup@dm-crypt-0.service",
        "/machine.slice/systemd-nspawn@web.service/payload/system.slice/nginx.service, CONTAINER, web",
        "'/machine.slice/machine-qemu\\x2d1\\x2ddb.scope', CONTAINER, qemu-1-db",
        "/lxc.payload.mail/system.slice/postfix.service, CONTAINER, mail",
        "/lxc/mail, CONTAINER, mail",
        "/lxc.payload/mail/init.scope, CONTAINER, mail",
        "/porthole-test/a, GROUP, porthole-test/a"
    })
    void aPathIsTheUnitThatPeopleKnow(String path, Unit.Kind kind, String name) {
        assertEquals(Optional.of(new Unit(kind, name)), Unit.parse(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/system.slice/docker-%s.scope",
                "/system.slice/docker-%s.scope/init.scope",
                "/docker/%s",
                "/docker/%s/system.slice/nginx.service",
                "/machine.slice/libpod-%s.scope",
                "/machine.slice/libpod-%s.scope/container",
                "/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-%s.scope/container",
                "/libpod_parent/libpod-%s",
                "/kubepods/burstable/pod0f5c6a1e-2b3d-4c5e-8f90-a1b2c3d4e5f6/%s",
                "/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod0f5c6a1e_2b3d_4c5e_8f90_a1b2c3d4e5f6"
                        + ".slice/cri-containerd-%s.scope",
                "/kubepods.slice/kubepods-besteffort.slice/kubepods-besteffort-pod1.slice/crio-%s.scope",
                "/system.slice/containerd.service/kubepods-burstable-pod1.slice:cri-containerd:x/%s",
                "/default/%s",
                "/ecs/0a1b2c3d/%s"
            })
    void aContainerIsNamedByTheStartOfItsId(String path) {
        assertEquals(
                Optional.of(new Unit(Unit.Kind.CONTAINER, "3f2a9c51d0b7")), Unit.parse(path.replace("%s", ID)), path);
    }

    @Test
    void theMonitorOfAContainerIsNotInIt() {
        assertEquals(
                Optional.of(new Unit(Unit.Kind.SCOPE, "libpod-conmon-" + ID + ".scope")),
                Unit.parse("/machine.slice/libpod-conmon-" + ID + ".scope"));
    }

    @Test
    void theRootIsNothingByItself() {
        assertTrue(Unit.parse("/").isEmpty());
        assertTrue(Unit.parse("").isEmpty());
    }
}
