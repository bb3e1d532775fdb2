package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import java.io.EOFException;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/// The cause of a handshake that failed. JSSE has no other place for it than its texts, which are never translated.
final class HandshakeFault {
    private static final String ALERT = "Received fatal alert: ";
    private static final String TOO_LARGE = "exceeds the maximum allowed";
    private static final String OLD_SERVER = "is not accepted by client preferences";
    private static final int FIRST_RECORD_TYPE = 20;
    private static final int LAST_RECORD_TYPE = 24;

    private HandshakeFault() {}

    /// `first` is how the server began.
    static Fault.OfTls of(Exception failure, Bytes first) {
        boolean isTls = first.isEmpty() || (first.at(0) >= FIRST_RECORD_TYPE && first.at(0) <= LAST_RECORD_TYPE);
        if (!isTls) {
            return new Fault.NotTls(first);
        }
        String alert = alertOf(failure);
        if (alert != null) {
            return alert.equals("protocol_version") ? new Fault.TlsOldProtocol() : new Fault.TlsAlert(alert);
        }
        if (after(TOO_LARGE, failure) != null) {
            return new Fault.TlsLimitSize();
        }
        if (after(OLD_SERVER, failure) != null) {
            return new Fault.TlsOldProtocol();
        }
        if (isCausedBy(failure, EOFException.class)) {
            return new Fault.TlsClosed();
        }
        return isCausedBy(failure, SocketException.class)
                ? new Fault.TlsReset()
                : new Fault.TlsProtocolError(String.valueOf(failure.getMessage()));
    }

    /// The name of the alert that the server sent, null if none.
    static @Nullable String alertOf(Throwable failure) {
        return after(ALERT, failure);
    }

    static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /// What follows `words` in one of the texts, null if none holds them.
    private static @Nullable String after(String words, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            int at = text.indexOf(words);
            if (at >= 0) {
                return text.substring(at + words.length());
            }
        }
        return null;
    }
}
