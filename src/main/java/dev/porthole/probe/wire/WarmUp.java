package dev.porthole.probe.wire;

import dev.porthole.net.HostPort;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TimeLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/// Takes the ways of a probe once, so that the times of the first real one are the network's. A port that is taken but
/// not listened on refuses surely, so nothing listens and nobody is called.
public final class WarmUp {
    private static final int ROUNDS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final ProbeRunner runner;
    private final Supplier<Thread.Builder> threads;

    /// @param threads of the kind that probes will run on
    public WarmUp(ProbeRunner runner, Supplier<Thread.Builder> threads) {
        this.runner = runner;
        this.threads = threads;
    }

    public void run() {
        runPlain();
        runner.warm();
    }

    /// Without what only TLS needs, which takes most of the time.
    public void runPlain() {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var closed = new Target.Tcp(new HostPort(taken.getLocalAddress().getHostAddress(), taken.getLocalPort()));
            var spec = new ProbeSpec(closed, null, List.of(), ProbeSpec.Limits.total(LIMIT), SlowerThan.NEVER);
            for (int i = 0; i < ROUNDS; i++) {
                threads.get().start(() -> runner.run(spec, new Abort())).join();
            }
            runner.warmNames();
            converse();
        } catch (IOException | InterruptedException | RejectedExecutionException unprepared) {
            // The first probe will be slower, that is all; or the runner was closed, and there will be none.
        }
    }

    /// Loads what a socket in the file system needs.
    public void runUnix() {
        try (var _ = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            converse();
        } catch (IOException | UnsupportedOperationException | InterruptedException unprepared) {
            // As above; or this system has no such sockets, and the probe will say so.
        }
    }

    /// A dialogue with an answer that is already here.
    private void converse() throws InterruptedException {
        var run = runner.begin(new TimeLimit.Total(LIMIT), new Abort());
        Talking.send(Bytes.utf8("QUIT\r\n"), new ByteArrayOutputStream(), run);
        var banner = new ByteArrayInputStream(Bytes.utf8("220 ready\r\n").toArray());
        try (var inbox = Inbox.of(banner)) {
            var expect = new Step.Expect(Regex.re2("^220"), Reading.UntilMatch.DEFAULT);
            new Listening(banner, inbox, List.of(), run).expect(expect, false);
        }
        run.deadline().end();
    }
}
