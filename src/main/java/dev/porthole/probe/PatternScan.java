package dev.porthole.probe;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has to be known of a pattern before RE2/J sees it. `largestRepeat` is the product of nested counted repeats:
/// Go refuses more than 1000, RE2/J runs out of memory on `((a{1000}){1000}){1000}`. `endSensitive` patterns may match
/// a part of an answer and not the whole of it.
record PatternScan(long largestRepeat, int depth, boolean endSensitive) {

    static PatternScan of(String pattern) {
        return new Scanner(pattern).scan();
    }

    private static final class Scanner {
        private final String pattern;
        private final Deque<Long> groups = new ArrayDeque<>();
        private int at;
        private long atom = 1;
        private long inGroup = 1;
        private long largest = 1;
        private int depth;
        private boolean endSensitive;

        Scanner(String pattern) {
            this.pattern = pattern;
        }

        PatternScan scan() {
            while (at < pattern.length()) {
                char c = pattern.charAt(at++);
                switch (c) {
                    case '\\' -> escape();
                    case '[' -> characterClass();
                    case '(' -> open();
                    case ')' -> close();
                    case '{' -> repeat();
                    case '$' -> {
                        endSensitive = true;
                        newAtom(1);
                    }
                    case '*', '+', '?' -> {}
                    default -> newAtom(1);
                }
            }
            return new PatternScan(largest, depth, endSensitive);
        }

        private void newAtom(long repeats) {
            atom = repeats;
            inGroup = Math.max(inGroup, repeats);
            largest = Math.max(largest, repeats);
        }

        private void escape() {
            newAtom(1);
            if (at == pattern.length()) {
                return;
            }
            char c = pattern.charAt(at++);
            if (c == 'Q') {
                int end = pattern.indexOf("\\E", at);
                at = end < 0 ? pattern.length() : end + 2;
            }
            endSensitive |= c == 'z' || c == 'b' || c == 'B';
        }

        private void characterClass() {
            newAtom(1);
            if (at < pattern.length() && pattern.charAt(at) == '^') {
                at++;
            }
            boolean first = true;
            while (at < pattern.length()) {
                char c = pattern.charAt(at++);
                if (c == ']' && !first) {
                    return;
                }
                if (c == '\\') {
                    at++;
                } else if (pattern.startsWith("[:", at - 1)) {
                    int end = pattern.indexOf(":]", at + 1);
                    at = end < 0 ? at : end + 2;
                }
                first = false;
            }
        }

        private void open() {
            groups.push(inGroup);
            depth = Math.max(depth, groups.size());
            inGroup = 1;
            atom = 1;
        }

        private void close() {
            long inner = inGroup;
            inGroup = groups.isEmpty() ? 1 : groups.pop();
            newAtom(inner);
        }

        /// `{3}`, `{3,}` and `{3,5}` repeat the atom before them; any other brace is a plain character.
        private void repeat() {
            int end = pattern.indexOf('}', at);
            String inner = end < 0 ? "" : pattern.substring(at, end);
            if (!inner.matches("[0-9]{1,6}(,[0-9]{0,6})?")) {
                newAtom(1);
                return;
            }
            long most = 1;
            for (String number : inner.split(",", -1)) {
                most = Math.max(most, number.isEmpty() ? 1 : Long.parseLong(number));
            }
            at = end + 1;
            newAtom(Math.min(atom * most, Integer.MAX_VALUE));
        }
    }
}
