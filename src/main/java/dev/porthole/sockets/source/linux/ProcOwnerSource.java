package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.source.OwnerSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Owners from the links in `/proc/PID/fd`, which name a socket's inode: `socket:[34567]`. One search reads the links
/// of every process that this user may see.
public final class ProcOwnerSource implements OwnerSource {
    private static final String SOCKET = "socket:[";

    private final Path proc;

    /// @param proc `/proc`, or a folder of the same form
    public ProcOwnerSource(Path proc) {
        this.proc = proc;
    }

    @Override
    public Ownership search() {
        Map<Long, List<ProcessRef>> byInode = new HashMap<>();
        int hidden = 0;
        for (Path process : processes()) {
            try {
                addSockets(process, byInode);
            } catch (AccessDeniedException e) {
                hidden++;
            } catch (IOException | DirectoryIteratorException e) {
                // It ended while it was read, and its sockets with it: nothing to add, nothing missing.
            }
        }
        List<Gap> gaps = hidden == 0
                ? List.of()
                : List.of(
                        new Gap(Gap.Kind.PROCESS_HIDDEN, proc.resolve("PID/fd").toString(), hidden, ""));
        return new ProcOwnership(byInode, gaps);
    }

    @Override
    public boolean isAlive(ProcessRef process) {
        try {
            ProcessStat stat = stat(proc.resolve(Long.toString(process.pid())));
            return !stat.ended() && process.startTicks() != null && process.startTicks() == stat.startTicks();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean holds(ProcessRef process, SocketKey socket) {
        Path folder = proc.resolve(Long.toString(process.pid())).resolve("fd");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                long inode = socketInode(file);
                if (inode > 0 && inode == socket.identity()) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
        return false;
    }

    /// Lowest pid first, so that a server comes before the workers that it forked.
    private List<Path> processes() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, ProcOwnerSource::isProcess)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        found.sort((left, right) -> Long.compare(pid(left), pid(right)));
        return found;
    }

    private static boolean isProcess(Path entry) {
        String name = entry.getFileName().toString();
        return !name.isEmpty() && name.length() <= 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long pid(Path process) {
        return Long.parseLong(process.getFileName().toString());
    }

    private void addSockets(Path process, Map<Long, List<ProcessRef>> byInode) throws IOException {
        ProcessRef owner = null;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                long inode = socketInode(file);
                if (inode <= 0) {
                    continue;
                }
                if (owner == null) {
                    owner = identify(process);
                }
                List<ProcessRef> owners = byInode.computeIfAbsent(inode, key -> new ArrayList<>(1));
                if (!owners.contains(owner)) {
                    owners.add(owner);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /// 0 for a file that is no socket or was closed meanwhile.
    private static long socketInode(Path file) {
        try {
            String target = Files.readSymbolicLink(file).toString();
            return target.startsWith(SOCKET) && target.endsWith("]")
                    ? Long.parseLong(target.substring(SOCKET.length(), target.length() - 1))
                    : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /// Its pid is known in any case; the rest is absent if it ended meanwhile.
    private static ProcessRef identify(Path process) {
        try {
            ProcessStat stat = stat(process);
            return new ProcessRef(pid(process), stat.startTicks(), stat.name(), user(process));
        } catch (IOException e) {
            return new ProcessRef(pid(process), null, null, user(process));
        }
    }

    private static ProcessStat stat(Path process) throws IOException {
        Path file = process.resolve("stat");
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return ProcessStat.parse(text).orElseThrow(() -> new IOException(file + " has no known form"));
    }

    private static @Nullable String user(Path process) {
        try {
            String name = Files.getOwner(process).getName();
            // The JDK names a user that has no name by its bare number.
            return name.chars().allMatch(Character::isDigit) ? "#" + name : name;
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }
}
