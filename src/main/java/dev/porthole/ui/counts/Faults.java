package dev.porthole.ui.counts;

import java.util.List;
import java.util.Optional;

/// Tells each fault when it begins, and not as long as it lasts.
final class Faults {
    private List<String> lasting = List.of();

    /// What is to be told; empty if nothing began.
    ///
    /// @param now what is wrong now, in sentences
    Optional<String> news(List<String> now) {
        List<String> begun =
                now.stream().filter(fault -> !lasting.contains(fault)).toList();
        lasting = List.copyOf(now);
        return begun.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", begun));
    }
}
