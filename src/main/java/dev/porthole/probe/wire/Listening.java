package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.Regex.Found;
import dev.porthole.probe.Step;
import dev.porthole.probe.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads an answer and searches what is wanted in it, and what must not be.
///
/// @param in the stream itself, for readings that stop where the first segment ends
/// @param inbox over the same stream, for all others
/// @param rejects patterns that end it at once
record Listening(InputStream in, Inbox inbox, List<Regex> rejects, Run run) {
    private static final int SEGMENT_BUFFER = 32 * 1024;
    /// The original reads without a limit; this is far beyond any answer and bounds our memory.
    private static final int SEGMENTS_LIMIT = 16 * 1024 * 1024;
    /// Searching anew after each byte of a drip would be quadratic.
    private static final Duration BETWEEN_SEARCHES = Duration.ofMillis(20);
    /// A pattern that looks at the end of the answer is searched when the server pauses.
    private static final Duration PAUSE = Duration.ofMillis(300);

    /// With `moreExpected`, what came after the match is left for the next answer.
    Phase.Expect expect(Step.Expect step, boolean moreExpected) throws InterruptedException {
        return switch (step.reading()) {
            case Reading.FirstSegment(var atMost) -> firstSegment(step.wanted(), atMost.orElse(0));
            case Reading.UntilMatch reading -> untilMatch(step.wanted(), reading, moreExpected);
        };
    }

    private Phase.Expect firstSegment(Wanted wanted, int atMost) {
        var heard = new Heard(run);
        byte[] buffer = new byte[atMost > 0 ? Math.min(atMost, SEGMENTS_LIMIT) : SEGMENT_BUFFER];
        try {
            for (int count = buffer.length; count == buffer.length && heard.size() < SEGMENTS_LIMIT; ) {
                count = in.read(buffer);
                if (count > 0) {
                    heard.add(Bytes.first(count, buffer));
                }
                if (atMost > 0) {
                    break;
                }
            }
        } catch (IOException failure) {
            if (!Heard.isEnd(failure)) {
                return heard.phase(heard.broken(failure));
            }
        }
        return heard.phase(
                switch (heard.find(wanted)) {
                    case YES -> null;
                    case NO -> new Fault.Mismatch();
                    case OUT_OF_TIME -> run.ended(new Fault.MatchTimeout());
                });
    }

    private Phase.Expect untilMatch(Wanted wanted, Reading.UntilMatch reading, boolean moreExpected)
            throws InterruptedException {
        var heard = new Heard(run);
        var patience = new Patience(wanted, reading.quiet());
        while (true) {
            Inbox.News news = inbox.next(patience.left());
            if (news instanceof Inbox.Data(Bytes bytes)) {
                int room = reading.limit() - heard.size();
                inbox.giveBack(bytes.from(room));
                heard.add(bytes.first(room));
                patience.newData(heard);
            }
            Fault last = last(news, heard, reading.limit());
            boolean settled = last != null || patience.isOver();
            if (heard.anything() && (settled || patience.searchIsDue())) {
                Phase.Expect decided = search(wanted, heard, settled, moreExpected);
                if (decided != null) {
                    return decided;
                }
                patience.searched();
            }
            if (settled || wanted.isHopeless(heard.bytes())) {
                return heard.phase(last != null ? last : new Fault.Mismatch());
            }
        }
    }

    /// Null if the answer so far decides nothing.
    private Phase.@Nullable Expect search(Wanted wanted, Heard heard, boolean settled, boolean moreExpected) {
        for (Regex reject : rejects) {
            boolean ready = settled || !reject.endSensitive();
            if (ready && heard.find(Wanted.of(reject)) == Found.YES) {
                return heard.phase(new Fault.Rejected(reject.source()));
            }
        }
        return switch (heard.find(wanted)) {
            case NO -> null;
            case OUT_OF_TIME -> heard.phase(run.ended(new Fault.MatchTimeout()));
            case YES -> {
                if (moreExpected) {
                    inbox.giveBack(heard.cut(wanted.end(heard.bytes())));
                }
                yield heard.phase(null);
            }
        };
    }

    /// The fault if nothing more will come and nothing matches, null as long as more may come.
    private static @Nullable Fault last(Inbox.@Nullable News news, Heard heard, int limit) {
        return switch (news) {
            case null -> null;
            case Inbox.Data _ -> heard.size() >= limit ? new Fault.LimitReached() : null;
            case Inbox.End _ -> ended(heard);
            case Inbox.Broken(var failure) -> Heard.isEnd(failure) ? ended(heard) : broken(heard, failure);
        };
    }

    /// When time is up, an answer with a line end was whole enough to be judged.
    private static Fault broken(Heard heard, IOException failure) {
        Fault fault = heard.broken(failure);
        return fault instanceof Fault.ReadTimeoutPartial && heard.bytes().contains('\n') ? new Fault.Mismatch() : fault;
    }

    private static Fault ended(Heard heard) {
        return heard.size() == 0 ? new Fault.ClosedBeforeData() : new Fault.Mismatch();
    }

    /// How long to wait for more before something is to be done.
    private final class Patience {
        private final boolean endSensitive;
        private final Duration quiet;
        private Duration lastData = run.clock().now();
        private Duration lastSearch = BETWEEN_SEARCHES.negated();
        private boolean unsearched;
        private boolean wholeLine;

        Patience(Wanted wanted, Duration quiet) {
            this.endSensitive = wanted.endSensitive();
            this.quiet = quiet;
        }

        void newData(Heard heard) {
            lastData = run.clock().now();
            unsearched = true;
            wholeLine = heard.size() > 0 && heard.bytes().at(heard.size() - 1) == '\n';
        }

        void searched() {
            unsearched = false;
            lastSearch = run.clock().now();
        }

        Duration left() {
            Duration end = Inbox.FOREVER;
            if (unsearched) {
                end = nextSearch();
            }
            if (decidesQuietly() && lastData.plus(quiet).compareTo(end) < 0) {
                end = lastData.plus(quiet);
            }
            Duration left = end.minus(run.clock().now());
            return left.isNegative() ? Duration.ZERO : left;
        }

        boolean searchIsDue() {
            return unsearched && hasCome(nextSearch());
        }

        /// Silence after a whole line: the server has said what it had to say.
        boolean isOver() {
            return decidesQuietly() && hasCome(lastData.plus(quiet));
        }

        private boolean decidesQuietly() {
            return wholeLine && quiet.isPositive();
        }

        private Duration nextSearch() {
            return endSensitive ? lastData.plus(PAUSE) : lastSearch.plus(BETWEEN_SEARCHES);
        }

        private boolean hasCome(Duration when) {
            return run.clock().now().compareTo(when) >= 0;
        }
    }
}
