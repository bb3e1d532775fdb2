package dev.porthole.ui.datadog;

import dev.porthole.ui.datadog.DatadogState.Loaded;
import dev.porthole.ui.kit.Messages;
import java.util.EnumMap;
import java.util.Map;

/// How a file or its run stands, in one line.
final class Summary {
    private Summary() {}

    static String of(Loaded now) {
        int instances = now.config().instances().size();
        if (now.phase() == DatadogState.Phase.PREVIEW) {
            return Messages.text("datadog.summary.preview", instances);
        }
        Map<RowStatus, Integer> counts = new EnumMap<>(RowStatus.class);
        now.rows().forEach(row -> counts.merge(RowStatus.of(row, now.isRunning()), 1, Integer::sum));
        String results = Messages.text(
                "datadog.summary.results",
                counts.getOrDefault(RowStatus.OK, 0),
                counts.getOrDefault(RowStatus.CRITICAL, 0),
                counts.getOrDefault(RowStatus.UNRESOLVED, 0) + counts.getOrDefault(RowStatus.BROKEN, 0),
                counts.getOrDefault(RowStatus.NOT_CALLED, 0));
        return switch (now.phase()) {
            case RUNNING -> Messages.text("datadog.summary.running", now.over(), instances, results);
            case CANCELLED -> Messages.text("datadog.summary.cancelled", results);
            case ENDED, PREVIEW -> results;
        };
    }
}
