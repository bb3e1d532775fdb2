package dev.porthole.interchange.networkconnections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads words as Python's argparse does (`parse_known_args`): long options may be cut short, unknown ones and stray
/// words are passed over, `-5` is a value and `-x` is not.
final class ConnectionsWords {
    private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-\\d+|-\\d*\\.\\d+");

    private final List<String> words;
    private final Map<ConnectionsOption, List<String>> given = new EnumMap<>(ConnectionsOption.class);
    private int next;

    private ConnectionsWords(List<String> words) {
        this.words = words;
    }

    /// Help or version.
    static final class Asked extends Exception {
        private static final long serialVersionUID = 1L;
        private final ConnectionsOption option;

        Asked(ConnectionsOption option) {
            this.option = option;
        }

        ConnectionsOption option() {
            return option;
        }
    }

    /// Words that the original does not take.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }

        static Wrong of(ConnectionsOption option, String sentence) {
            return new Wrong("argument " + option.names() + ": " + sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /// An option as it stands in a word, with what is behind `=` or the letter.
    private record Found(ConnectionsOption option, @Nullable String value) {}

    /// The values of each option that was given, in their order.
    static Map<ConnectionsOption, List<String>> read(List<String> words) throws Asked, Wrong {
        var reader = new ConnectionsWords(words);
        while (reader.next < words.size() && !words.get(reader.next).equals("--")) {
            reader.take(words.get(reader.next++));
        }
        return reader.given;
    }

    private void take(String word) throws Asked, Wrong {
        Optional<Found> found = option(word);
        if (found.isEmpty()) {
            return;
        }
        ConnectionsOption option = found.get().option();
        if (option.takesValue) {
            given.computeIfAbsent(option, _ -> new ArrayList<>())
                    .add(checked(option, value(option, found.get().value())));
            return;
        }
        String rest = found.get().value();
        if (rest != null && (word.startsWith("--") || option(("-" + rest)).isEmpty())) {
            throw Wrong.of(option, "ignored explicit argument '" + rest + "'");
        }
        if (option == ConnectionsOption.HELP || option == ConnectionsOption.VERSION) {
            throw new Asked(option);
        }
        given.put(option, List.of());
    }

    private String value(ConnectionsOption option, @Nullable String behind) throws Wrong {
        if (behind != null) {
            return behind;
        }
        if (next + 1 < words.size() && words.get(next).equals("--")) {
            next++;
            return words.get(next++);
        }
        if (next >= words.size() || words.get(next).equals("--") || looksLikeOption(words.get(next))) {
            throw Wrong.of(option, "expected one argument");
        }
        return words.get(next++);
    }

    private static String checked(ConnectionsOption option, String value) throws Wrong {
        List<String> choices = option.choices();
        if (!choices.isEmpty() && !choices.contains(value)) {
            throw Wrong.of(
                    option,
                    "invalid choice: '" + value + "' (choose from "
                            + choices.stream().map(choice -> "'" + choice + "'").collect(Collectors.joining(", "))
                            + ")");
        }
        return value;
    }

    private boolean looksLikeOption(String word) throws Wrong {
        if (!word.startsWith("-") || word.length() == 1) {
            return false;
        }
        return option(word).isPresent() || (!NEGATIVE_NUMBER.matcher(word).matches() && word.indexOf(' ') < 0);
    }

    /// Empty if the word is no option of ours.
    private Optional<Found> option(String word) throws Wrong {
        if (!word.startsWith("-") || word.length() == 1) {
            return Optional.empty();
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        String value = equals < 0 ? null : word.substring(equals + 1);
        if (!word.startsWith("--")) {
            return letter(word, name, value);
        }
        List<ConnectionsOption> fitting = Arrays.stream(ConnectionsOption.values())
                .filter(option -> ("--" + option.word).startsWith(name))
                .toList();
        Optional<ConnectionsOption> exact = fitting.stream()
                .filter(option -> ("--" + option.word).equals(name))
                .findFirst();
        if (exact.isEmpty() && fitting.size() > 1) {
            throw new Wrong("ambiguous option: " + word + " could match "
                    + fitting.stream().map(option -> "--" + option.word).collect(Collectors.joining(", ")));
        }
        return exact.or(() -> fitting.stream().findFirst()).map(option -> new Found(option, value));
    }

    private static Optional<Found> letter(String word, String name, @Nullable String value) {
        String letter = word.substring(1, 2);
        String behind = word.length() == 2 ? null : name.length() == 2 && value != null ? value : word.substring(2);
        return Arrays.stream(ConnectionsOption.values())
                .filter(option -> option.letter.equals(letter))
                .findFirst()
                .map(option -> new Found(option, behind));
    }
}
