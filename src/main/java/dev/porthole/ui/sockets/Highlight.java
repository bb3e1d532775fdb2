package dev.porthole.ui.sockets;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How long new, changed and closed rows are marked, and closed ones stay.
enum Highlight {
    OFF(0),
    ONE(1),
    TWO(2),
    FIVE(5),
    TEN(10);

    static final Highlight DEFAULT = TWO;

    private final int seconds;

    Highlight(int seconds) {
        this.seconds = seconds;
    }

    Duration span() {
        return Duration.ofSeconds(seconds);
    }

    int seconds() {
        return seconds;
    }

    /// As in the settings: `off`, or the seconds.
    String word() {
        return seconds == 0 ? "off" : Integer.toString(seconds);
    }

    static Optional<Highlight> parse(String word) {
        return Arrays.stream(values())
                .filter(highlight -> highlight.word().equals(word))
                .findFirst();
    }
}
