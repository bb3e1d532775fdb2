package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.ProcessRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// What `/proc` (proc(5)) says of processes and their open files.
class ProcFiles {
    private static final String SOCKET = "socket:[";

    private final Path proc;

    /// @param proc `/proc`, or a folder of the same form
    ProcFiles(Path proc) {
        this.proc = proc;
    }

    /// A process's folder of open files.
    ///
    /// @param key this very folder: another process under the same pid has another one
    /// @param size how many files are open (Linux 6.2); 0 if the kernel does not tell
    record Folder(@Nullable Object key, long size) {}

    /// Lowest pid first, so that a server comes before the workers that it forked; none where they cannot be listed.
    long[] pids() {
        long[] found = new long[64];
        int count = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc)) {
            for (Path entry : entries) {
                long pid = number(entry.getFileName().toString());
                if (pid >= 0) {
                    found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                    found[count++] = pid;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return new long[0];
        }
        long[] pids = Arrays.copyOf(found, count);
        Arrays.sort(pids);
        return pids;
    }

    /// Null if the process has ended. Any user may ask.
    @Nullable
    Folder folder(long pid) {
        try {
            var attributes = Files.readAttributes(fd(pid), BasicFileAttributes.class);
            return new Folder(attributes.fileKey(), attributes.size());
        } catch (IOException e) {
            return null;
        }
    }

    /// Names its open files by their numbers.
    ///
    /// @throws IOException if it ended, or rights are missing
    void files(long pid, IntConsumer each) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(fd(pid))) {
            for (Path file : files) {
                long number = number(file.getFileName().toString());
                if (number >= 0 && number <= Integer.MAX_VALUE) {
                    each.accept((int) number);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /// The inode of the socket that this file is; 0 for another kind of file, -1 for none.
    long socket(long pid, int file) {
        String target;
        try {
            target = Files.readSymbolicLink(fd(pid).resolve(Integer.toString(file)))
                    .toString();
        } catch (IOException e) {
            return -1;
        }
        if (!target.startsWith(SOCKET) || !target.endsWith("]")) {
            return 0;
        }
        return Math.max(0, number(target.substring(SOCKET.length(), target.length() - 1)));
    }

    /// Its pid is known in any case; the rest is absent if it ended meanwhile.
    ProcessRef identify(long pid) {
        Path process = proc.resolve(Long.toString(pid));
        try {
            ProcessStat stat = stat(pid);
            return new ProcessRef(pid, stat.startTicks(), stat.name(), user(process));
        } catch (IOException e) {
            return new ProcessRef(pid, null, null, user(process));
        }
    }

    ProcessStat stat(long pid) throws IOException {
        Path file = proc.resolve(Long.toString(pid)).resolve("stat");
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return ProcessStat.parse(text).orElseThrow(() -> new IOException(file + " has no known form"));
    }

    /// The user of this program, as whom it may look into processes; -1 if unknown.
    long self() {
        try {
            return ((Number) Files.getAttribute(proc.resolve("self"), "unix:uid")).longValue() & 0xffff_ffffL;
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }

    /// For a gap: where owners would be read.
    String subject() {
        return proc.resolve("PID/fd").toString();
    }

    private Path fd(long pid) {
        return proc.resolve(Long.toString(pid)).resolve("fd");
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > 10) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
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
