package dev.porthole.net;

import dev.porthole.net.InvalidInput.Field;
import dev.porthole.net.TypedTarget.Note;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern LINK_LOCAL = Pattern.compile("(?i)fe[89ab][0-9a-f]:.*");
    /// RFC 3490 section 3.1, and UTS 46 still: these count as dots.
    private static final Pattern OTHER_DOTS = Pattern.compile("[\u3002\uff0e\uff61]");
    private static final String BROADCAST = "255.255.255.255";
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._-]+");

    private HostName() {}

    /// The host in the form in which it is looked up; `notes` gets what a person should see of that.
    static String read(String typed, List<Note> notes) {
        String host = withPlainDots(typed.strip(), notes);
        if (host.isEmpty()) {
            throw invalid("enter a name or an address, for example localhost or 192.0.2.7.");
        }
        if (host.startsWith("[") || host.endsWith("]")) {
            return bracketed(host, notes);
        }
        if (host.indexOf(':') >= 0) {
            noteLikelyPort(host, notes);
            return ipv6(host, notes);
        }
        return NUMERIC.matcher(host).matches() ? ipv4(host) : name(host, notes);
    }

    private static String withPlainDots(String host, List<Note> notes) {
        String plain = OTHER_DOTS.matcher(host).replaceAll(".");
        if (!plain.equals(host)) {
            notes.add(new Note(true, "The full stop of another script was read as a dot: " + Quoted.of(plain) + "."));
        }
        return plain;
    }

    /// `::1:25` is an address of its own, but seldom meant.
    private static void noteLikelyPort(String host, List<Note> notes) {
        int last = host.lastIndexOf(':');
        String before = host.substring(0, last);
        if (PORT.matcher(host.substring(last + 1)).matches() && isIpv6(before)) {
            notes.add(new Note(
                    true,
                    "This is the address " + host + " as a whole; for a port write [" + before + "]"
                            + host.substring(last) + "."));
        }
    }

    private static String bracketed(String host, List<Note> notes) {
        if (!host.startsWith("[") || !host.endsWith("]")) {
            throw invalid(Quoted.of(host) + " has one bracket; write [::1] or ::1.");
        }
        String inner = host.substring(1, host.length() - 1);
        if (inner.indexOf(':') < 0) {
            throw invalid("brackets are for IPv6 addresses only; write " + Quoted.of(inner) + ".");
        }
        return ipv6(inner, notes);
    }

    private static String ipv4(String host) {
        if (!IPV4.matcher(host).matches()) {
            throw invalid(Quoted.of(host)
                    + " is not an address; IPv4 is four numbers from 0 to 255 without leading zeros, like 192.0.2.7.");
        }
        if (host.equals(BROADCAST)) {
            throw invalid(host + " is the broadcast address; enter that of one machine.");
        }
        return host;
    }

    private static String ipv6(String host, List<Note> notes) {
        int percent = host.indexOf('%');
        String address = percent < 0 ? host : host.substring(0, percent);
        boolean zoneFits =
                percent < 0 || ZONE.matcher(host.substring(percent + 1)).matches();
        if (!zoneFits || !isIpv6(address)) {
            throw invalid(Quoted.of(host) + " is not an IPv6 address; write one like ::1 or 2001:db8::7.");
        }
        if (percent < 0 && LINK_LOCAL.matcher(host).matches()) {
            notes.add(new Note(
                    true, "A link-local address needs the network interface that it is on: " + host + "%eth0, say."));
        }
        if (IpAddress.parse(address).filter(IpAddress::isMapped).isPresent()) {
            notes.add(new Note(false, "This is an IPv4 address inside IPv6; it is called over IPv4."));
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

    private static String name(String host, List<Note> notes) {
        if (host.indexOf('%') >= 0) {
            throw invalid(Quoted.of(host) + " has a zone; zones are for IPv6 addresses only.");
        }
        String name =
                Arrays.stream(host.split("\\.", -1)).map(HostName::lookedUp).collect(Collectors.joining("."));
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (bare.length() > LONGEST_NAME) {
            throw invalid("a name has at most 253 characters, this one has " + bare.length() + ".");
        }
        for (String label : bare.split("\\.", -1)) {
            check(label, host);
        }
        if (NUMERIC.matcher(name).matches()) {
            throw invalid(Quoted.of(host) + " is not an address; write it in plain digits, like 192.0.2.7.");
        }
        if (!name.equals(host)) {
            notes.add(new Note(false, Quoted.of(host) + " is looked up as " + name + "."));
        }
        return name;
    }

    private static String lookedUp(String label) {
        boolean ascii = label.codePoints().allMatch(point -> point < 128);
        return ascii ? label : IdnLabel.lookedUp(label).orElseThrow(() -> wrongCharacter(label));
    }

    private static void check(String label, String host) {
        if (label.isEmpty()) {
            throw invalid(Quoted.of(host) + " has a part without letters; take out the extra dot.");
        }
        if (label.length() > LONGEST_LABEL) {
            throw invalid("a part between dots has at most 63 characters, one of these has " + label.length() + ".");
        }
        if (!LABEL.matcher(label).matches()) {
            throw wrongCharacter(label);
        }
        if (label.regionMatches(true, 0, IdnLabel.PREFIX, 0, IdnLabel.PREFIX.length())
                && IdnLabel.meant(label).isEmpty()) {
            throw invalid(Quoted.of(label) + " is no name of another script in its xn-- form; enter the name itself.");
        }
    }

    private static InvalidInput wrongCharacter(String label) {
        return invalid(
                Quoted.of(label) + " holds a character that host names do not have; use letters, digits and hyphens.");
    }

    private static InvalidInput invalid(String rest) {
        return new InvalidInput(Field.HOST, "Host: " + rest);
    }
}
