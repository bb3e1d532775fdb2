package dev.porthole.probe.wire;

import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Connects to a UNIX socket. The file is looked at first: the kernel says "refused" of a plain file, too.
final class UnixDialer {
    /// Between two knocks at a server that does not accept; the kernel tells us no time to come back.
    private static final Duration BETWEEN_KNOCKS = Duration.ofMillis(10);

    private final String path;
    private final UnixFile file;
    private final Run run;

    private UnixDialer(String path, UnixFile file, Run run) {
        this.path = path;
        this.file = file;
        this.run = run;
    }

    static Dialling dial(String path, Run run) throws IOException, InterruptedException {
        Duration start = run.clock().now();
        var file = UnixFile.look(path, run.errors());
        SocketChannel channel = null;
        Fault fault = file.fault();
        if (fault == null) {
            var dialer = new UnixDialer(path, file, run);
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            fault = dialer.connect(channel);
            while (fault instanceof Fault.UnixQueueFull && run.ended(fault) == null) {
                channel.close();
                run.abort().release(channel);
                run.abort().pause(BETWEEN_KNOCKS);
                channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                fault = dialer.connect(channel);
            }
        }
        Attempt.Outcome outcome = fault == null ? new Attempt.Open("") : new Attempt.Failed(fault);
        var attempt = new Attempt(new Address(Family.UNIX, path), run.clock().since(start), outcome);
        if (fault != null && channel != null) {
            channel.close();
        }
        Line line = fault != null || channel == null ? null : Line.over(channel);
        return Dialling.done(run.clock().since(start), List.of(attempt), fault, line);
    }

    private @Nullable Fault connect(SocketChannel channel) {
        run.abort().guard(channel);
        try {
            Fault ended = run.ended(new Fault.UnixQueueFull());
            if (ended == null) {
                channel.connect(UnixDomainSocketAddress.of(path));
            }
            return ended;
        } catch (IOException failure) {
            // On a thread that may be held the kernel waits for a place in the queue itself.
            Fault ended = run.ended(new Fault.UnixQueueFull());
            return ended != null ? ended : ConnectFault.ofUnix(failure, file.access(), run.errors());
        }
    }
}
