package dev.porthole.interchange.checktcp;

import dev.porthole.interchange.checktcp.CheckTcpOption.Kind;

/// What `-h` prints.
final class CheckTcpHelp {
    private static final int COLUMN = 32;

    static final String TEXT = text();

    private CheckTcpHelp() {}

    private static String text() {
        var text = new StringBuilder("Usage:\n  porthole check-tcp [OPTIONS]\n\nApplication Options:\n");
        for (CheckTcpOption option : CheckTcpOption.values()) {
            String names = (option.letter == ' ' ? "      " : "  -" + option.letter + ", ") + "--" + option.word
                    + (option.kind == Kind.SWITCH ? "" : "=");
            text.append(names)
                    .repeat(' ', Math.max(1, COLUMN - names.length()))
                    .append(option.meaning)
                    .append('\n');
        }
        return text.append("\nExit codes: 0 OK, 1 WARNING (and wrong usage), 2 CRITICAL, 3 UNKNOWN.")
                .toString();
    }
}
