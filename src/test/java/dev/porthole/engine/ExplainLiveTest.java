package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two machines in network namespaces, with real routes and firewalls: `10.77.0.1` is this one, `10.77.0.2` and
/// `10.88.0.2` are the other, `10.77.0.99` is nobody. The command line runs in the first.
@Tag("host")
@EnabledIf("mayMakeNamespaces")
class ExplainLiveTest {
    private static final String HERE = "pl" + ProcessHandle.current().pid();
    private static final String THERE = "pr" + ProcessHandle.current().pid();
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");
    private static final List<Process> STAGES = new ArrayList<>();

    static boolean mayMakeNamespaces() throws IOException, InterruptedException {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        return linux
                && run("test \"$(id -u)\" = 0 && ip netns add " + HERE + "t && ip netns del " + HERE + "t && nft -v")
                        == 0;
    }

    @BeforeAll
    static void set() throws Exception {
        String setUp = """
                set -e
                ip netns add L; ip netns add R
                ip link add pa type veth peer name pb netns R; ip link set pa netns L
                ip -n L link set lo up; ip -n R link set lo up
                ip -n L addr add 10.77.0.1/24 dev pa; ip -n L link set pa up
                ip -n R addr add 10.77.0.2/24 dev pb; ip -n R addr add 10.88.0.2/32 dev pb; ip -n R link set pb up
                ip -n L route add 10.88.0.0/24 via 10.77.0.2; ip -n L route add 10.89.0.0/24 via 10.77.0.99
                ip -n L route add blackhole 10.1.0.0/16; ip -n L route add unreachable 10.2.0.0/16
                ip -n L route add prohibit 10.3.0.0/16
                ip netns exec L nft add table inet t
                ip netns exec L nft 'add chain inet t i { type filter hook input priority 0; }'
                ip netns exec L nft add rule inet t i tcp dport 1001 reject with tcp reset
                ip netns exec L nft add rule inet t i tcp dport 1002 drop
                ip netns exec R nft add table inet t
                ip netns exec R nft 'add chain inet t i { type filter hook input priority 0; }'
                ip netns exec R nft add rule inet t i tcp dport 81 drop
                ip netns exec R nft add rule inet t i tcp dport 82 reject with icmpx type admin-prohibited
                """;
        // The names of links are this test's own, too.
        int made = run(named(setUp).replaceAll("\\bpa\\b", "a" + HERE).replaceAll("\\bpb\\b", "b" + HERE));
        assertEquals(0, made, "the namespaces could not be made");
        stage(
                "hold,0.0.0.0,1000",
                "hold,::1,2000",
                "idle,127.0.0.1,3000",
                "hold,0.0.0.0,1001",
                "hold,0.0.0.0,1002",
                "reset,0.0.0.0,8100",
                "late,0.0.0.0,8200",
                "ssh,0.0.0.0,2200",
                "udp,0.0.0.0,5300");
    }

    @AfterAll
    static void strike() throws Exception {
        STAGES.forEach(Process::destroyForcibly);
        run(named("ip netns del L; ip netns del R"));
    }

    @ParameterizedTest
    @CsvSource({
        "nothing-listens, explain 127.0.0.1 4000",
        "other-family, explain ::1 3000",
        "other-family, explain 127.0.0.1 2000",
        "other-address, explain 10.77.0.1 3000",
        "other-transport, explain 127.0.0.1 5300",
        "other-transport, explain 127.0.0.1 1000 --udp --send x",
        "not-accepting, explain 127.0.0.1 3000 --expect x --timeout 2",
        "local-firewall, explain 127.0.0.1 1001",
        "local-firewall, explain 127.0.0.1 1002 --timeout 2",
        "filtered, explain 10.77.0.2 81 --timeout 2",
        "filtered, explain 10.88.0.2 81 --timeout 3",
        "host-down, explain 10.77.0.9 80 --timeout 2",
        "host-down, explain 10.89.0.2 80 --timeout 2",
        "rejected, explain 10.77.0.2 82",
        "route-blackhole, explain 10.1.0.1 80",
        "route-rejects, explain 10.2.0.1 80",
        "route-rejects, explain 10.3.0.1 80",
        "no-route, explain 198.51.100.1 80",
        "zone-missing, explain fe80::1 80",
        "nothing-listens, explain 10.77.0.2 83",
        "other-service, explain 127.0.0.1 2200 --expect ^220",
        "plaintext-on-tls, explain 127.0.0.1 2200 --tls",
        "client-must-speak, explain 127.0.0.1 1000 --expect x --timeout 2",
        "closed-after-accept, explain 127.0.0.1 8100 --expect x",
        "slow-server, explain 127.0.0.1 8200 --expect hello --slow 0.3",
        "udp-no-answer, explain 127.0.0.1 5300 --udp --send x --timeout 1",
        "port-in-use, why-bind 1000",
        "not-our-address, why-bind 1234 192.0.2.9",
        "'', explain 127.0.0.1 1000",
        "'', explain 127.0.0.1 2200 --expect ^SSH"
    })
    void theCauseIsNamedFirst(String code, String command) throws Exception {
        List<String> codes = codes(command);
        assertEquals(code, codes.isEmpty() ? "" : codes.getFirst(), command);
    }

    @Test
    void aStoppedListenerIsTold() throws Exception {
        Process stage = stage("hold,127.0.0.1,6000");
        assertEquals(0, run("kill -STOP " + stage.pid()));
        assertEquals(List.of("listener-stopped"), codes("explain 127.0.0.1 6000 --expect x --timeout 2"));
    }

    @Test
    void aListenerWithoutDescriptorsIsTold() throws Exception {
        Process stage = stage("hold,127.0.0.1,6100");
        // As low as can be: free numbers below the present count would still be given out.
        int limited = run("prlimit --pid %d --nofile=3:3".formatted(stage.pid()));
        assertEquals(0, limited);
        // The accept that waits already has its descriptor: the first caller is taken, the next are not.
        stage("call,127.0.0.1,6100");
        assertEquals(
                "listener-descriptors",
                codes("explain 127.0.0.1 6100 --expect x --timeout 2").getFirst());
    }

    @Test
    void aFullQueueIsTold() throws Exception {
        stage("idle,127.0.0.1,6200", "call,127.0.0.1,6200");
        assertEquals(List.of("accept-queue-full"), codes("explain 127.0.0.1 6200 --timeout 2"));
    }

    @Test
    void exhaustedLocalPortsAreTold() throws Exception {
        stage("hold,127.0.0.1,6300");
        String range = "ip netns exec L sysctl -qw net.ipv4.ip_local_port_range=";
        assertEquals(0, run(named(range + "'40000 40001'")));
        try {
            stage("call,127.0.0.1,6300");
            assertEquals(List.of("local-ports-exhausted"), codes("explain 127.0.0.1 6300"));
        } finally {
            run(named(range + "'32768 60999'"));
        }
    }

    private static String named(String script) {
        return script.replaceAll("\\bL\\b", HERE).replaceAll("\\bR\\b", THERE);
    }

    private static List<String> codes(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(inNamespace());
        words.addAll(product());
        words.addAll(List.of(command.split(" ", -1)));
        words.add("--json");
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return CODE.matcher(out)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> inNamespace() {
        return List.of("ip", "netns", "exec", HERE);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> product() {
        String modules = System.getProperty("jdk.module.path");
        List<String> words = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (modules == null) {
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.porthole.cli.Main"));
        } else {
            words.addAll(List.of(
                    "--enable-native-access=dev.porthole", "-p", modules, "-m", "dev.porthole/dev.porthole.cli.Main"));
        }
        return words;
    }

    /// Comes back when all of its servers are there.
    private static Process stage(String... servers) throws IOException {
        List<String> words = new ArrayList<>(inNamespace());
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        words.addAll(List.of(java(), "-Xmx32m", "-XX:+UseSerialGC", "-cp", classes.toString(), Stage.class.getName()));
        words.addAll(List.of(servers));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        STAGES.add(process);
        assertEquals("ready", process.inputReader(StandardCharsets.US_ASCII).readLine());
        return process;
    }

    private static int run(String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("stage", ".sh");
        try {
            Files.writeString(file, script);
            return new ProcessBuilder("sh", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } finally {
            Files.delete(file);
        }
    }
}
