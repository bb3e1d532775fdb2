package dev.porthole.interchange.checktcp;

import dev.porthole.probe.Escapes;
import dev.porthole.probe.Preset;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// The options of a call with the preset of its service filled in where nothing was given. Texts are read with their
/// escapes after that, so `-E` acts on the preset's, too.
record CheckTcpOptions(Map<CheckTcpOption, String> given, Preset preset) {
    static final Preset NO_PRESET = new Preset("", 0, "", "", "", false);
    private static final double LONGEST_SECONDS = 1e9;

    /// The name before the status: the service in capitals, or `TCP`.
    static String name(Map<CheckTcpOption, String> given) {
        String service = given.getOrDefault(CheckTcpOption.SERVICE, "").toUpperCase(Locale.ROOT);
        return service.isEmpty() ? "TCP" : service;
    }

    String name() {
        return name(given);
    }

    boolean has(CheckTcpOption option) {
        return given.containsKey(option);
    }

    String text(CheckTcpOption option) {
        return given.getOrDefault(option, "");
    }

    long integer(CheckTcpOption option) {
        return has(option) ? Long.parseLong(text(option)) : 0;
    }

    long port() {
        long port = integer(CheckTcpOption.PORT);
        return port == 0 ? preset.port() : port;
    }

    boolean tls() {
        return has(CheckTcpOption.SSL) || preset.tls();
    }

    boolean isUnix() {
        return !text(CheckTcpOption.UNIX_SOCK).isEmpty();
    }

    String expect() {
        return orPreset(text(CheckTcpOption.EXPECT), preset.expect());
    }

    String send() {
        String send = orPreset(text(CheckTcpOption.SEND), preset.send());
        return has(CheckTcpOption.ESCAPE) ? Escapes.read(send) : send;
    }

    String quit() {
        String quit = orPreset(text(CheckTcpOption.QUIT), preset.quit());
        if (has(CheckTcpOption.ESCAPE)) {
            return Escapes.read(quit);
        }
        return quit.isEmpty() ? "" : quit + "\r\n";
    }

    /// `whenAbsent` in seconds; what is no number is none.
    Duration seconds(CheckTcpOption option, double whenAbsent) {
        double seconds = has(option) ? number(text(option)) : whenAbsent;
        double bounded = Math.clamp(Double.isNaN(seconds) ? 0 : seconds, -LONGEST_SECONDS, LONGEST_SECONDS);
        return Duration.ofNanos(Math.round(bounded * 1e9));
    }

    private static double number(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.endsWith("nan")) {
            return Double.NaN;
        }
        if (word.contains("inf")) {
            return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }

    private static String orPreset(String given, String preset) {
        return given.isEmpty() ? preset : given;
    }
}
