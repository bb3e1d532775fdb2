package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.HostPort;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProberTest {
    @Test
    void aRunTellsItsResultOnceAlsoWhenCancelled() throws Exception {
        try (var prober = Prober.forMany();
                var silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            prober.warmUp();
            var told = new CompletableFuture<ProbeResult>();
            ProbeRun run = prober.start(spec(silent.getLocalPort()), told::complete);
            silent.accept().close();
            run.cancel();
            ProbeResult result = told.get(10, TimeUnit.SECONDS);
            assertEquals(run.await(), result);
            assertEquals(
                    true,
                    List.of("cancelled", "eof-before-data")
                            .contains(result.verdict().cause()));
        }
    }

    @Test
    void aClosedProberCancelsWhatItIsAsked() {
        var prober = Prober.forMany();
        prober.close();
        assertEquals("cancelled", prober.run(spec(1)).verdict().cause());
        prober.warmUp();
    }

    private static ProbeSpec spec(int port) {
        return new ProbeSpec(
                new Target.Tcp(new HostPort("127.0.0.1", port)),
                null,
                List.of(new Step.Expect(Regex.guarded("x"), Reading.UntilMatch.DEFAULT)),
                ProbeSpec.Limits.total(Duration.ofSeconds(20)),
                SlowerThan.NEVER);
    }
}
