package dev.porthole.ui.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.counts.Measure;
import dev.porthole.counts.ReadyRules;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.counts.RuleForm.Field;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleFormTest {
    @ParameterizedTest
    @EnumSource(ReadyRules.class)
    void aReadyRuleGoesInAndOutUnchanged(ReadyRules ready) {
        RuleForm.Checked checked = RuleForm.of(ready.rule()).check(Set.of());
        assertEquals(ready.rule(), checked.rule().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30:40  | alerts outside 30 to 40
            @30:40 | alerts from 30 to 40
            10     | alerts above 10
            ~:10   | alerts above 10
            10:    | alerts when below 10
            ''     | never alerts
            """)
    void aRangeIsExplained(String typed, String words) {
        assertEquals(words, form(typed, "3", "5", "0").check(Set.of()).meaning().get(Field.WARNING));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30:4o  | At character 4: “4o” is not a number: write 10, 10:20, 10:, ~:10, or @10:20 to alert inside.
            40:30  | At character 1: “40:30” ends below its start: write the lower number first, or ~: for no lower bound.
            1:2:3  | At character 4: “1:2:3” has more than one colon: write two numbers at most, for example 10:20.
            """)
    void aWrongRangeIsExplainedAtItsPlace(String typed, String words) {
        RuleForm.Checked checked = form(typed, "3", "5", "0").check(Set.of());
        assertEquals(words, checked.wrong().get(Field.WARNING));
        assertTrue(checked.rule().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "3,5,x,MARGIN",
        "3,5,-1,MARGIN",
        "6,5,0,FIRMNESS",
        "0,5,0,FIRMNESS",
        "a,5,0,FIRMNESS",
        "1,4000,0,FIRMNESS"
    })
    void whatIsNoNumberIsNamed(String need, String of, String margin, Field field) {
        RuleForm.Checked checked = form("10", need, of, margin).check(Set.of());
        assertEquals(Set.of(field), checked.wrong().keySet());
        assertTrue(checked.rule().isEmpty());
    }

    @Test
    void aNameIsWantedAndWantedOnce() {
        assertTrue(form("10", "3", "5", "0").check(Set.of("Mine")).wrong().containsKey(Field.NAME));
        RuleForm nameless = new RuleForm(
                " ",
                new RuleForm.Sockets(Set.of(), Set.of(), false),
                Measure.COUNT,
                new RuleForm.Limits("", "", Severity.OK),
                new RuleForm.Sureness("1", "1", ""));
        assertEquals(
                Set.of(Field.NAME, Field.SOCKETS),
                nameless.check(Set.of()).wrong().keySet());
    }

    private static RuleForm form(String warning, String need, String of, String margin) {
        return new RuleForm(
                "Mine",
                new RuleForm.Sockets(Set.of(Protocol.TCP), Set.of(SocketState.CLOSE_WAIT), false),
                Measure.COUNT,
                new RuleForm.Limits(warning, "", Severity.OK),
                new RuleForm.Sureness(need, of, margin));
    }
}
