package dev.porthole.ui.counts;

import dev.porthole.counts.Alert;
import dev.porthole.counts.AlertBoard;
import dev.porthole.counts.CountHistory;
import dev.porthole.counts.Tally;
import dev.porthole.counts.TopOwner;
import dev.porthole.sockets.Gap;
import java.util.List;
import java.util.Map;

/// What the screen shows of one snapshot.
///
/// @param recent the tallies of the last minute, at least one, the newest last
/// @param owners which process holds most of what an alert is about, where one is known
/// @param missing why rows are missing in the newest tally; empty if none are
/// @param faults what is wrong with the file of the history, in sentences
public record CountFrame(
        List<Tally> recent,
        AlertBoard alerts,
        Map<Alert.Key, TopOwner> owners,
        CountHistory history,
        List<Gap> missing,
        List<String> faults) {
    public CountFrame {
        recent = List.copyOf(recent);
        owners = Map.copyOf(owners);
        missing = List.copyOf(missing);
        faults = List.copyOf(faults);
    }

    public Tally latest() {
        return recent.getLast();
    }

    CountFrame with(AlertBoard board) {
        return new CountFrame(recent, board, owners, history, missing, faults);
    }
}
