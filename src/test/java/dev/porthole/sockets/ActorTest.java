package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Porthole is pid 500, started by 400, which was started by 300.
                "1,   10, root, true,  FIRST_PROCESS",
                "0,   10, root, true,  FIRST_PROCESS",
                "1,   10, root, false, FIRST_PROCESS",
                "500, 10, ann,  false, PORTHOLE",
                "500, 10, root, true,  PORTHOLE",
                "400, 10, ann,  false, PARENT",
                "300, 10, root, true,  PARENT",
                "600, -,  ann,  false, UNIDENTIFIED",
                "600, -,  root, true,  UNIDENTIFIED",
                "600, 10, root, false, OTHER_USER",
                "600, 10, #33,  false, OTHER_USER",
                "600, 10, root, true,  -",
                "600, 10, ann,  false, -",
                "600, 10, -,    false, -",
            })
    void whatMayNotBeEndedHasAReason(
            long pid, @Nullable Long start, @Nullable String user, boolean mayEndOthers, @Nullable Refusal refusal) {
        Actor actor = new Actor(500, Set.of(400L, 300L), "ann", mayEndOthers);

        assertEquals(Optional.ofNullable(refusal), actor.refusal(new ProcessRef(pid, start, "nginx", user)));
    }

    @ParameterizedTest
    @CsvSource({"600, root", "600, ann"})
    void withoutAnOwnNameTheSystemDecides(long pid, String user) {
        Actor actor = new Actor(500, Set.of(), null, false);

        assertEquals(Optional.empty(), actor.refusal(new ProcessRef(pid, 10L, "nginx", user)));
    }
}
