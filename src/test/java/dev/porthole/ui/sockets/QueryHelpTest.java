package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.sockets.query.InvalidQuery;
import dev.porthole.sockets.query.Query;
import dev.porthole.ui.kit.Messages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryHelpTest {
    private static final String TEXT = Messages.text("sockets.help.list");

    @Test
    void everyExampleOfTheHelpIsRight() throws InvalidQuery {
        for (String line : TEXT.split("\n", -1)) {
            List<String> parts = List.of(line.split("\t", -1));
            assertEquals(2, parts.size(), line);
            assertEquals(parts.getFirst(), Query.parse(parts.getFirst()).text());
        }
    }

    @Test
    void everyFieldIsInTheHelp() {
        // The sentence about an unknown field lists them all.
        String sentence = "";
        try {
            Query.parse("nosuchfield:1");
        } catch (InvalidQuery e) {
            sentence = e.sentence();
        }
        List<String> fields = Stream.of(sentence.split(" ", -1))
                .filter(word -> word.matches("[a-z]+:"))
                .toList();
        assertEquals(22, fields.size(), sentence);
        assertTrue(fields.stream().allMatch(TEXT::contains), sentence);
    }
}
