package dev.porthole.cli;

import dev.porthole.engine.SocketCounter;
import dev.porthole.engine.SocketCounter.Counted;
import dev.porthole.interchange.networkconnections.ConnectionsAnswer;
import dev.porthole.interchange.networkconnections.ConnectionsCall;
import dev.porthole.interchange.networkconnections.ConnectionsQuery;
import dev.porthole.interchange.networkconnections.Fixture;
import dev.porthole.interchange.networkconnections.SocketGroups;
import dev.porthole.net.SafeText;
import dev.porthole.report.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;

/// Stands in for Linuxfabrik's network-connections. Its words are its own: picocli lists it and never parses it.
@Command(
        name = NetworkConnectionsCommand.NAME,
        description = "Linuxfabrik's network-connections, byte for byte: network-connections -h")
final class NetworkConnectionsCommand {
    static final String NAME = "network-connections";

    private final PrintStream out;
    private final PrintStream err;

    NetworkConnectionsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> words) {
        ConnectionsAnswer answer = ConnectionsCall.read(words, Version::text).answer(NetworkConnectionsCommand::answer);
        out.writeBytes(answer.out().getBytes(StandardCharsets.UTF_8));
        err.writeBytes(answer.err().getBytes(StandardCharsets.UTF_8));
        return answer.exitCode();
    }

    private static ConnectionsAnswer answer(ConnectionsQuery query) {
        try {
            if (query.fixture().isPresent()) {
                return query.answer(
                        Fixture.parse(SocketCounter.fixture(query.fixture().get())));
            }
            Counted counted = SocketCounter.count();
            return counted.gap()
                    .map(gap -> ConnectionsAnswer.unknown(Words.gap(gap)))
                    .orElseGet(() -> query.answer(SocketGroups.of(counted.counts())));
        } catch (IOException unreadable) {
            return ConnectionsAnswer.unknown(SafeText.of(String.valueOf(unreadable.getMessage())));
        } catch (Fixture.Invalid invalid) {
            return ConnectionsAnswer.unknown(invalid.sentence());
        }
    }
}
