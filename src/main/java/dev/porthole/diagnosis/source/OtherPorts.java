package dev.porthole.diagnosis.source;

import dev.porthole.diagnosis.PortAnswer;
import dev.porthole.net.IpAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls a few well-known ports of a silent host once, to see whether it is up. A call is ended with a reset as
/// soon as it stands, and nothing is sent.
public final class OtherPorts {
    private static final List<Integer> PORTS = List.of(22, 80, 443);
    private static final Duration SETTLING = Duration.ofMillis(20);

    private OtherPorts() {}

    /// Those that answered in time.
    ///
    /// @param asked the port that is silent, which is not called
    /// @param limit at most this long
    public static List<PortAnswer> ask(IpAddress host, int asked, Duration limit) throws InterruptedException {
        List<Future<Optional<PortAnswer>>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int port : PORTS) {
                if (port != asked) {
                    calls.add(threads.submit(call(host, port, limit)));
                }
            }
            List<PortAnswer> answers = new ArrayList<>();
            long end = System.nanoTime() + limit.plus(SETTLING).toNanos();
            for (Future<Optional<PortAnswer>> call : calls) {
                result(call, end).ifPresent(answers::add);
            }
            return answers;
        }
    }

    private static Optional<PortAnswer> result(Future<Optional<PortAnswer>> call, long end)
            throws InterruptedException {
        try {
            return call.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            call.cancel(true);
            return Optional.empty();
        }
    }

    private static Callable<Optional<PortAnswer>> call(IpAddress host, int port, Duration limit) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.setSoLinger(true, 0);
                socket.connect(new InetSocketAddress(address(host), port), (int) Math.max(1, limit.toMillis()));
                return Optional.of(new PortAnswer(host, port, true));
            } catch (ConnectException refused) {
                return Optional.of(new PortAnswer(host, port, false));
            } catch (IOException noAnswer) {
                return Optional.empty();
            }
        };
    }

    private static InetAddress address(IpAddress host) throws UnknownHostException {
        return InetAddress.getByName(host.toString());
    }
}
