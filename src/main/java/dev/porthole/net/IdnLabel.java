package dev.porthole.net;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// One part of a name in another script, and its form for the look-up (IDNA 2008, RFC 5890 to 5893, with the mapping
/// of UTS 46: lower case, composed, and `ß` stays what it is). Stricter than that where it costs nobody: letters,
/// digits, marks and hyphens only.
final class IdnLabel {
    static final String PREFIX = "xn--";

    private IdnLabel() {}

    /// `xn--…`, or the label itself where it is ASCII; empty if it cannot be a part of a name.
    static Optional<String> lookedUp(String label) {
        String mapped = Normalizer.normalize(
                Normalizer.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (!mapped.codePoints().allMatch(IdnLabel::isAllowed)) {
            return Optional.empty();
        }
        boolean ascii = mapped.codePoints().allMatch(point -> point < 128);
        return Optional.of(ascii ? mapped : PREFIX + Punycode.encode(mapped));
    }

    /// What an `xn--` label stands for; empty if it is none that IDNA would have made.
    static Optional<String> meant(String label) {
        return Punycode.decode(label.substring(PREFIX.length()).toLowerCase(Locale.ROOT))
                .filter(text -> text.codePoints().anyMatch(point -> point >= 128))
                .filter(text -> lookedUp(text).filter(label::equalsIgnoreCase).isPresent());
    }

    private static boolean isAllowed(int point) {
        return point == '-'
                || switch (Character.getType(point)) {
                    case Character.LOWERCASE_LETTER,
                            Character.OTHER_LETTER,
                            Character.MODIFIER_LETTER,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }
}
