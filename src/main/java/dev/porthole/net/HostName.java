package dev.porthole.net;

import dev.porthole.net.InvalidInput.Field;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the host that a person typed. Stricter than the resolvers, which take `127.1`, `0177.0.0.1` and `256.1.1.1`
/// each in their own way.
final class HostName {
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern HEX_GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._-]+");

    private HostName() {}

    static String read(String typed) {
        String host = typed.strip();
        if (host.isEmpty()) {
            throw invalid("enter a name or an address, for example localhost or 192.0.2.7.");
        }
        if (host.contains("://")) {
            throw invalid("leave out the " + Quoted.of(host.substring(0, host.indexOf("://") + 3))
                    + " and everything after the name.");
        }
        if (host.codePoints().anyMatch(Character::isWhitespace)) {
            throw invalid(Quoted.of(host) + " holds a space or a line break; enter one name or address.");
        }
        if (host.startsWith("[") || host.endsWith("]")) {
            return bracketed(host);
        }
        if (host.indexOf(':') >= 0) {
            return ipv6(host);
        }
        return NUMERIC.matcher(host).matches() ? ipv4(host) : name(host);
    }

    private static String bracketed(String host) {
        if (!host.startsWith("[") || !host.endsWith("]")) {
            throw invalid(Quoted.of(host) + " has one bracket; write [::1] or ::1.");
        }
        String inner = host.substring(1, host.length() - 1);
        if (inner.indexOf(':') < 0) {
            throw invalid("brackets are for IPv6 addresses only; write " + Quoted.of(inner) + ".");
        }
        return ipv6(inner);
    }

    private static String ipv4(String host) {
        if (!IPV4.matcher(host).matches()) {
            throw invalid(Quoted.of(host)
                    + " is not an address; IPv4 is four numbers from 0 to 255 without leading zeros, like 192.0.2.7.");
        }
        return host;
    }

    private static String ipv6(String host) {
        int percent = host.indexOf('%');
        String address = percent < 0 ? host : host.substring(0, percent);
        boolean zoneFits =
                percent < 0 || ZONE.matcher(host.substring(percent + 1)).matches();
        if (!zoneFits || !isIpv6(address)) {
            throw invalid(Quoted.of(host) + " is not an IPv6 address; write one like ::1 or 2001:db8::7.");
        }
        return host;
    }

    private static boolean isIpv6(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address) == 8;
        }
        int before = groups(address.substring(0, gap));
        int after = groups(address.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after <= 7;
    }

    /// How many groups of 16 bits `part` holds, -1 if it is none; an IPv4 address at its end counts two.
    private static int groups(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        List<String> pieces = List.of(part.split(":", -1));
        int count = 0;
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            boolean dotted = i == pieces.size() - 1 && IPV4.matcher(piece).matches();
            if (!dotted && !HEX_GROUP.matcher(piece).matches()) {
                return -1;
            }
            count += dotted ? 2 : 1;
        }
        return count;
    }

    private static String name(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (bare.length() > LONGEST_NAME) {
            throw invalid("a name has at most 253 characters, this one has " + bare.length() + ".");
        }
        for (String label : bare.split("\\.", -1)) {
            if (label.isEmpty()) {
                throw invalid(Quoted.of(host) + " has a part without letters; take out the extra dot.");
            }
            if (label.length() > LONGEST_LABEL) {
                throw invalid(
                        "a part between dots has at most 63 characters, one of these has " + label.length() + ".");
            }
            if (!LABEL.matcher(label).matches()) {
                throw invalid(Quoted.of(label)
                        + " holds a character that host names do not have; use letters, digits and hyphens"
                        + " (names in other scripts in their xn-- form).");
            }
        }
        return host;
    }

    private static InvalidInput invalid(String rest) {
        return new InvalidInput(Field.HOST, "Host: " + rest);
    }
}
