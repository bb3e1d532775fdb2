package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessStatTest {
    @ParameterizedTest
    @ValueSource(strings = {"nginx", "tmux: server", ") (", "a) S 1 (b", "((sd-pam))", "", "x\ny", "日本"})
    void theNameEndsAtTheLastParenthesis(String name) {
        assertEquals(Optional.of(new ProcessStat(name, 4711, false)), ProcessStat.parse(stat(812, name, 4711)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "1 (x", "1 x) S 1", "1 (x) S 1 2 3", "1 )x( S"})
    void anythingElseIsNoProcess(String text) {
        assertEquals(Optional.empty(), ProcessStat.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "9999999999999999999"})
    void aStartThatIsNoNumberIsNoProcess(String start) {
        assertEquals(Optional.empty(), ProcessStat.parse(stat(1, "x", 4711).replace("4711", start)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "X", "x"})
    void aProcessOfWhichOnlyTheExitCodeIsLeftHasEnded(String state) {
        String stat = stat(812, "nginx", 4711).replace(") S ", ") " + state + " ");
        assertEquals(Optional.of(new ProcessStat("nginx", 4711, true)), ProcessStat.parse(stat));
    }

    /// As Linux 6.18 writes it.
    static String stat(long pid, String name, long start) {
        return pid + " (" + name + ") S 1 812 812 0 -1 4194560 1229 0 3 0 1 2 0 0 20 0 1 0 " + start
                + " 17301504 1523 18446744073709551615 1 1 0 0 0 0 0 4096 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n";
    }
}
