package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Over the recorded answers of [DiagReplyTest]: a socket (question 10), and one that is gone (11).
class DiagLookUpTest {
    private final SocketTable.Builder table = new SocketTable.Builder();
    private final DiagLookUp answers = new DiagLookUp(table);

    @Test
    void itIsCompleteWhenEachQuestionHasASocketOrAnError() throws IOException {
        answers.begin(10, 2);
        read("one.diag");
        assertFalse(answers.isComplete());
        read("gone.diag");

        assertTrue(answers.isComplete());
        assertEquals(1, table.size());
    }

    @Test
    void answersToOtherQuestionsAreNotHeard() throws IOException {
        answers.begin(11, 2);
        read("one.diag");

        assertEquals(0, table.size());
        assertFalse(answers.isComplete());
    }

    @Test
    void brokenBytesRaiseNoException() throws IOException {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            ByteBuffer broken = recorded("one.diag");
            broken.put(random.nextInt(broken.capacity()), (byte) random.nextInt());
            answers.begin(10, 1);
            answers.read(broken, random.nextInt(broken.capacity() + 100));
        }
        assertTrue(table.size() <= 2_000);
    }

    private void read(String name) throws IOException {
        ByteBuffer bytes = recorded(name);
        answers.read(bytes, bytes.capacity());
    }

    private static ByteBuffer recorded(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DiagLookUpTest.class.getResourceAsStream(name))) {
            return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
