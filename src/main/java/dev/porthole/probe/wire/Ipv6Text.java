package dev.porthole.probe.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The usual form of an IPv6 address ([RFC 5952](https://www.rfc-editor.org/rfc/rfc5952)): `0:0:0:0:0:0:0:1` is `::1`.
final class Ipv6Text {
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(?::0)+(?![0-9a-f])");

    private Ipv6Text() {}

    static String shorten(String full) {
        int from = 0;
        int to = 0;
        for (Matcher run = ZEROS.matcher(full); run.find(); ) {
            if (run.end() - run.start() > to - from) {
                from = run.start();
                to = run.end();
            }
        }
        if (to == 0) {
            return full;
        }
        String before = from == 0 ? ":" : full.substring(0, from);
        String after = to == full.length() || full.charAt(to) == '%' ? ":" + full.substring(to) : full.substring(to);
        return before + after;
    }
}
