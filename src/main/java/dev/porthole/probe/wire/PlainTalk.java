package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Utterance;
import dev.porthole.probe.Utterance.Speaker;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The words before TLS, one line or message at a time, written down on both sides.
final class PlainTalk {
    /// The dialogue cannot go on.
    static final class Over extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Over(Fault fault) {
            super(fault.code(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    private static final int MOST_HEARD = 64 * 1024;
    private static final Duration AFTERTHOUGHT = Duration.ofMillis(200);

    private final StartTls protocol;
    private final Inbox inbox;
    private final OutputStream out;
    private final Run run;
    private final List<Utterance> said = new ArrayList<>();
    private Bytes unread = Bytes.EMPTY;
    private int heard;

    PlainTalk(StartTls protocol, Inbox inbox, OutputStream out, Run run) {
        this.protocol = protocol;
        this.inbox = inbox;
        this.out = out;
        this.run = run;
    }

    List<Utterance> said() {
        return said;
    }

    void say(String text) throws Over {
        say(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    void say(Bytes bytes) throws Over {
        var sent = Talking.send(bytes, out, run);
        said.add(new Utterance(Speaker.PROBE, sent.bytes()));
        if (sent.fault() != null) {
            throw new Over(sent.fault());
        }
    }

    /// The next line without its end, each octet one character.
    String line() throws Over, InterruptedException {
        int end = unread.indexOf('\n');
        while (end < 0) {
            more();
            end = unread.indexOf('\n');
        }
        return text(take(end + 1)).stripTrailing();
    }

    Bytes octets(int count) throws Over, InterruptedException {
        while (unread.length() < count) {
            more();
        }
        return take(count);
    }

    /// All up to the end of the first of `marks`, each octet one character.
    String until(String... marks) throws Over, InterruptedException {
        while (true) {
            String text = text(unread);
            for (String mark : marks) {
                int at = text.indexOf(mark);
                if (at >= 0) {
                    return text(take(at + mark.length()));
                }
            }
            more();
        }
    }

    /// What comes in a moment, if anything: the rest of a message that has no need of more.
    Bytes rest() throws InterruptedException {
        try {
            while (inbox.peek(AFTERTHOUGHT) instanceof Inbox.Data) {
                more();
            }
        } catch (Over enough) {
            // What was heard until then is shown.
        }
        return take(unread.length());
    }

    /// Plain text that nobody asked for.
    Bytes left() throws InterruptedException {
        return unread.isEmpty() ? inbox.waiting() : unread;
    }

    private Bytes take(int count) {
        Bytes taken = unread.first(count);
        unread = unread.from(count);
        if (!taken.isEmpty()) {
            said.add(new Utterance(Speaker.SERVER, taken));
        }
        return taken;
    }

    private void more() throws Over, InterruptedException {
        switch (inbox.next(Inbox.FOREVER)) {
            case Inbox.Data(Bytes bytes) -> {
                heard += bytes.length();
                unread = Bytes.joined(List.of(unread, bytes));
                if (heard > MOST_HEARD) {
                    throw over(new Fault.LimitReached());
                }
            }
            case Inbox.Broken(var failure) -> {
                Fault ended = run.ended(heard == 0 ? new Fault.ReadTimeout() : new Fault.StartTlsTimeout(protocol));
                Fault closed = Heard.isEnd(failure) ? closed() : reset();
                throw over(ended != null ? ended : closed);
            }
            case Inbox.End _ -> throw over(closed());
            case null -> throw over(new Fault.StartTlsTimeout(protocol));
        }
    }

    /// What was heard and not read is evidence, too.
    private Over over(Fault fault) {
        take(unread.length());
        return new Over(fault);
    }

    private Fault closed() {
        return heard == 0 ? new Fault.ClosedBeforeData() : new Fault.StartTlsClosed(protocol);
    }

    private Fault reset() {
        return heard == 0 ? new Fault.ResetBeforeData() : new Fault.ResetAfterData();
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
    }
}
