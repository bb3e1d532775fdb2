package dev.porthole.probe;

import dev.porthole.probe.Regex.Found;
import java.util.List;
import java.util.function.BooleanSupplier;

/// What an answer has to hold.
public sealed interface Wanted {
    /// Searches `answer`, and gives up soon after `outOfTime` says so.
    Found in(Bytes answer, BooleanSupplier outOfTime);

    /// Whether it may be found in a part of an answer and not in the whole of it.
    boolean endSensitive();

    /// Whether nothing that may still come can make it right.
    boolean isHopeless(Bytes answer);

    /// How many octets of `answer`, in which it was found, belong to it; the rest is the next one's.
    int end(Bytes answer);

    static Wanted of(Regex pattern) {
        return new Patterns(List.of(pattern), false);
    }

    static Wanted anyOf(Regex... patterns) {
        return new Patterns(List.of(patterns), false);
    }

    static Wanted allOf(Regex... patterns) {
        return new Patterns(List.of(patterns), true);
    }

    /// One of the patterns, or with `all` each of them, in any order.
    record Patterns(List<Regex> patterns, boolean all) implements Wanted {
        public Patterns {
            patterns = List.copyOf(patterns);
            if (patterns.isEmpty()) {
                throw new IllegalArgumentException("an answer is expected without a pattern");
            }
        }

        @Override
        public Found in(Bytes answer, BooleanSupplier outOfTime) {
            Found decides = all ? Found.NO : Found.YES;
            for (Regex pattern : patterns) {
                Found found = pattern.find(answer, outOfTime);
                if (found == decides || found == Found.OUT_OF_TIME) {
                    return found;
                }
            }
            return all ? Found.YES : Found.NO;
        }

        @Override
        public boolean endSensitive() {
            return patterns.stream().anyMatch(Regex::endSensitive);
        }

        @Override
        public boolean isHopeless(Bytes answer) {
            return false;
        }

        @Override
        public int end(Bytes answer) {
            var ends = patterns.stream().mapToInt(pattern -> pattern.end(answer));
            return all
                    ? ends.max().orElse(0)
                    : ends.filter(end -> end >= 0).findFirst().orElse(0);
        }
    }

    /// The answer begins with exactly these octets.
    record Octets(Bytes octets) implements Wanted {
        @Override
        public Found in(Bytes answer, BooleanSupplier outOfTime) {
            return answer.length() >= octets.length() && !isHopeless(answer) ? Found.YES : Found.NO;
        }

        @Override
        public boolean endSensitive() {
            return false;
        }

        @Override
        public boolean isHopeless(Bytes answer) {
            int length = Math.min(answer.length(), octets.length());
            return !answer.first(length).equals(octets.first(length));
        }

        @Override
        public int end(Bytes answer) {
            return octets.length();
        }
    }
}
