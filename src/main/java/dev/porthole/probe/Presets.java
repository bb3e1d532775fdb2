package dev.porthole.probe;

import java.util.List;
import java.util.Optional;

/// The services of Mackerel's check-tcp, as its `--service` knows them.
public final class Presets {
    private static final String GREETING_220 = "^220";
    private static final String GREETING_POP = "^\\+OK";
    private static final String GREETING_IMAP = "^\\* OK";

    private static final List<Preset> ALL = List.of(
            new Preset("FTP", 21, "", GREETING_220, "QUIT", false),
            new Preset("POP", 110, "", GREETING_POP, "QUIT", false),
            new Preset("SPOP", 995, "", GREETING_POP, "QUIT", true),
            new Preset("IMAP", 143, "", GREETING_IMAP, "a1 LOGOUT", false),
            new Preset("SIMAP", 993, "", GREETING_IMAP, "a1 LOGOUT", true),
            new Preset("SMTP", 25, "", GREETING_220, "QUIT", false),
            new Preset("SSMTP", 465, "", GREETING_220, "QUIT", true),
            new Preset("GEARMAN", 7003, "version\n", "\\A[0-9]+\\.[0-9]+\\n\\z", "", false));

    private Presets() {}

    public static List<Preset> all() {
        return ALL;
    }

    /// By its exact name, in capitals.
    public static Optional<Preset> named(String name) {
        return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }
}
