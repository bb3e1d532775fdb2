package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Rule;
import java.util.List;

/// All rules; a more special one stands before a more general one.
public final class Rules {
    public static final List<Rule> ALL = List.of(new OtherFamily(), new NothingListens());

    private Rules() {}
}
