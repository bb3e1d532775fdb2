package dev.porthole.diagnosis.source;

import dev.porthole.diagnosis.PortAnswer;
import dev.porthole.net.IpAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Calls a few well-known ports of a silent host once, to see whether it is up. A call is ended with a reset as
/// soon as it stands, and nothing is sent.
public final class OtherPorts {
    private static final List<Integer> PORTS = List.of(22, 80, 443);

    private OtherPorts() {}

    /// Those to be called.
    ///
    /// @param asked the port that is silent, which is not called again
    public static List<Integer> besides(int asked) {
        return PORTS.stream().filter(port -> port != asked).toList();
    }

    /// Returns at once.
    ///
    /// @param limit at most this long
    /// @param whenAnswered gets each answer on a thread of its own; of a port that says nothing, none
    public static void call(IpAddress host, List<Integer> ports, Duration limit, Consumer<PortAnswer> whenAnswered) {
        for (int port : ports) {
            Thread.ofPlatform().daemon().name("other-ports").start(() -> call(host, port, limit, whenAnswered));
        }
    }

    private static void call(IpAddress host, int port, Duration limit, Consumer<PortAnswer> whenAnswered) {
        try (Socket socket = new Socket()) {
            socket.setSoLinger(true, 0);
            var address = new InetSocketAddress(InetAddress.getByName(host.toString()), port);
            socket.connect(address, (int) Math.max(1, limit.toMillis()));
            whenAnswered.accept(new PortAnswer(port, true));
        } catch (ConnectException refused) {
            whenAnswered.accept(new PortAnswer(port, false));
        } catch (IOException noAnswer) {
            // Nothing is what is told of it.
        }
    }
}
