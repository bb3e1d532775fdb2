package dev.porthole.ui.probe;

import dev.porthole.engine.ProbeResult;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The runs of this session, the newest first; the oldest go.
final class RunHistory {
    static final int MOST = 500;

    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private int count;

    void add(ProbeResult result) {
        runs.addFirst(RunRecord.of(++count, result));
        if (runs.size() > MOST) {
            runs.removeLast();
        }
    }

    ObservableList<RunRecord> runs() {
        return runs;
    }
}
