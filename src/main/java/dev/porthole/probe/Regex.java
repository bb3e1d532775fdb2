package dev.porthole.probe;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/// A regular expression in the dialect of RE2, searched in octets as Go does: they are read as UTF-8, and an octet that
/// is none counts as U+FFFD. Matching takes linear time; compiling is guarded, as a pattern may come from a file.
public final class Regex {
    /// The result of a search.
    public enum Found {
        YES,
        NO,
        OUT_OF_TIME
    }

    private static final int LONGEST = 1000;
    private static final int LARGEST_PROGRAM = 10_000;
    private static final int LARGEST_REPEAT = 1000;
    private static final int DEEPEST = 1000;

    private final Pattern pattern;
    private final boolean endSensitive;
    private final boolean octets;

    private Regex(Pattern pattern, boolean endSensitive, boolean octets) {
        this.pattern = pattern;
        this.endSensitive = endSensitive;
        this.octets = octets;
    }

    /// Takes what RE2 takes: for the commands that stand in for another program.
    ///
    /// @throws InvalidPattern with RE2's reason
    public static Regex re2(String source) {
        PatternScan scan = PatternScan.of(source);
        if (scan.largestRepeat() > LARGEST_REPEAT) {
            throw new InvalidPattern("error parsing regexp: invalid repeat count: `" + source + "`");
        }
        if (scan.depth() > DEEPEST) {
            throw new InvalidPattern("error parsing regexp: expression nests too deeply: `" + source + "`");
        }
        try {
            return new Regex(Pattern.compile(source), scan.endSensitive(), false);
        } catch (PatternSyntaxException refused) {
            throw new InvalidPattern(String.valueOf(refused.getMessage()));
        } catch (StackOverflowError | OutOfMemoryError tooMuch) {
            throw new InvalidPattern("error parsing regexp: expression too large");
        }
    }

    /// Takes what RE2 takes and what can be compiled and matched in a moment: for patterns typed or imported.
    ///
    /// @throws InvalidPattern with one sentence
    public static Regex guarded(String source) {
        if (source.length() > LONGEST) {
            throw new InvalidPattern(
                    "The pattern has " + source.length() + " characters; shorten it to " + LONGEST + ".");
        }
        Regex regex = re2(source);
        if (regex.pattern.programSize() > LARGEST_PROGRAM) {
            throw new InvalidPattern("The pattern repeats too much; use smaller numbers in its braces.");
        }
        return regex;
    }

    /// As [#guarded], for binary protocols: each octet is the character of its number, so `\xff` finds the octet 255.
    ///
    /// @throws InvalidPattern with one sentence
    public static Regex octets(String source) {
        Regex regex = guarded(source);
        return new Regex(regex.pattern, regex.endSensitive, true);
    }

    public String source() {
        return pattern.pattern();
    }

    /// Whether a match in a part of an answer may be none in the whole: the pattern holds `$`, `\z`, `\b` or `\B`.
    public boolean endSensitive() {
        return endSensitive;
    }

    /// Searches `text`, and gives up soon after `outOfTime` says so.
    public Found find(Bytes text, BooleanSupplier outOfTime) {
        try {
            var watched = new WatchedText(decoded(text), outOfTime);
            return pattern.matcher(watched).find() ? Found.YES : Found.NO;
        } catch (OutOfTime late) {
            return Found.OUT_OF_TIME;
        }
    }

    /// How many octets of `text` there are up to the end of the first match, -1 if there is none.
    int end(Bytes text) {
        var matcher = pattern.matcher(decoded(text));
        if (!matcher.find()) {
            return -1;
        }
        return octets ? matcher.end() : Utf8.octets(text, matcher.end());
    }

    private String decoded(Bytes text) {
        return octets ? new String(text.toArray(), StandardCharsets.ISO_8859_1) : Utf8.decode(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Regex that && source().equals(that.source()) && octets == that.octets;
    }

    @Override
    public int hashCode() {
        return source().hashCode();
    }

    @Override
    public String toString() {
        return source();
    }

    private static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfTime() {
            super(null, null, false, false);
        }
    }

    /// Asks for the time at every 1024th character that the matcher looks at.
    private static final class WatchedText implements CharSequence {
        private static final int EVERY = 1024;
        private final String text;
        private final BooleanSupplier outOfTime;
        private int looked;

        WatchedText(String text, BooleanSupplier outOfTime) {
            this.text = text;
            this.outOfTime = outOfTime;
        }

        @Override
        public char charAt(int index) {
            if (++looked % EVERY == 0 && outOfTime.getAsBoolean()) {
                throw new OutOfTime();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
