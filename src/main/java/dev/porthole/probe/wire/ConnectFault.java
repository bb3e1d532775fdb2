package dev.porthole.probe.wire;

import dev.porthole.probe.Fault;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The cause of a connection that did not come about: by the class of its exception where that says enough, else by
/// the number behind its message.
final class ConnectFault {
    /// A refusal takes a round trip; only the kernel giving up, with the same exception, takes this long.
    private static final Duration NO_REFUSAL = Duration.ofSeconds(20);

    private ConnectFault() {}

    static Fault of(IOException failure, Duration spent, SystemErrors errors) {
        return switch (failure) {
            case NoRouteToHostException _ -> new Fault.HostUnreachable();
            case SocketTimeoutException _ -> new Fault.ConnectTimeout();
            case ConnectException _ ->
                spent.compareTo(NO_REFUSAL) < 0 ? new Fault.ConnectRefused() : new Fault.KernelGaveUp();
            default -> byNumber(failure, errors);
        };
    }

    private static Fault byNumber(IOException failure, SystemErrors errors) {
        String text = String.valueOf(failure.getMessage());
        return switch (errors.numberOf(text).orElse(0)) {
            case Errno.EPERM, Errno.EACCES -> new Fault.ConnectForbidden();
            case Errno.EMFILE, Errno.ENFILE -> new Fault.DescriptorsExhausted();
            case Errno.EADDRINUSE, Errno.EADDRNOTAVAIL -> new Fault.LocalPortsExhausted();
            case Errno.EINVAL -> new Fault.RouteBlackhole();
            case Errno.ENETUNREACH, Errno.ENETDOWN -> new Fault.NetworkUnreachable();
            case Errno.EHOSTUNREACH -> new Fault.HostUnreachable();
            case Errno.ENOPROTOOPT -> new Fault.ProtocolUnreachable();
            case Errno.ECONNREFUSED -> new Fault.ConnectRefused();
            case Errno.ETIMEDOUT -> new Fault.KernelGaveUp();
            // It stood, and was reset before Java had looked.
            case Errno.ECONNRESET -> new Fault.ResetBeforeData();
            default -> failure instanceof BindException ? new Fault.ConnectForbidden() : new Fault.ConnectFailed(text);
        };
    }

    /// Of a UNIX socket.
    ///
    /// @param access mode and owner of the file, to be shown
    static Fault ofUnix(IOException failure, String access, SystemErrors errors) {
        String text = String.valueOf(failure.getMessage());
        return switch (errors.numberOf(text).orElse(0)) {
            case Errno.ENOENT, Errno.ENOTDIR -> new Fault.UnixNotFound();
            case Errno.ELOOP -> new Fault.UnixLoop();
            case Errno.EPROTOTYPE -> new Fault.UnixWrongType();
            case Errno.EAGAIN -> new Fault.UnixQueueFull();
            case Errno.EPERM, Errno.EACCES -> new Fault.UnixForbidden(access);
            case Errno.EMFILE, Errno.ENFILE -> new Fault.DescriptorsExhausted();
            case Errno.ECONNREFUSED -> new Fault.ConnectRefused();
            default ->
                switch (failure) {
                    case ConnectException _ -> new Fault.ConnectRefused();
                    case BindException _ -> new Fault.UnixForbidden(access);
                    default -> new Fault.ConnectFailed(text);
                };
        };
    }
}
