package dev.porthole.report;

import dev.porthole.net.SafeText;

/// Foreign text for a cell of a spreadsheet: safe, and with an apostrophe before what would be taken for a formula.
public final class Defused {
    private static final String FORMULA = "=+-@\t\r";

    private Defused() {}

    public static String of(String text) {
        return isFormula(text) ? "'" + SafeText.of(text) : SafeText.of(text);
    }

    /// The same of a text that is safe already, as cells on screen are.
    public static String ofShown(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
