package dev.porthole.interchange.checktcp;

import dev.porthole.interchange.checktcp.CheckTcpOption.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads words as go-flags does, which check-tcp uses: bundles (`-EW`), `-p80`, `-p=80`, `--port=80`, the last of
/// several wins, `--` ends the options, stray words are passed over, and a value in double quotes is a Go string.
final class CheckTcpWords {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?(?i:inf|infinity)|(?i:nan)");

    private final Deque<String> words;
    private final Map<CheckTcpOption, String> values = new EnumMap<>(CheckTcpOption.class);

    private CheckTcpWords(List<String> words) {
        this.words = new ArrayDeque<>(words);
    }

    /// The value of each option that was given, a switch with an empty one. With `HELP` among them, what came after it
    /// was not read.
    ///
    /// @throws UsageError for an unknown option, a missing or a wrong value
    static Map<CheckTcpOption, String> read(List<String> words) {
        return new CheckTcpWords(words).read();
    }

    private Map<CheckTcpOption, String> read() {
        while (!words.isEmpty() && !values.containsKey(CheckTcpOption.HELP)) {
            String word = words.pop();
            if (word.equals("--")) {
                break;
            }
            if (isOption(word)) {
                if (word.startsWith("--")) {
                    readLong(word.substring(2));
                } else {
                    readShort(word.substring(1));
                }
            }
        }
        return values;
    }

    private static boolean isOption(String word) {
        boolean isLong = word.length() > 2 && word.startsWith("--") && word.charAt(2) != '-';
        return isLong || (word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-');
    }

    private void readLong(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        CheckTcpOption option =
                CheckTcpOption.byWord(name).orElseThrow(() -> new UsageError("unknown flag `" + name + "'"));
        set(option, equals < 0 ? null : word.substring(equals + 1), true);
    }

    private void readShort(String letters) {
        int first = letters.codePointAt(0);
        String rest = letters.substring(Character.charCount(first));
        boolean takesValue = CheckTcpOption.byLetter(first)
                .filter(option -> option.kind != Kind.SWITCH)
                .isPresent();
        if (rest.startsWith("=")) {
            set(byLetter(first), rest.substring(1), true);
        } else if (takesValue && !rest.isEmpty()) {
            set(byLetter(first), rest, true);
        } else {
            bundle(letters);
        }
    }

    private void bundle(String letters) {
        int[] points = letters.codePoints().toArray();
        for (int i = 0; i < points.length && !values.containsKey(CheckTcpOption.HELP); i++) {
            set(byLetter(points[i]), null, i == points.length - 1);
        }
    }

    private static CheckTcpOption byLetter(int letter) {
        return CheckTcpOption.byLetter(letter)
                .orElseThrow(() -> new UsageError("unknown flag `" + Character.toString(letter) + "'"));
    }

    private void set(CheckTcpOption option, @Nullable String given, boolean mayTakeNext) {
        if (option.kind == Kind.SWITCH) {
            if (given != null) {
                throw new UsageError("bool flag `" + option + "' cannot have an argument");
            }
            values.put(option, "");
            return;
        }
        if (given == null && (!mayTakeNext || words.isEmpty())) {
            throw new UsageError("expected argument for flag `" + option + "'");
        }
        String value = given != null ? given : next(option);
        values.put(option, checked(option, GoString.unquoteIfQuoted(value)));
    }

    private String next(CheckTcpOption option) {
        String value = words.pop();
        boolean signedNumber = (option.kind == Kind.INTEGER || option.kind == Kind.NUMBER)
                && value.length() > 1
                && value.charAt(0) == '-'
                && value.charAt(1) >= '0'
                && value.charAt(1) <= '9';
        if (isOption(value) && !signedNumber) {
            throw new UsageError("expected argument for flag `" + option + "', but got option `" + value + "'");
        }
        if (value.equals("--")) {
            throw new UsageError("expected argument for flag `" + option + "', but got double dash `--'");
        }
        return value;
    }

    private static String checked(CheckTcpOption option, @Nullable String value) {
        boolean fits = value != null
                && switch (option.kind) {
                    case INTEGER -> INTEGER.matcher(value).matches();
                    case NUMBER -> NUMBER.matcher(value).matches();
                    case TEXT, SWITCH -> true;
                };
        if (value == null || !fits) {
            throw new UsageError("invalid argument for flag `" + option + "' (expected " + option.kind.type
                    + "): invalid syntax" + (value == null ? "" : ": \"" + value + "\""));
        }
        return value;
    }
}
