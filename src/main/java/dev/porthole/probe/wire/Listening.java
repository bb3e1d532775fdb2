package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.Regex.Found;
import dev.porthole.probe.Step;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads an answer and searches the pattern in it.
final class Listening {
    private static final int SEGMENT_BUFFER = 32 * 1024;
    /// The original reads without a limit; this is far beyond any answer and bounds our memory.
    private static final int SEGMENTS_LIMIT = 16 * 1024 * 1024;
    /// Searching anew after each byte of a drip would be quadratic.
    private static final Duration BETWEEN_SEARCHES = Duration.ofMillis(20);
    /// A pattern that looks at the end of the answer is searched when the server pauses.
    private static final Duration QUIET = Duration.ofMillis(300);

    private static final Duration FOREVER = Duration.ofDays(365);

    private final InputStream in;
    private final Run run;

    Listening(InputStream in, Run run) {
        this.in = in;
        this.run = run;
    }

    Phase.Expect expect(Step.Expect step) throws InterruptedException {
        return switch (step.reading()) {
            case Reading.FirstSegment(var atMost) -> firstSegment(step.pattern(), atMost.orElse(0));
            case Reading.UntilMatch(int limit) -> untilMatch(step.pattern(), limit);
        };
    }

    private Phase.Expect firstSegment(Regex pattern, int atMost) {
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
                switch (heard.find(pattern)) {
                    case YES -> null;
                    case NO -> new Fault.Mismatch();
                    case OUT_OF_TIME -> run.ended(new Fault.MatchTimeout());
                });
    }

    private Phase.Expect untilMatch(Regex pattern, int limit) throws InterruptedException {
        var heard = new Heard(run);
        Inbox inbox = Inbox.of(in, limit);
        Duration lastSearch = BETWEEN_SEARCHES.negated();
        boolean searched = true;
        while (true) {
            Inbox.News news = inbox.next(searched ? FOREVER : patience(pattern, lastSearch));
            if (news instanceof Inbox.Data(Bytes bytes)) {
                heard.add(bytes);
                searched = false;
            }
            Fault last = last(news, heard, limit);
            boolean due = last != null
                    || news == null
                    || !patience(pattern, lastSearch).isPositive();
            if (due && !searched) {
                Found found = heard.find(pattern);
                if (found != Found.NO) {
                    return heard.phase(found == Found.YES ? null : run.ended(new Fault.MatchTimeout()));
                }
                searched = true;
                lastSearch = run.clock().now();
            }
            if (last != null) {
                return heard.phase(last);
            }
        }
    }

    private Duration patience(Regex pattern, Duration lastSearch) {
        return pattern.endSensitive()
                ? QUIET
                : BETWEEN_SEARCHES.minus(run.clock().now().minus(lastSearch));
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
}
