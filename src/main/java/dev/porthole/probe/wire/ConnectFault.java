package dev.porthole.probe.wire;

import dev.porthole.probe.Fault;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The cause of a connection that did not come about, by the class of its exception: the message is the C library's, in
/// the language of the machine.
final class ConnectFault {
    /// A refusal takes a round trip; only the kernel giving up, with the same exception, takes this long.
    private static final Duration NO_REFUSAL = Duration.ofSeconds(20);

    private ConnectFault() {}

    static Fault of(IOException failure, Duration spent) {
        return switch (failure) {
            case NoRouteToHostException _ -> new Fault.HostUnreachable();
            case BindException _ -> new Fault.ConnectForbidden();
            case SocketTimeoutException _ -> new Fault.ConnectTimeout();
            case ConnectException _ ->
                spent.compareTo(NO_REFUSAL) < 0 ? new Fault.ConnectRefused() : new Fault.ConnectTimeout();
            default -> new Fault.ConnectFailed(String.valueOf(failure.getMessage()));
        };
    }
}
