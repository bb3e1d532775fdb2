package dev.porthole.sockets.query;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that a mistyped one stands for.
final class Nearest {
    private static final int FARTHEST = 2;

    private Nearest() {}

    /// One that the word goes on from (`process`: proc), or the one with the fewest slips, at most two and fewer than
    /// the word has letters; of several the first.
    static Optional<String> of(String mistyped, List<String> words) {
        String lower = mistyped.toLowerCase(Locale.ROOT);
        Optional<String> begun = words.stream().filter(lower::startsWith).findFirst();
        return begun.or(() -> words.stream()
                .filter(word -> slips(lower, word) <= Math.min(FARTHEST, lower.length() - 1))
                .min(Comparator.comparingInt(word -> slips(lower, word))));
    }

    /// Letters too many, missing, wrong, or two that changed places (Damerau-Levenshtein, optimal string alignment).
    private static int slips(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int l = 0; l <= left.length(); l++) {
            for (int r = 0; r <= right.length(); r++) {
                cost[l][r] = l == 0 || r == 0 ? l + r : step(left, right, cost, l, r);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int step(String left, String right, int[][] cost, int l, int r) {
        boolean same = left.charAt(l - 1) == right.charAt(r - 1);
        int fewest = Math.min(cost[l - 1][r - 1] + (same ? 0 : 1), Math.min(cost[l - 1][r] + 1, cost[l][r - 1] + 1));
        boolean swapped = l > 1
                && r > 1
                && left.charAt(l - 1) == right.charAt(r - 2)
                && left.charAt(l - 2) == right.charAt(r - 1);
        return swapped ? Math.min(fewest, cost[l - 2][r - 2] + 1) : fewest;
    }
}
