package dev.porthole.sockets.source.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of users from `/etc/passwd` (passwd(5)), read again when the file changes. Users of a directory service
/// are not in it: they are shown by number.
final class UserNames {
    private static final long MAX_UID = 0xffff_ffffL;

    private final Path passwd;
    private @Nullable FileTime readAt;
    private Map<Integer, String> names = Map.of();

    UserNames(Path passwd) {
        this.passwd = passwd;
    }

    Map<Integer, String> byUid() {
        try {
            FileTime changed = Files.getLastModifiedTime(passwd);
            if (!changed.equals(readAt)) {
                names = parse(new String(Files.readAllBytes(passwd), StandardCharsets.ISO_8859_1));
                readAt = changed;
            }
        } catch (IOException e) {
            // Without names the table shows `#uid`, which is true.
            names = Map.of();
            readAt = null;
        }
        return names;
    }

    static Map<Integer, String> parse(String text) {
        Map<Integer, String> names = new HashMap<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split(":", 4);
            if (fields.length == 4 && fields[2].matches("\\d{1,10}") && Long.parseLong(fields[2]) <= MAX_UID) {
                names.putIfAbsent((int) Long.parseLong(fields[2]), fields[0]);
            }
        }
        return Map.copyOf(names);
    }
}
