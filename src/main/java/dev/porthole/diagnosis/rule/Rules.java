package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Rule;
import java.util.List;

/// All rules; a more special one stands before a more general one.
public final class Rules {
    public static final List<Rule> ALL = List.of(
            new OwnExhaustion(),
            new NameTrouble(),
            new UnixSocket(),
            new OtherFamily(),
            new OtherAddress(),
            new OtherTransport(),
            new ListenerGone(),
            new NotAccepting(),
            new LocalFirewall(),
            new NoWay(),
            new Silence(),
            new UdpSilence(),
            new WrongProtocol(),
            new BadCertificate(),
            new ClientFirst(),
            new ClosedAtOnce(),
            new NothingListens(),
            new HostsOverride(),
            new Slow());

    private Rules() {}
}
