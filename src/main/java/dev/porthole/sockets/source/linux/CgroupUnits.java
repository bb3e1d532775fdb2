package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.Unit;
import dev.porthole.sockets.source.UnitSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The control groups as folders of the cgroup v2 file system (cgroups(7)): a group's number is the inode of its
/// folder. Any user may look.
final class CgroupUnits implements UnitSource {
    private static final int DEEPEST = 16;
    private static final int MOST = 50_000;

    private final Path proc;

    /// @param proc `/proc`, or a folder of the same form
    CgroupUnits(Path proc) {
        this.proc = proc;
    }

    @Override
    public Map<Long, Unit> search() {
        return mountPoint().map(CgroupUnits::search).orElse(Map.of());
    }

    private Optional<Path> mountPoint() {
        try {
            return mountPoint(Files.readString(proc.resolve("self").resolve("mounts"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Where cgroup v2 is mounted: mostly `/sys/fs/cgroup`, beside version 1 `/sys/fs/cgroup/unified`.
    ///
    /// @param mounts as in `/proc/self/mounts` (fstab(5))
    static Optional<Path> mountPoint(String mounts) {
        return mounts.lines()
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields.length > 2 && fields[2].equals("cgroup2"))
                .map(fields -> Path.of(fields[1].replace("\\040", " ")))
                .findFirst();
    }

    static Map<Long, Unit> search(Path root) {
        Map<Long, Unit> units = new HashMap<>();
        try {
            Files.walkFileTree(root, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    Unit.parse("/" + root.relativize(folder)).ifPresent(unit -> {
                        long inode = inode(folder);
                        if (inode > 0) {
                            units.put(inode, unit);
                        }
                    });
                    return units.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    // Gone meanwhile, or rights are missing: its sockets have no unit.
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return Map.copyOf(units);
        }
        return Map.copyOf(units);
    }

    private static long inode(Path folder) {
        try {
            return ((Number) Files.getAttribute(folder, "unix:ino")).longValue();
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }
}
