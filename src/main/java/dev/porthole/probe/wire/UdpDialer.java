package dev.porthole.probe.wire;

import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a UDP socket that is connected, as only such a one hears that a port is closed. Nothing is sent by that, so
/// the first address to which there is a way is taken.
final class UdpDialer {
    private UdpDialer() {}

    /// @param addresses at least one
    static Dialling dial(List<InetAddress> addresses, int port, @Nullable String source, Run run) throws IOException {
        Duration start = run.clock().now();
        List<Attempt> attempts = new ArrayList<>();
        for (InetAddress address : addresses) {
            Duration begun = run.clock().now();
            DatagramChannel channel = DatagramChannel.open();
            run.abort().guard(channel);
            Attempt.Outcome outcome = connect(channel, new InetSocketAddress(address, port), source, run);
            attempts.add(new Attempt(Resolver.address(address), run.clock().since(begun), outcome));
            if (outcome instanceof Attempt.Ready) {
                return Dialling.done(run.clock().since(start), attempts, null, UdpLine.over(channel));
            }
            channel.close();
        }
        Fault first = attempts.getFirst().outcome() instanceof Attempt.Failed(Fault fault) ? fault : null;
        return Dialling.done(run.clock().since(start), attempts, first, null);
    }

    private static Attempt.Outcome connect(
            DatagramChannel channel, InetSocketAddress remote, @Nullable String source, Run run) {
        Fault ended = run.ended(new Fault.UdpNoAnswer());
        if (ended != null) {
            return new Attempt.Failed(ended);
        }
        if (source != null) {
            try {
                channel.bind(new InetSocketAddress(InetAddress.ofLiteral(source), 0));
            } catch (IOException | IllegalArgumentException unavailable) {
                return new Attempt.Failed(new Fault.SourceUnavailable(source));
            }
        }
        try {
            channel.connect(remote);
            SocketAddress local = channel.getLocalAddress();
            return new Attempt.Ready(
                    local instanceof InetSocketAddress end ? Endpoints.text(end.getAddress(), end.getPort()) : "");
        } catch (IOException failure) {
            Fault cut = run.ended(new Fault.UdpNoAnswer());
            return new Attempt.Failed(cut != null ? cut : ConnectFault.of(failure, Duration.ZERO, run.errors()));
        }
    }

    /// The faults of a stream, told as what they are of datagrams.
    static Phase told(Phase phase) {
        return switch (phase) {
            case Phase.Send send -> new Phase.Send(send.span(), send.sent(), told(send.fault()));
            case Phase.Expect heard ->
                new Phase.Expect(heard.span(), heard.received(), heard.firstByte(), told(heard.fault()));
            default -> phase;
        };
    }

    private static @Nullable Fault told(@Nullable Fault fault) {
        return switch (fault) {
            case null -> null;
            case Fault.ReadTimeout _, Fault.ClosedBeforeData _, Fault.SendTimeout _ -> new Fault.UdpNoAnswer();
            case Fault.ResetBeforeData _, Fault.ResetWhileSending _ -> new Fault.UdpPortUnreachable();
            case Fault.ReadTimeoutPartial _, Fault.ResetAfterData _ -> new Fault.Mismatch();
            default -> fault;
        };
    }
}
