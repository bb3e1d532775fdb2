package dev.porthole.sockets.query;

import dev.porthole.sockets.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A search in the language of the search box: words separated by blanks, which all have to fit. `port:443` asks a
/// field, `lo` is loopback, any other word is looked for in the row's text; `!` or `-` before a word turns it round,
/// `a|b` is either, quotes keep a word together and make it plain text.
public final class Query {
    /// Every row.
    public static final Query ALL = new Query("", List.of());

    private static final String LOOPBACK = "lo";
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z_-]+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*");

    private final String text;
    private final List<Word> words;

    private Query(String text, List<Word> words) {
        this.text = text;
        this.words = words;
    }

    /// @param dear the row's text has to be written for it
    /// @param compares a single reading does not tell it
    private record Word(Condition condition, boolean dear, boolean compares) {
        Word negated() {
            return new Word(condition.negated(), dear, compares);
        }
    }

    /// Reads what was typed.
    ///
    /// @throws InvalidQuery at the first word that is wrong
    public static Query parse(String text) throws InvalidQuery {
        List<Word> words = new ArrayList<>();
        for (Part word : Part.words(text)) {
            words.add(read(word));
        }
        words.sort(Comparator.comparing(Word::dear));
        return new Query(text.strip(), List.copyOf(words));
    }

    /// As it was typed.
    public String text() {
        return text;
    }

    /// Whether it asks for rates or ages, of which the first reading knows none.
    public boolean comparesReadings() {
        return words.stream().anyMatch(Word::compares);
    }

    /// Ready for the rows of this snapshot. For one thread, as it keeps the text of the last row.
    public RowTest on(Snapshot snapshot) {
        RowText rowText = new RowText(snapshot);
        RowTest[] tests = words.stream()
                .map(word -> word.condition().on(snapshot, rowText))
                .toArray(RowTest[]::new);
        return row -> {
            for (RowTest test : tests) {
                if (!test.test(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Word read(Part word) throws InvalidQuery {
        if (word.isOpen()) {
            throw new InvalidQuery(word, "opens a quote and does not close it: add a \" at its end.");
        }
        char first = word.text().charAt(0);
        if (first != '!' && first != '-') {
            return positive(word);
        }
        if (word.text().length() == 1) {
            throw new InvalidQuery(word, "hides what the word after it shows: write it right before one, as in !lo.");
        }
        return read(word.from(1)).negated();
    }

    private static Word positive(Part word) throws InvalidQuery {
        int colon = word.text().indexOf(':');
        if (colon > 0 && FIELD_NAME.matcher(word.text().substring(0, colon)).matches()) {
            Part name = word.sub(0, colon);
            var field = QueryField.named(name.text());
            if (field.isPresent()) {
                return new Word(
                        field.get().read(name, word.from(colon + 1)),
                        false,
                        field.get().compares());
            }
            if (!ADDRESS.matcher(word.text()).matches()) {
                throw unknown(name, word);
            }
        }
        if (word.text().equalsIgnoreCase(LOOPBACK)) {
            return new Word(Kinds.LOOPBACK, false, false);
        }
        return new Word(text(word), true, false);
    }

    private static InvalidQuery unknown(Part name, Part word) {
        return QueryField.nearest(name.text())
                .map(near -> new InvalidQuery(name, "is no field: did you mean " + near + ":?"))
                .orElseGet(() -> new InvalidQuery(
                        name,
                        "is no field; the fields are " + QueryField.words() + " (to look for the text, put \""
                                + word.text() + "\" in quotes)."));
    }

    private static Condition text(Part word) {
        List<String> wanted = word.split("|").stream()
                .map(piece -> piece.unquoted().toLowerCase(Locale.ROOT))
                .toList();
        List<String> either = wanted.isEmpty() ? List.of(word.text()) : wanted;
        return (_, text) -> row -> text.holdsAny(row, either);
    }
}
