package dev.porthole.ui.datadog;

import dev.porthole.interchange.datadog.DatadogConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the screen shows.
sealed interface DatadogState {
    record Empty() implements DatadogState {}

    /// A file that is being read.
    ///
    /// @param before what was shown until it was opened; null: nothing
    record Reading(String file, @Nullable Loaded before) implements DatadogState {}

    /// No usable file.
    ///
    /// @param sentence names the file, the line where there is one, and the fix
    /// @param before what was shown until it was opened, to go back to; null: nothing
    record Unreadable(
            String file, String sentence, @Nullable Loaded before) implements DatadogState {}

    /// What was read last and can still be shown, with nothing under way; null: nothing.
    default @Nullable Loaded latest() {
        return switch (this) {
            case Loaded loaded -> loaded.stopped();
            case Unreadable unreadable -> unreadable.before();
            case Reading reading -> reading.before();
            case Empty _ -> null;
        };
    }

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

        /// With nothing under way.
        Loaded stopped() {
            return isRunning() ? new Loaded(file, config, rows, over, Phase.CANCELLED) : this;
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
