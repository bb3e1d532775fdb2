package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.Regex;
import dev.porthole.probe.Span;
import dev.porthole.probe.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The answer so far, and what it makes of the phase.
final class Heard {
    private final Run run;
    private final Duration start;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private @Nullable Span firstByte;

    Heard(Run run) {
        this.run = run;
        this.start = run.clock().now();
    }

    void add(Bytes chunk) {
        if (firstByte == null) {
            firstByte = run.clock().since(start);
        }
        octets.writeBytes(chunk.toArray());
    }

    /// Whether the other side said a word, and be it one without octets. Silence matches nothing.
    boolean anything() {
        return firstByte != null;
    }

    int size() {
        return octets.size();
    }

    Bytes bytes() {
        return Bytes.of(octets.toByteArray());
    }

    Regex.Found find(Wanted wanted) {
        return wanted.in(bytes(), run.deadline()::isOver);
    }

    /// Keeps the first `count` octets and returns the others.
    Bytes cut(int count) {
        Bytes all = bytes();
        octets.reset();
        octets.writeBytes(all.first(count).toArray());
        return all.from(count);
    }

    Phase.Expect phase(@Nullable Fault fault) {
        return new Phase.Expect(run.clock().since(start), bytes(), firstByte, fault);
    }

    /// Why there is no more to hear.
    Fault broken(IOException failure) {
        Fault ended = run.ended(timedOut());
        if (ended != null) {
            return ended;
        }
        String alert = HandshakeFault.alertOf(failure);
        if (alert != null) {
            return new Fault.TlsAlert(alert);
        }
        return size() == 0 ? new Fault.ResetBeforeData() : new Fault.ResetAfterData();
    }

    private Fault timedOut() {
        return size() == 0 ? new Fault.ReadTimeout() : new Fault.ReadTimeoutPartial();
    }

    /// A TLS server that closes without the farewell of TLS has closed all the same.
    static boolean isEnd(IOException failure) {
        return HandshakeFault.isCausedBy(failure, EOFException.class);
    }
}
