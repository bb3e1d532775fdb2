package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.SocketTable;
import java.nio.ByteBuffer;

/// Reads the kernel's answers to look-ups that were sent together: for each a socket or an error number, in the order
/// of the questions. Foreign bytes raise no exception. Can be used again.
final class DiagLookUp {
    private static final int HEADER = 16;
    private static final int ERROR = 2;

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
        int end = Math.min(length, bytes.capacity());
        int at = 0;
        while (end - at >= HEADER) {
            long message = DiagRow.unsigned(bytes, at);
            if (message < HEADER || message > end - at) {
                return;
            }
            int question = bytes.getInt(at + 8) - first;
            if (question >= 0 && question < asked) {
                answer(bytes, at, at + (int) message);
            }
            at += ((int) message + 3) & ~3;
        }
    }

    private void answer(ByteBuffer bytes, int at, int end) {
        int type = bytes.getShort(at + 4) & 0xffff;
        if (type == DiagRequest.BY_FAMILY) {
            DiagRow.add(bytes, at + HEADER, end, true, into);
        }
        answered += type == DiagRequest.BY_FAMILY || type == ERROR ? 1 : 0;
    }

    /// Whether all questions are answered.
    boolean isComplete() {
        return answered >= asked;
    }
}
