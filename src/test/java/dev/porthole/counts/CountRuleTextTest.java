package dev.porthole.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.threshold.InvalidRange;
import dev.porthole.threshold.Severity;
import dev.porthole.threshold.Thresholds;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountRuleTextTest {
    @ParameterizedTest
    @EnumSource
    void everyReadyRuleIsReadAsItWasWritten(ReadyRules ready) {
        assertEquals(Optional.of(ready.rule()), CountRuleText.parse(CountRuleText.write(ready.rule())));
    }

    @Test
    void aNameMayHoldAnything() throws InvalidRange {
        CountRule rule = new CountRule(
                "50 % ; = of\nthem %3B",
                new CountScope(Set.of(Protocol.UDP6), Set.of(SocketState.NONE)),
                Measure.COUNT,
                new CountRule.Judged(Thresholds.parse("@2.5:3", "10:"), true, Severity.WARNING),
                new Firmness(2, 3, 0.5));

        assertEquals(
                "name=50 %25 %3B = of%0Athem %253B;types=udp6;states=none;measure=count;groups=each;warn=@2.5:3;"
                        + "crit=10:;none=warning;need=2;of=3;margin=0.5",
                CountRuleText.write(rule));
        assertEquals(Optional.of(rule), CountRuleText.parse(CountRuleText.write(rule)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name=x",
                "name=x;types=tcp;states=listen;measure=count;groups=sum;warn=x;crit=1;none=ok;need=1;of=1;margin=0",
                "name=x;types=;states=listen;measure=count;groups=sum;warn=1;crit=1;none=ok;need=1;of=1;margin=0",
                "name=x;types=tcp;states=listen;measure=count;groups=sum;warn=1;crit=1;none=ok;need=2;of=1;margin=0",
                "name= ;types=tcp;states=listen;measure=count;groups=sum;warn=1;crit=1;none=ok;need=1;of=1;margin=0"
            })
    void whatIsNoRuleIsNone(String line) {
        assertEquals(Optional.empty(), CountRuleText.parse(line));
    }

    @Test
    void wrongNumbersAreRefusedInASentence() {
        assertThrows(IllegalArgumentException.class, () -> new Firmness(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Firmness(1, Firmness.MOST + 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Firmness(1, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> new Firmness(1, 1, Double.NaN));
    }
}
