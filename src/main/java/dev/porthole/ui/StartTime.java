package dev.porthole.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;

/// Tells how long the start took, for `--timings`.
final class StartTime {
    private StartTime() {}

    /// Writes one line at the first frame that shows the sockets with their owners, counted from the start of the
    /// process. The system tells that start to the hundredth of a second.
    static void report(Shell shell) {
        new AnimationTimer() {
            private boolean painted;

            @Override
            public void handle(long now) {
                // The pulse after the one that had the data: by then it is on screen.
                if (painted) {
                    stop();
                    Logger.getLogger("porthole").info(line());
                }
                painted = shell.showsData();
            }
        }.start();
    }

    private static String line() {
        ProcessHandle.Info self = ProcessHandle.current().info();
        String processor = self.totalCpuDuration()
                .map(time -> ", " + time.toMillis() + " ms of processor time")
                .orElse("");
        return self.startInstant()
                .map(start -> "first table after "
                        + Duration.between(start, Instant.now()).toMillis() + " ms" + processor)
                .orElse("the system does not tell when this process began");
    }
}
