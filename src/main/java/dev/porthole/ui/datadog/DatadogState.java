package dev.porthole.ui.datadog;

import dev.porthole.interchange.datadog.DatadogConfig;
import java.util.List;

/// What the screen shows.
sealed interface DatadogState {
    record Empty() implements DatadogState {}

    record Reading(String file) implements DatadogState {}

    /// No usable file.
    ///
    /// @param sentence names the file, the line where there is one, and the fix
    record Unreadable(String file, String sentence) implements DatadogState {}

    /// A file that was read, and what came of it.
    ///
    /// @param over instances whose first run is over
    record Loaded(String file, DatadogConfig config, List<CheckRow> rows, int over, Phase phase)
            implements DatadogState {
        public Loaded {
            rows = List.copyOf(rows);
        }

        boolean isRunning() {
            return phase == Phase.RUNNING;
        }

        Loaded with(CheckBoard board, Phase now) {
            return new Loaded(file, config, board.rows(), board.over(), now);
        }
    }

    enum Phase {
        /// Read; nobody was called.
        PREVIEW,
        RUNNING,
        CANCELLED,
        ENDED
    }
}
