package dev.porthole.probe.wire;

import dev.porthole.probe.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// What stands at a path before it is called.
///
/// @param fault why it need not be called, null if it may be
/// @param access `rw------- root`, empty if it could not be read
record UnixFile(@Nullable Fault fault, String access) {
    /// `sun_path` has 108 bytes, the last is NUL (unix(7)).
    private static final int LONGEST_PATH = 107;

    static UnixFile look(String path, SystemErrors errors) {
        int length = path.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PATH) {
            return unusable("The path of the socket has " + length + " bytes; the system takes " + LONGEST_PATH
                    + " at most: " + path);
        }
        Path file;
        try {
            file = Path.of(path);
        } catch (InvalidPathException invalid) {
            return unusable("This is no path of a socket: " + path);
        }
        try {
            var facts = Files.readAttributes(file, BasicFileAttributes.class);
            Fault fault = facts.isRegularFile() || facts.isDirectory() ? new Fault.UnixNotASocket() : null;
            return new UnixFile(fault, access(file));
        } catch (IOException failure) {
            return new UnixFile(fault(file, failure, errors), "");
        }
    }

    private static UnixFile unusable(String why) {
        return new UnixFile(new Fault.UnusableTarget(why), "");
    }

    private static Fault fault(Path file, IOException failure, SystemErrors errors) {
        return switch (failure) {
            case NoSuchFileException _ -> new Fault.UnixNotFound();
            case AccessDeniedException _ -> new Fault.UnixForbidden("");
            // A link that is there and leads nowhere that could be said to be missing leads in a circle.
            case FileSystemException _ when Files.isSymbolicLink(file) -> new Fault.UnixLoop();
            case FileSystemException unclear -> ofReason(unclear, errors);
            default -> new Fault.ConnectFailed(String.valueOf(failure.getMessage()));
        };
    }

    private static Fault ofReason(FileSystemException failure, SystemErrors errors) {
        String reason = String.valueOf(failure.getReason());
        return switch (errors.numberOf(reason).orElse(0)) {
            case Errno.ENOENT, Errno.ENOTDIR -> new Fault.UnixNotFound();
            default -> new Fault.ConnectFailed(reason);
        };
    }

    private static String access(Path file) {
        try {
            var facts = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return PosixFilePermissions.toString(facts.permissions()) + " "
                    + facts.owner().getName();
        } catch (IOException | UnsupportedOperationException unknown) {
            return "";
        }
    }
}
