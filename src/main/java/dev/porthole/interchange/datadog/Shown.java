package dev.porthole.interchange.datadog;

import dev.porthole.net.SafeText;

/// A word of the file inside a sentence of ours.
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String text) {
        String safe = SafeText.readable(text);
        return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
    }
}
