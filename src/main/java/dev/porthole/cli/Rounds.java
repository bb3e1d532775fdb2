package dev.porthole.cli;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// Does the same several times, at even distances.
///
/// @param seconds from the beginning of a round to that of the next; one that takes longer is followed at once
/// @param count how often, at least 1
record Rounds(double seconds, int count) {
    /// Once, at once.
    static final Rounds ONE = new Rounds(0, 1);

    @FunctionalInterface
    interface Round {
        /// Gives an exit code.
        ///
        /// @param number 1 is the first
        int run(int number) throws IOException, InterruptedException;
    }

    /// Gives the worst exit code of all rounds. Does not wait after the last one.
    int run(Round round) throws IOException, InterruptedException {
        int worst = 0;
        for (int number = 1; number <= count; number++) {
            long began = System.nanoTime();
            worst = Math.max(worst, round.run(number));
            long left = (long) (seconds * 1e9) - (System.nanoTime() - began);
            if (number < count && left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
        }
        return worst;
    }
}
