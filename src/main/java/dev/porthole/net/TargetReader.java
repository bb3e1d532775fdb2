package dev.porthole.net;

import dev.porthole.net.InvalidInput.Field;
import dev.porthole.net.TypedTarget.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Takes a typed target apart: path, URL, or host and port.
final class TargetReader {
    private static final String UNIX = "unix:";
    private static final String SCHEME_END = "://";
    /// A scheme that says nothing of the service.
    private static final String ANY = "tcp";

    private final List<Note> notes = new ArrayList<>();

    private TargetReader() {}

    static TypedTarget read(String typed) {
        String text = typed.strip();
        refuseTheUnseen(text);
        if (text.startsWith("/")) {
            return new TypedTarget.UnixPath(text, List.of());
        }
        if (text.startsWith(UNIX)) {
            String path = text.substring(UNIX.length());
            return new TypedTarget.UnixPath(path.startsWith("//") ? path.substring(2) : path, List.of());
        }
        var reader = new TargetReader();
        return text.contains(SCHEME_END) ? reader.url(text) : reader.hostAndPort(text, null);
    }

    private static void refuseTheUnseen(String text) {
        if (text.codePoints().anyMatch(Character::isWhitespace)) {
            throw invalid(
                    text.contains(" -")
                            ? Quoted.of(text) + " is a command line; enter only the name or address in it."
                            : Quoted.of(text) + " holds a space or a line break; enter one name or address.");
        }
        boolean unseen = text.codePoints()
                .anyMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT);
        if (unseen) {
            throw invalid(Quoted.of(text) + " holds a character that cannot be seen; take it out.");
        }
    }

    private TypedTarget.Host url(String text) {
        int end = text.indexOf(SCHEME_END);
        String scheme = text.substring(0, end);
        Service service = scheme.equalsIgnoreCase(ANY) ? null : service(scheme);
        String rest = text.substring(end + SCHEME_END.length());
        int path = firstOf(rest, "/?#");
        if (path < rest.length() && !rest.substring(path).equals("/")) {
            notes.add(new Note(
                    false, "Only name and port are called; " + Quoted.of(rest.substring(path)) + " is not used."));
        }
        String authority = rest.substring(0, path);
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            notes.add(new Note(true, "The user name and password in the address were dropped, they are not used."));
        }
        return hostAndPort(authority.substring(at + 1), service);
    }

    private static Service service(String scheme) {
        return Service.named(scheme)
                .orElseThrow(() -> invalid(Quoted.of(scheme + SCHEME_END)
                        + " is no service that is known here; leave it out and give the port."));
    }

    private static int firstOf(String text, String marks) {
        int at = 0;
        while (at < text.length() && marks.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private TypedTarget.Host hostAndPort(String text, @Nullable Service service) {
        int colon = colonBeforePort(text);
        String host = colon < 0 ? text : text.substring(0, colon);
        if (colon == 0) {
            throw invalid("before the colon of " + Quoted.of(text) + " a name or an address is missing.");
        }
        if (colon == text.length() - 1 && colon > 0) {
            throw invalid("after the colon of " + Quoted.of(text) + " the port is missing.");
        }
        OptionalInt port =
                colon < 0 ? OptionalInt.empty() : OptionalInt.of(HostPort.readPort(text.substring(colon + 1)));
        String read = HostName.read(host, notes);
        return new TypedTarget.Host(read, port, service, notes);
    }

    private static int colonBeforePort(String text) {
        int last = text.lastIndexOf(':');
        boolean afterBracket = last > 0 && text.charAt(last - 1) == ']';
        return afterBracket || text.indexOf(':') == last ? last : -1;
    }

    private static InvalidInput invalid(String rest) {
        return new InvalidInput(Field.HOST, "Host: " + rest);
    }
}
