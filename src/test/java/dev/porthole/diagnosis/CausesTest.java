package dev.porthole.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.diagnosis.rule.Rules;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Address;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.TlsFacts;
import dev.porthole.sockets.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule is asked about every scene: a scene has the findings of its own cause and no others.
class CausesTest {
    private static final Diagnosis ALL = new Diagnosis(Rules.ALL);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final String US = "127.0.0.1";
    private static final String OTHER = "10.0.0.9";

    /// @param codes what is found, in its order
    record Case(String codes, Scene scene) {}

    private static Case of(String codes, Scene scene) {
        return new Case(codes, scene);
    }

    private static Scene us() {
        return Scene.tcp(US, 80);
    }

    /// Another machine of the same link.
    private static Scene other() {
        return Scene.tcp(OTHER, 80).own("10.0.0.2", "eth0").route("10.0.0.0/24", null, Route.Kind.FORWARDS);
    }

    private static Scene silentServer() {
        return us().open(US).listens(80).queue(0, 128).health(4321, 'S', 9, 1024);
    }

    static Stream<Case> cases() {
        return Stream.of(onThisMachine(), ofTheProgram(), onTheWay(), ofNames(), inTheTalk(), ofUnixSockets())
                .flatMap(Collection::stream);
    }

    private static List<Case> onThisMachine() {
        Scene udpOnly = us().refused(US).waits(Protocol.UDP, "0.0.0.0", 80, null, 9, "quic");
        return List.of(
                of("nothing-listens", us().refused(US)),
                of("nothing-listens", us().refused(US).factsUnknown().halfSeen()),
                of("nothing-listens", other().refused(OTHER)),
                of("nothing-listens", Scene.udp(US, 53).refused(US)),
                of(
                        "other-address",
                        Scene.tcp("localhost", 80)
                                .refused("::1")
                                .refused(US)
                                .waits(Protocol.TCP6, "::1", 81, true, 5, "java")
                                .waits(Protocol.TCP, "10.0.0.2", 80, null, 1, "x")
                                .own("10.0.0.2", "eth0")),
                of(
                        "other-family",
                        Scene.tcp("localhost", 80).refused("::1").open(US).listens(80)),
                of("other-family", us().refused(US).waits(Protocol.TCP6, "::", 80, true, 5, "java")),
                of("other-address", us().refused(US).waits(Protocol.TCP, "10.0.0.2", 80, null, 7, "redis")),
                of("other-transport", udpOnly),
                of("other-transport", Scene.udp(US, 80).refused(US).listens(80)),
                of("listener-gone", us().refused(US).waitedEarlier(80, 99, "java")),
                of("local-firewall", us().refused(US).listens(80)),
                of("local-firewall", us().silent(US).listens(80).queue(0, 128)),
                of("local-firewall", Scene.udp(US, 53).question(US, new Fault.UdpNoAnswer())),
                of(
                        "udp-no-answer",
                        Scene.udp(US, 53)
                                .question(US, new Fault.UdpNoAnswer())
                                .waits(Protocol.UDP, "0.0.0.0", 53, null, 9, "dnsmasq")),
                of("local-ports-exhausted", other().failed(OTHER, new Fault.LocalPortsExhausted())),
                of("descriptors-exhausted", other().failed(OTHER, new Fault.DescriptorsExhausted())));
    }

    private static List<Case> ofTheProgram() {
        return List.of(
                of("listener-stopped", us().silent(US).listens(80).queue(6, 5).health(4321, 'T', 5, 1024)),
                of(
                        "listener-descriptors",
                        silentServer()
                                .queue(2, 128)
                                .health(4321, 'S', 1024, 1024)
                                .heard(Bytes.EMPTY, new Fault.ReadTimeout(), WAIT)),
                of("accept-queue-full", us().silent(US).listens(80).queue(6, 5).health(4321, 'S', 5, 1024)),
                of(
                        "not-accepting",
                        silentServer().queue(1, 5).notAccepted(80).heard(Bytes.EMPTY, new Fault.ReadTimeout(), WAIT)),
                of("client-must-speak", silentServer().heard(Bytes.EMPTY, new Fault.ReadTimeout(), WAIT)),
                of("line-not-ended", silentServer().sent("GET /").heard(Bytes.EMPTY, new Fault.ReadTimeout(), WAIT)),
                of("no-answer", silentServer().sent("GET /\r\n").heard(Bytes.EMPTY, new Fault.ReadTimeout(), WAIT)),
                of(
                        "forwarder",
                        us().open(US)
                                .waits(Protocol.TCP, "0.0.0.0", 80, null, 50, "docker-proxy")
                                .heard(Bytes.EMPTY, new Fault.ResetBeforeData())),
                of("closed-after-accept", us().open(US).listens(80).heard(Bytes.EMPTY, new Fault.ClosedBeforeData())));
    }

    private static List<Case> onTheWay() {
        return List.of(
                of("host-down", other().silent(OTHER).neighbour(OTHER, false)),
                of(
                        "host-down",
                        other().failed(OTHER, new Fault.HostUnreachable(), WAIT).neighbour(OTHER, false)),
                of("filtered", other().silent(OTHER).neighbour(OTHER, true)),
                of("filtered", other().silent(OTHER).otherPort(OTHER, 22, false)),
                of("silent", other().silent(OTHER).noOtherPort(OTHER)),
                of("udp-silent", Scene.udp(OTHER, 53).question(OTHER, new Fault.UdpNoAnswer())),
                of(
                        "route-rejects",
                        Scene.tcp("10.2.0.1", 80)
                                .failed("10.2.0.1", new Fault.HostUnreachable())
                                .route("10.2.0.0/16", null, Route.Kind.REJECTS)),
                of(
                        "route-blackhole",
                        Scene.tcp("10.1.0.1", 80)
                                .failed("10.1.0.1", new Fault.RouteBlackhole())
                                .route("10.1.0.0/16", null, Route.Kind.SWALLOWS)),
                of("no-route", Scene.tcp("192.0.2.1", 80).failed("192.0.2.1", new Fault.NetworkUnreachable())),
                of(
                        "rejected",
                        other().failed(OTHER, new Fault.HostUnreachable(), Duration.ofMillis(20))
                                .neighbour(OTHER, true)),
                of("forbidden", Scene.tcp("10.3.0.1", 80).failed("10.3.0.1", new Fault.ConnectForbidden())),
                of("zone-missing", Scene.tcp("fe80::9", 80).failed("fe80::9", new Fault.RouteBlackhole())));
    }

    private static List<Case> ofNames() {
        return List.of(
                of("name-not-found", Scene.tcp("db", 80).name(new Fault.NameNotFound("db"))),
                of("name-server-silent", Scene.tcp("db", 80).name(new Fault.NameTimeout("db"))),
                of("name-server-failed", Scene.tcp("db", 80).name(new Fault.NameServerFailed("db"))),
                of("one-family", Scene.tcp("db", 80).name(new Fault.NoAddressOfFamily("db", Address.Family.IPV6))),
                of(
                        "silent hosts-override",
                        Scene.tcp("db", 80).silent("10.9.9.9").hosts(7, "10.9.9.9")));
    }

    private static List<Case> inTheTalk() {
        return List.of(
                of(
                        "plaintext-on-tls",
                        us().open(US).listens(80).inTls(null, new Fault.NotTls(Bytes.utf8("SSH-2.0-x\r\n")))),
                of(
                        "tls-on-plaintext",
                        us().open(US)
                                .listens(80)
                                .heard(
                                        Bytes.of((byte) 0x15, (byte) 3, (byte) 1, (byte) 0, (byte) 2),
                                        new Fault.Mismatch())),
                of(
                        "other-service",
                        us().open(US).listens(80).heard(Bytes.utf8("SSH-2.0-OpenSSH_9.2\r\n"), new Fault.Mismatch())),
                of(
                        "certificate-chain",
                        other().open(OTHER)
                                .inTls(tls(), new Fault.CertificateUntrusted(Fault.Untrusted.SELF_SIGNED, ""))),
                of("certificate-name", other().open(OTHER).inTls(tls(), new Fault.CertificateForOther(List.of("b")))),
                of(
                        "certificate-date",
                        other().open(OTHER)
                                .inTls(tls(), new Fault.CertificateExpired(Scene.NOW.minusSeconds(300_000)))),
                of("slow-network", other().open(OTHER, Duration.ofMillis(600)).slowFrom(LIMIT)),
                of("slow-here", us().open(US, Duration.ofMillis(600)).slowFrom(LIMIT)),
                of("slow-address", other().overtaken("2001:db8::9").open(OTHER).slowFrom(Duration.ofMillis(100))),
                of(
                        "slow-server",
                        other().open(OTHER)
                                .heard(Bytes.utf8("x"), null, WAIT)
                                .ours(SocketState.ESTABLISHED, Figure.RTT_US, 400)
                                .slowFrom(LIMIT)));
    }

    private static List<Case> ofUnixSockets() {
        Fault refused = new Fault.ConnectRefused();
        return List.of(
                of("unix-missing", Scene.unix("/run/x").path(new Fault.UnixNotFound())),
                of("unix-stale", Scene.unix("/run/x").path(refused).unixListeners()),
                of("unix-permission", Scene.unix("/run/x").path(new Fault.UnixForbidden("rw------- root"))),
                of("unix-not-a-socket", Scene.unix("/run/x").path(new Fault.UnixNotASocket())),
                of("unix-wrong-type", Scene.unix("/run/x").path(new Fault.UnixWrongType())),
                of("unix-loop", Scene.unix("/run/x").path(new Fault.UnixLoop())),
                of("unix-queue-full", Scene.unix("/run/x").path(new Fault.UnixQueueFull())));
    }

    private static TlsFacts tls() {
        return new TlsFacts(
                new TlsFacts.Agreed("TLSv1.3", "TLS_AES_128_GCM_SHA256", null, false),
                Scene.NOW,
                List.of(),
                TlsFacts.Doubts.NONE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSceneHasTheFindingsOfItsOwnCauseOnly(Case each) {
        assertEquals(
                each.codes(),
                String.join(
                        " ",
                        ALL.of(each.scene().evidence()).stream()
                                .map(Finding::code)
                                .toList()));
    }

    /// Probes that went well, on machines in any state.
    @Test
    void aHealthyProbeHasNoFindingWhateverElseIsWrongWithTheMachine() {
        IntStream.range(0, 2000).forEach(seed -> {
            Random random = new Random(seed);
            Scene scene = troubles(random, healthy(random));
            assertEquals(List.of(), ALL.of(scene.evidence()), () -> "seed " + seed);
        });
    }

    private static Scene healthy(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> us().open(US);
            case 1 -> Scene.tcp("::1", 80).open("::1");
            case 2 -> Scene.tcp("db", 80).open(OTHER, Duration.ofMillis(900));
            case 3 -> us().open(US).sent("PING\r\n").heard(Bytes.utf8("+PONG\r\n"), null);
            case 4 -> Scene.tcp("a.example", 443).open(OTHER).inTls(tls(), null).heard(Bytes.utf8("SSH-2.0-x"), null);
            default -> Scene.unix("/run/x").open("/run/x");
        };
    }

    private static Scene troubles(Random random, Scene scene) {
        List<Runnable> all = new ArrayList<>(List.of(
                () -> scene.listens(80).queue(random.nextInt(9), 5),
                () -> scene.waits(Protocol.TCP6, "::1", 80, true, 5, "java").hidden(),
                () -> scene.waits(Protocol.UDP, "0.0.0.0", 80, null, 9, "docker-proxy"),
                () -> scene.health(4321, random.nextBoolean() ? 'T' : 'S', 1024, 1024),
                () -> scene.waitedEarlier(80, 99, "java"),
                () -> scene.connected(SocketState.TIME_WAIT, 40_000, 80),
                () -> scene.notAccepted(80),
                () -> scene.cameLater(),
                () -> scene.halfSeen(),
                () -> scene.ownFiles(256, 256),
                () -> scene.own("10.0.0.2", "eth0").route("0.0.0.0/0", "10.0.0.1", Route.Kind.REJECTS),
                () -> scene.neighbour(OTHER, false),
                () -> scene.hosts(3, OTHER),
                () -> scene.counted("ListenOverflows", 12),
                () -> scene.factsUnknown(),
                () -> scene.unixListeners()));
        all.stream().filter(_ -> random.nextInt(3) == 0).forEach(Runnable::run);
        return scene;
    }
}
