package dev.porthole.interchange.networkconnections;

import dev.porthole.threshold.Severity;
import java.util.function.Function;

/// What a call prints, its line end included, and its exit code.
///
/// @param out for standard output
/// @param err for standard error
public record ConnectionsAnswer(String out, String err, int exitCode) implements ConnectionsCall {
    static ConnectionsAnswer of(Severity severity, String line) {
        return new ConnectionsAnswer(line + "\n", "", severity.exitCode());
    }

    /// What went wrong, as UNKNOWN.
    public static ConnectionsAnswer unknown(String sentence) {
        return of(Severity.UNKNOWN, sentence);
    }

    static ConnectionsAnswer usage(String sentence) {
        return new ConnectionsAnswer("", ConnectionsHelp.USAGE + "\nnetwork-connections: error: " + sentence + "\n", 3);
    }

    @Override
    public ConnectionsAnswer answer(Function<ConnectionsQuery, ConnectionsAnswer> counting) {
        return this;
    }
}
