package dev.porthole.interchange.datadog;

import java.util.regex.Pattern;

/// Names made fit for a tag, as the Agent's base class does.
final class TagName {
    private static final Pattern FORBIDDEN = Pattern.compile("[,+*\\-/()\\[\\]{}\\s]");
    private static final Pattern RUN = Pattern.compile("_+");
    private static final Pattern AROUND_DOT = Pattern.compile("_?\\._?");
    private static final Pattern AT_ENDS = Pattern.compile("^_|_$");

    private TagName() {}

    static String normalise(String name) {
        String folded = RUN.matcher(FORBIDDEN.matcher(name).replaceAll("_")).replaceAll("_");
        return AT_ENDS.matcher(AROUND_DOT.matcher(folded).replaceAll(".")).replaceAll("");
    }
}
