package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.SocketTable;
import java.nio.ByteBuffer;

/// Reads the kernel's answers to look-ups that were sent together: for each a socket or an error number, in the order
/// of the questions. Foreign bytes raise no exception. Can be used again.
final class DiagLookUp {
    private final SocketTable.Builder into;
    private int first;
    private int asked;
    private int answered;

    DiagLookUp(SocketTable.Builder into) {
        this.into = into;
    }

    /// Begins the answers to the questions with the numbers `firstNumber` to `firstNumber + count - 1`.
    void begin(int firstNumber, int count) {
        first = firstNumber;
        asked = count;
        answered = 0;
    }

    /// Reads one part, from index 0.
    ///
    /// @param length its true length, which may be more than `bytes` holds
    void read(ByteBuffer bytes, int length) {
        DiagMessages.walk(bytes, length, (part, at, end) -> {
            int question = DiagMessages.sequence(part, at) - first;
            if (question >= 0 && question < asked) {
                answer(part, at, end);
            }
            return false;
        });
    }

    private void answer(ByteBuffer bytes, int at, int end) {
        int type = DiagMessages.type(bytes, at);
        if (type == DiagRequest.BY_FAMILY) {
            DiagRow.add(bytes, at + DiagMessages.HEADER, end, true, into);
        }
        answered += type == DiagRequest.BY_FAMILY || type == DiagMessages.ERROR ? 1 : 0;
    }

    /// Whether all questions are answered.
    boolean isComplete() {
        return answered >= asked;
    }
}
