package dev.porthole.interchange.networkconnections;

/// What `-h` prints.
final class ConnectionsHelp {
    static final String USAGE = "usage: network-connections [-h] [-V] [--always-ok] [--conn-status STATUS]"
            + " [--conn-type TYPE] [-c CRIT] [--no-perfdata] [--test TEST] [-w WARN]";
    static final String TEXT = text();

    private static final int COLUMN = 24;

    private ConnectionsHelp() {}

    private static String text() {
        var text = new StringBuilder(USAGE)
                .append(
                        "\n\nCounts the sockets of this machine by type and state. Each count is set against the ranges.")
                .append("\n\noptions:\n");
        for (ConnectionsOption option : ConnectionsOption.values()) {
            String names = "  " + (option.letter.isEmpty() ? "" : "-" + option.letter + ", ") + "--" + option.word;
            text.append(names)
                    .repeat(' ', Math.max(1, COLUMN - names.length()))
                    .append(option.meaning)
                    .append('\n');
            if (!option.choices().isEmpty()) {
                text.repeat(' ', COLUMN)
                        .append(String.join(", ", option.choices()))
                        .append('\n');
            }
        }
        return text.append("\nExit codes: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, wrong usage, help.")
                .toString();
    }
}
