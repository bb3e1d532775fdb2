package dev.porthole.probe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service that our own probe knows by name: where it is found, what it speaks, and a line that says so.
public record Service(String name, Access access, Talk talk, String says) {
    public enum Transport {
        TCP,
        UDP
    }

    /// `ports` begins with the usual one. With `tls` it is TLS from the first byte; `startTls` is the dialogue that
    /// leads to it, null for none.
    public record Access(
            Transport transport,
            List<Integer> ports,
            boolean tls,
            @Nullable StartTls startTls) {
        public Access {
            ports = List.copyOf(ports);
        }
    }

    /// `expect` is null if the connection or its handshake says enough; send and quit may be empty.
    public record Talk(Bytes send, @Nullable Regex expect, Bytes quit) {}

    /// The usual port.
    public int port() {
        return access.ports().getFirst();
    }

    /// What [ProbeSpec#tls] has to be.
    public @Nullable TlsSpec tls(TlsSpec wanted) {
        return access.tls() ? wanted : null;
    }

    /// The whole dialogue, raised as `tls` has it where the service is.
    public List<Step> steps(TlsSpec tls) {
        List<Step> steps = new ArrayList<>();
        StartTls startTls = access.startTls();
        if (startTls != null) {
            steps.add(new Step.RaiseToTls(startTls, tls));
        }
        if (!talk.send().isEmpty()) {
            steps.add(new Step.Send(talk.send()));
        }
        Regex expect = talk.expect();
        if (expect != null) {
            steps.add(new Step.Expect(expect, Reading.UntilMatch.DEFAULT));
        }
        if (!talk.quit().isEmpty()) {
            steps.add(new Step.Quit(talk.quit()));
        }
        return steps;
    }
}
