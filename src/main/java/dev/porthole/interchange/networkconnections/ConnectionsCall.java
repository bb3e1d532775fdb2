package dev.porthole.interchange.networkconnections;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the words of a call come to: an answer already, or sockets that must be counted first.
public sealed interface ConnectionsCall permits ConnectionsAnswer, ConnectionsQuery {
    /// The answer; a query has it from `counting`.
    ConnectionsAnswer answer(Function<ConnectionsQuery, ConnectionsAnswer> counting);

    /// Reads the words of a call.
    ///
    /// @param version of this program, for `-V`
    static ConnectionsCall read(List<String> words, Supplier<String> version) {
        try {
            return new ConnectionsQuery(ConnectionsWords.read(words));
        } catch (ConnectionsWords.Asked asked) {
            // The original ends with 3 whenever its parser ends the program.
            String text = asked.option() == ConnectionsOption.HELP
                    ? ConnectionsHelp.TEXT
                    : "network-connections: porthole " + version.get();
            return ConnectionsAnswer.unknown(text);
        } catch (ConnectionsWords.Wrong wrong) {
            return ConnectionsAnswer.usage(wrong.sentence());
        }
    }
}
