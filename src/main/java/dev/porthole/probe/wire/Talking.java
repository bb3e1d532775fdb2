package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Sends in pieces, so that a failure knows how much the system had taken.
final class Talking {
    private static final int PIECE = 8 * 1024;

    record Sent(Bytes bytes, @Nullable Fault fault) {}

    private Talking() {}

    static Sent send(Bytes bytes, OutputStream out, Run run) {
        byte[] octets = bytes.toArray();
        int done = 0;
        try {
            while (done < octets.length) {
                int piece = Math.min(PIECE, octets.length - done);
                out.write(octets, done, piece);
                done += piece;
            }
            out.flush();
            return new Sent(bytes, null);
        } catch (IOException failure) {
            Fault ended = run.ended(new Fault.SendTimeout());
            String alert = HandshakeFault.alertOf(failure);
            Fault own = alert != null ? new Fault.TlsAlert(alert) : new Fault.ResetWhileSending();
            return new Sent(Bytes.first(done, octets), ended != null ? ended : own);
        }
    }
}
