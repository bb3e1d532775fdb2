package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.sockets.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class CgroupUnitsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aGroupsNumberIsItsFoldersInode() throws IOException {
        Path nginx = Files.createDirectories(folder.resolve("system.slice").resolve("nginx.service"));

        Map<Long, Unit> units = CgroupUnits.search(folder);

        assertEquals(2, units.size(), "the root is none");
        assertEquals(
                new Unit(Unit.Kind.SERVICE, "nginx.service"),
                units.get(((Number) Files.getAttribute(nginx, "unix:ino")).longValue()));
    }

    @Test
    void withoutTheFileSystemThereAreNoUnits() {
        assertEquals(Map.of(), CgroupUnits.search(folder.resolve("missing")));
        assertEquals(Map.of(), new CgroupUnits(folder).search());
    }

    @Test
    void versionTwoIsFoundAloneAndBesideVersionOne() {
        assertEquals(Optional.of(Path.of("/sys/fs/cgroup")), CgroupUnits.mountPoint("""
                        proc /proc proc rw 0 0
                        cgroup2 /sys/fs/cgroup cgroup2 rw,nosuid,nodev,noexec,relatime,nsdelegate 0 0
                        """));
        assertEquals(Optional.of(Path.of("/sys/fs/cgroup/unified")), CgroupUnits.mountPoint("""
                        tmpfs /sys/fs/cgroup tmpfs rw,relatime,mode=755 0 0
                        cgroup /sys/fs/cgroup/cpu cgroup rw,relatime,cpu 0 0
                        cgroup2 /sys/fs/cgroup/unified cgroup2 rw,relatime 0 0
                        """));
        assertEquals(Optional.empty(), CgroupUnits.mountPoint("cgroup /sys/fs/cgroup/cpu cgroup rw 0 0\n\nx\n"));
    }
}
