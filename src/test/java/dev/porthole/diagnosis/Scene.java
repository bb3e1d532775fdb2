package dev.porthole.diagnosis;

import dev.porthole.net.HostPort;
import dev.porthole.net.IpAddress;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Address;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Span;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsFacts;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.Trace;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Evidence for tests, told line by line: who was called, what came of it, who waits where, what the machine says.
public final class Scene {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String NOT_TOLD = "not told";
    private static final Duration QUICK = Duration.ofNanos(300_000);

    private final Target target;
    private final List<Step> steps = new ArrayList<>();
    private Duration lookUp = Duration.ZERO;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Phase> talk = new ArrayList<>();
    private final List<LocalAddress> own = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<Neighbour> neighbours = new ArrayList<>();
    private final List<HostsLine> hosts = new ArrayList<>();
    private final List<String> servers = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<String, Long> counted = new HashMap<>();
    private final Map<Long, Told<ProcessHealth>> health = new HashMap<>();
    private final Table table = new Table();
    private final Table probing = new Table();
    private Told<List<PortCalls>> otherPorts = Told.unknown(NOT_TOLD);
    private Told<List<String>> unix = Told.unknown(NOT_TOLD);
    private Told<Descriptors> ownFiles = Told.unknown(NOT_TOLD);
    private @Nullable Fault nameFault;
    private @Nullable Fault fault;
    private @Nullable TlsSpec tls;
    private Duration clock = Duration.ZERO;
    private SlowerThan slow = SlowerThan.NEVER;
    private boolean factsAreKnown = true;
    private boolean waitedBefore = true;
    private @Nullable Table earlier;

    /// Rows with their owners.
    private static final class Table implements Ownership {
        private final SocketTable.Builder rows = new SocketTable.Builder();
        private final List<Owner> owners = new ArrayList<>();

        @Override
        public Owner ownerOf(SocketTable table, int row) {
            return owners.get(row);
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }

        Snapshot snapshot(Instant time, List<Gap> gaps) {
            return Snapshot.of(time, new Reading(rows.build(), gaps, "netlink", Map.of()), this);
        }
    }

    private Scene(Target target) {
        this.target = target;
    }

    public static Scene tcp(String host, int port) {
        return new Scene(new Target.Tcp(new HostPort(host, port)));
    }

    public static Scene udp(String host, int port) {
        return new Scene(new Target.Udp(new HostPort(host, port)));
    }

    public static Scene unix(String path) {
        return new Scene(new Target.Unix(path));
    }

    public Scene failed(String address, Fault why) {
        return failed(address, why, QUICK);
    }

    public Scene failed(String address, Fault why, Duration took) {
        attempts.add(new Attempt(address(address), span(took), new Attempt.Failed(why)));
        fault = why;
        return this;
    }

    public Scene refused(String address) {
        return failed(
                address, target instanceof Target.Udp ? new Fault.UdpPortUnreachable() : new Fault.ConnectRefused());
    }

    /// No answer for two seconds.
    public Scene silent(String address) {
        return failed(address, new Fault.ConnectTimeout(), Duration.ofSeconds(2));
    }

    /// No answer for a quarter of a second, and then another address had answered.
    public Scene overtaken(String address) {
        attempts.add(new Attempt(address(address), span(Duration.ofMillis(250)), new Attempt.Overtaken()));
        return this;
    }

    /// The connection stands; our end is `127.0.0.1:50000`.
    public Scene open(String address) {
        return open(address, QUICK);
    }

    public Scene open(String address, Duration took) {
        attempts.add(new Attempt(address(address), span(took), new Attempt.Open("127.0.0.1:50000")));
        fault = null;
        return this;
    }

    /// Something was sent over UDP, and this came of it.
    public Scene question(String address, Fault why) {
        attempts.add(new Attempt(address(address), span(QUICK), new Attempt.Ready("127.0.0.1:50000")));
        return sent("x").heard(Bytes.EMPTY, why, Duration.ofSeconds(1));
    }

    /// The path was called, and this came of it.
    public Scene path(Fault why) {
        var path = new Address(Address.Family.UNIX, target.serverName());
        attempts.add(new Attempt(path, span(QUICK), new Attempt.Failed(why)));
        fault = why;
        return this;
    }

    /// The look-up failed.
    public Scene name(Fault why) {
        nameFault = why;
        return this;
    }

    public Scene sent(String text) {
        talk.add(new Phase.Send(span(QUICK), Bytes.utf8(text), null));
        return this;
    }

    public Scene heard(Bytes answer, @Nullable Fault why) {
        return heard(answer, why, QUICK);
    }

    public Scene heard(Bytes answer, @Nullable Fault why, Duration wait) {
        Span span = span(wait);
        talk.add(new Phase.Expect(span, answer, answer.isEmpty() ? null : span, why));
        return this;
    }

    public Scene inTls(@Nullable TlsFacts facts, @Nullable Fault why) {
        tls = new TlsSpec(TlsSpec.CertificateCheck.REQUIRED);
        talk.add(new Phase.Handshake(span(QUICK), facts, why));
        return this;
    }

    /// The same, but after the plain dialogue of a protocol, and with another name asked for.
    public Scene raisedToTls(StartTls protocol, String serverName, TlsFacts facts, Fault why) {
        var offer = new TlsSpec.Offer(serverName, List.of(), false);
        var asked =
                new TlsSpec(TlsSpec.CertificateCheck.REQUIRED, offer, TlsSpec.Keys.NONE, TlsSpec.DaysLeft.USUAL, true);
        steps.add(new Step.RaiseToTls(protocol, asked));
        talk.add(new Phase.Handshake(span(QUICK), facts, why));
        return this;
    }

    /// Comes before what is called.
    public Scene lookedUpIn(Duration time) {
        lookUp = span(time).length();
        return this;
    }

    public Scene slowFrom(Duration limit) {
        slow = new SlowerThan(limit, null);
        return this;
    }

    /// A listener, or a UDP socket without a peer; `v6Only` is null where the system does not tell.
    public Scene waits(
            Protocol protocol, String address, int port, @Nullable Boolean v6Only, long pid, String process) {
        row(table, protocol, address, port, protocol.isTcp() ? SocketState.LISTEN : SocketState.NONE, pid, process);
        if (v6Only != null) {
            table.rows.figure(Figure.V6_ONLY, v6Only ? 1 : 0);
        }
        return this;
    }

    /// The usual listener of these tests: TCP on `0.0.0.0`, pid 4321, nginx.
    public Scene listens(int port) {
        return waits(Protocol.TCP, "0.0.0.0", port, null, 4321, "nginx");
    }

    private static void row(
            Table table, Protocol protocol, String address, int port, SocketState state, long pid, String process) {
        IpAddress ip = IpAddress.parse(address).orElseThrow();
        table.rows.add(protocol, state).local(ip.high(), ip.low(), port).identity(pid);
        table.owners.add(new Owner.Known(List.of(new ProcessRef(pid, 1L, process, "root"))));
    }

    /// The accept queue of the listener told last.
    public Scene queue(long waiting, long backlog) {
        table.rows.figure(Figure.RECEIVE_QUEUE, waiting).figure(Figure.BACKLOG, backlog);
        return this;
    }

    /// The owner of the row told last cannot be seen.
    public Scene hidden() {
        table.owners.set(table.owners.size() - 1, new Owner.Hidden(Owner.Why.NO_RIGHTS));
        return this;
    }

    /// The owner of the row told last is still looked for.
    public Scene searchedFor() {
        table.owners.set(table.owners.size() - 1, new Owner.Hidden(Owner.Why.SEARCHING));
        return this;
    }

    /// The server's end of our connection, which its program has not taken.
    public Scene notAccepted(int port) {
        IpAddress ip = IpAddress.parse("127.0.0.1").orElseThrow();
        table.rows
                .add(Protocol.TCP, SocketState.ESTABLISHED)
                .local(ip.high(), ip.low(), port)
                .remote(ip.high(), ip.low(), 50_000);
        table.owners.add(new Owner.None(Owner.Why.NOT_ACCEPTED));
        return this;
    }

    /// A connection of this machine to elsewhere.
    public Scene connected(SocketState state, int localPort, int remotePort) {
        IpAddress ip = IpAddress.parse("127.0.0.1").orElseThrow();
        table.rows
                .add(Protocol.TCP, state)
                .local(ip.high(), ip.low(), localPort)
                .remote(ip.high(), ip.low(), remotePort);
        table.owners.add(
                state == SocketState.TIME_WAIT
                        ? new Owner.None(Owner.Why.TIME_WAIT)
                        : new Owner.Known(List.of(new ProcessRef(77, 1L, "curl", "root"))));
        return this;
    }

    /// Our own socket while the probe ran.
    public Scene ours(SocketState state, Figure figure, long value) {
        row(probing, Protocol.TCP, "10.0.0.2", 50_000, state, 1, "java");
        probing.rows.figure(figure, value);
        return this;
    }

    /// Who waits now came only after the probe had begun.
    public Scene cameLater() {
        waitedBefore = false;
        return this;
    }

    /// Somebody waited on the port five seconds ago.
    public Scene waitedEarlier(int port, long pid, String process) {
        Table then = new Table();
        row(then, Protocol.TCP, "0.0.0.0", port, SocketState.LISTEN, pid, process);
        earlier = then;
        return this;
    }

    public Scene own(String address, String link) {
        own.add(new LocalAddress(IpAddress.parse(address).orElseThrow(), link));
        return this;
    }

    public Scene route(String to, @Nullable String gateway, Route.Kind kind) {
        int prefix = Integer.parseInt(to.substring(to.indexOf('/') + 1));
        IpAddress by = gateway == null ? null : IpAddress.parse(gateway).orElseThrow();
        routes.add(new Route(to, prefix, 0, by, "eth0", kind));
        return this;
    }

    public Scene neighbour(String address, boolean answered) {
        neighbours.add(new Neighbour(IpAddress.parse(address).orElseThrow(), "02:00:00:00:00:01", "eth0", answered));
        return this;
    }

    public Scene hosts(int line, String address) {
        hosts.add(new HostsLine("/etc/hosts", line, address));
        return this;
    }

    public Scene nameServer(String address) {
        servers.add(address);
        return this;
    }

    public Scene counted(String counter, long by) {
        counted.put(counter, by);
        return this;
    }

    public Scene health(long pid, char state, long files, long limit) {
        health.put(pid, Told.of(new ProcessHealth(state, Told.of(new Descriptors(files, limit)))));
        return this;
    }

    public Scene healthUnknown(long pid, String why) {
        health.put(pid, Told.unknown(why));
        return this;
    }

    public Scene otherPort(String address, int port, boolean open) {
        return calls(address, List.of(new PortAnswer(port, open)), NOW);
    }

    /// Other ports were called, and none of them answered.
    public Scene noOtherPort(String address) {
        return calls(address, List.of(), NOW);
    }

    /// They were called an hour ago, and 22 refused.
    public Scene otherPortEarlier(String address) {
        return calls(address, List.of(new PortAnswer(22, false)), NOW.minusSeconds(3600));
    }

    public Scene otherPortsUnknown(String why) {
        otherPorts = Told.unknown(why);
        return this;
    }

    private Scene calls(String address, List<PortAnswer> answers, Instant time) {
        IpAddress ip = IpAddress.parse(address).orElseThrow();
        otherPorts = Told.of(List.of(new PortCalls(ip, List.of(22, 80, 443), answers, time, Duration.ofSeconds(1))));
        return this;
    }

    public Scene unixListeners(String... paths) {
        unix = Told.of(List.of(paths));
        return this;
    }

    public Scene ownFiles(long used, long limit) {
        ownFiles = Told.of(new Descriptors(used, limit));
        return this;
    }

    /// The machine tells nothing but its sockets.
    public Scene factsUnknown() {
        factsAreKnown = false;
        return this;
    }

    public Scene gap(Gap gap) {
        gaps.add(gap);
        return this;
    }

    /// Part of the list of sockets is missing.
    public Scene halfSeen() {
        return gap(new Gap(Gap.Kind.TABLE_UNREADABLE, "/proc/net/tcp6", 1, ""));
    }

    public Snapshot snapshot() {
        return table.snapshot(NOW, gaps);
    }

    public Evidence evidence() {
        var limits = ProbeSpec.Limits.total(Duration.ofSeconds(2));
        var spec = new ProbeSpec(target, tls, steps, limits, slow);
        return new Evidence(spec, trace(), seen(), facts());
    }

    private Trace trace() {
        List<Phase> phases = new ArrayList<>();
        List<Address> addresses = attempts.stream().map(Attempt::address).toList();
        phases.add(new Phase.Resolve(new Span(Duration.ZERO, lookUp), addresses, nameFault));
        if (!attempts.isEmpty()) {
            Span first = attempts.getFirst().span();
            phases.add(new Phase.Connect(
                    new Span(first.from(), attempts.getLast().span().to()), attempts, fault));
        }
        phases.addAll(talk);
        return new Trace(phases);
    }

    private Seen seen() {
        Snapshot after = snapshot();
        Snapshot before = waitedBefore ? after : new Table().snapshot(NOW.minusSeconds(2), List.of());
        Snapshot during = probing.snapshot(NOW, List.of());
        Optional<Seen.Earlier> past = Optional.ofNullable(earlier)
                .map(then -> then.snapshot(NOW.minusSeconds(5), List.of()))
                .map(then -> new Seen.Earlier(new Waiting(then.entry(0)), then.time()));
        return new Seen(
                before, Optional.empty(), after, during.size() == 0 ? List.of() : List.of(during.entry(0)), past);
    }

    private HostFacts facts() {
        if (!factsAreKnown) {
            return new HostFacts(
                    Platform.LINUX,
                    HostFacts.Network.unknown(NOT_TOLD),
                    HostFacts.Limits.unknown(NOT_TOLD),
                    HostFacts.Names.unknown(NOT_TOLD),
                    health,
                    unix);
        }
        return new HostFacts(
                Platform.LINUX,
                new HostFacts.Network(Told.of(own), Told.of(routes), Told.of(neighbours), Told.of(counted), otherPorts),
                new HostFacts.Limits(Told.of(ports()), ownFiles, Told.of(true)),
                new HostFacts.Names(Told.of(hosts), Told.of(servers)),
                health,
                unix);
    }

    /// Those of a usual Linux.
    public static PortRules ports() {
        return new PortRules(32_768, 60_999, new BitSet(), 1024);
    }

    private Span span(Duration length) {
        Span span = new Span(clock, clock.plus(length));
        clock = span.to();
        return span;
    }

    private static Address address(String text) {
        return new Address(text.indexOf(':') < 0 ? Address.Family.IPV4 : Address.Family.IPV6, text);
    }
}
