package dev.porthole.interchange.networkconnections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.counts.StateCounts;
import dev.porthole.sockets.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A machine of two types and three states, asked in many ways. Words are parted by blanks.
class ConnectionsCallTest {
    private static final String SOCKETS = """
            [{"proto": "tcp", "status": "TIME_WAIT", "more": {"x": [1]}}, {"proto": "tcp", "status": "LISTEN"},
             {"proto": "udp6", "status": "NONE"}, {"status": "LISTEN", "proto": "tcp"}]""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '"',
            value = {
                "''> 0 > tcp LISTEN: 2, tcp TIME WAIT: 1, udp6 NONE: 1|'tcp_LISTEN'=2 'tcp_TIME_WAIT'=1 'udp6_NONE'=1",
                "--no-perfdata > 0 > tcp LISTEN: 2, tcp TIME WAIT: 1, udp6 NONE: 1",
                "--no > 0 > tcp LISTEN: 2, tcp TIME WAIT: 1, udp6 NONE: 1",
                "--no --conn-t udp6 > 0 > udp6 NONE: 1",
                "--no -w1 > 1 > tcp LISTEN: 2 [WARNING], tcp TIME WAIT: 1, udp6 NONE: 1",
                "--no -w=1 --conn-s=listen > 1 > tcp LISTEN: 2 [WARNING]",
                "--no -w 9 -w 1 --conn-s listen > 1 > tcp LISTEN: 2 [WARNING]",
                "--no -c 1 -w 0 > 2 > tcp LISTEN: 2 [CRITICAL], tcp TIME WAIT: 1 [WARNING], udp6 NONE: 1 [WARNING]",
                "--no --always -c 1 --conn-s listen > 0 > tcp LISTEN: 2 [CRITICAL] (always ok)",
                "--always -c 1 --conn-s listen > 0 > tcp LISTEN: 2 [CRITICAL] (always ok)|'tcp_LISTEN'=2",
                "--no -w None -c NONE --conn-s listen > 0 > tcp LISTEN: 2",
                "--no -w -5 > 3 > Start 0 must not be greater than end -5",
                "--no -c 1 -w x --conn-s listen > 2 > tcp LISTEN: 2 [CRITICAL]",
                "--no --bogus x stray -x --conn-s listen > 0 > tcp LISTEN: 2",
                "--no --conn-s listen -- -w x > 0 > tcp LISTEN: 2",
                "--no -w -- 1 --conn-s listen > 1 > tcp LISTEN: 2 [WARNING]",
                "--conn-type tcp6 --conn-type tcp6 > 0 > No connections of type \"tcp6,tcp6\" in status \"a,l,l\" found.",
                "--conn-type udp --conn-status all -w x > 0 > No connections of type \"udp\" in status \"all\" found."
            })
    void aCallIsAnsweredAsTheOriginalDoes(String words, int exitCode, String line) throws Exception {
        ConnectionsAnswer answer = answer(words.replace("''", ""));

        assertEquals(line.strip() + "\n", answer.out());
        assertEquals(exitCode, answer.exitCode());
        assertEquals("", answer.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--conn-type TCP",
                "--conn-status delete_tcb",
                "--conn listen",
                "--c 5",
                "-w",
                "-w -10:-2",
                "-w --",
                "--no-perfdata=x",
                "--always-ok=",
                "-c --warning 5"
            })
    void wordsThatTheOriginalRefusesAreUsageErrors(String words) throws Exception {
        ConnectionsAnswer answer = answer(words);

        assertEquals(3, answer.exitCode());
        assertEquals("", answer.out());
        assertTrue(answer.err().contains("network-connections: error: "), answer.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help", "--he", "-V", "--version", "-w 5 -h"})
    void helpAndVersionEndWithThree(String words) throws Exception {
        ConnectionsAnswer answer = answer(words);

        assertEquals(3, answer.exitCode());
        assertTrue(answer.out().endsWith("\n"));
        assertEquals("", answer.err());
    }

    @Test
    void theFixtureIsWhatStandsBeforeTheComma() {
        assertEquals(
                Optional.of("a/b.json"), query(List.of("--test=a/b.json,,0")).fixture());
        assertEquals(Optional.of("x"), query(List.of("--test", "x")).fixture());
        assertEquals(Optional.empty(), query(List.of()).fixture());
    }

    @Test
    void thisMachinesSocketsAreGroupsToo() {
        SocketGroups groups = SocketGroups.of(StateCounts.of(Sample.mixed().table()));

        assertEquals(
                "tcp LISTEN: 2, tcp TIME WAIT: 1, tcp6 ESTABLISHED: 1, udp6 NONE: 1\n",
                query(List.of("--no-perfdata")).answer(groups).out());
    }

    @Test
    void aLabelCannotEndItself() throws Exception {
        SocketGroups odd = Fixture.parse("[{\"proto\": \"tcp\", \"status\": \"a'b=c\"}]");

        assertEquals("tcp a'b=c: 1|'tcp_ab_c'=1\n", query(List.of()).answer(odd).out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{}",
                "[1]",
                "[{\"proto\": \"sctp\", \"status\": \"LISTEN\"}]",
                "[{\"proto\": \"tcp\"}]",
                "[{\"status\": \"LISTEN\"}]",
                "[{\"proto\": \"tcp\", \"status\": \"LISTEN\"}",
                "[] []"
            })
    void aBrokenFixtureIsASentence(String text) {
        String sentence =
                assertThrows(Fixture.Invalid.class, () -> Fixture.parse(text)).sentence();

        assertTrue(sentence.matches("[A-Z].*"), sentence);
    }

    private static ConnectionsAnswer answer(String words) throws Fixture.Invalid {
        List<String> split = words.isBlank() ? List.of() : List.of(words.strip().split(" ", -1));
        return switch (ConnectionsCall.read(split, () -> "1.0")) {
            case ConnectionsAnswer answer -> answer;
            case ConnectionsQuery query -> query.answer(Fixture.parse(SOCKETS));
        };
    }

    private static ConnectionsQuery query(List<String> words) {
        return assertInstanceOf(ConnectionsQuery.class, ConnectionsCall.read(words, () -> "1.0"));
    }
}
