package dev.porthole.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porthole.cli.RealServers.Door;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The eight services of check-tcp against servers of Debian; a server that is not installed skips its rows and says
// so.
@Tag("host")
@EnabledOnOs(OS.LINUX)
class RealServersTest {
    private static RealServers servers;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        servers = new RealServers(folder);
    }

    @AfterAll
    static void end() {
        servers.close();
    }

    @ParameterizedTest
    @CsvSource({
        "FTP, FTP, 220",
        "POP, POP3, +OK",
        "SPOP, POP3S, +OK",
        "IMAP, IMAP, * OK",
        "SIMAP, IMAPS, * OK",
        "SMTP, SMTP, 220",
        "SSMTP, SMTPS, 220"
    })
    void checkTcpAgreesWithTheServersOfItsServices(String service, Door door, String greeting) {
        need(door);
        int code = run(
                "check-tcp",
                "--service=" + service,
                "-H",
                "127.0.0.1",
                "-p",
                servers.port(door),
                "--no-check-certificate",
                "-t",
                "20",
                "-w",
                "20",
                "-c",
                "20");
        assertEquals(0, code, this::said);
        assertTrue(said().startsWith(service + " OK: "), this::said);
        assertTrue(said().contains("port " + servers.port(door) + " [" + greeting), this::said);
    }

    /// Today's job server says OK before its version, which the original does not expect.
    @Test
    void checkTcpTakesTodaysGearmanForAFailureAsTheOriginalDoes() {
        need(Door.GEARMAN);
        assertEquals(
                2,
                run("check-tcp", "--service=GEARMAN", "-H", "127.0.0.1", "-p", servers.port(Door.GEARMAN), "-t", "20"),
                this::said);
        assertTrue(said().startsWith("GEARMAN CRITICAL: Unexpected response from host/socket: OK "), this::said);
    }

    @ParameterizedTest
    @CsvSource({"FTP, FTP", "POP3, POP3", "IMAP, IMAP", "SMTP, SMTP", "GEARMAN, GEARMAN"})
    void theProbeAgreesWithThemToo(String service, Door door) {
        need(door);
        agrees("probe", "127.0.0.1", servers.port(door), "-s", service, "--brief");
    }

    @ParameterizedTest
    @CsvSource({
        "POP3S, POP3S",
        "POP3-STARTTLS, POP3",
        "IMAPS, IMAPS",
        "IMAP-STARTTLS, IMAP",
        "SMTPS, SMTPS",
        "SMTP-STARTTLS, SMTP"
    })
    void theProbeChecksTheirCertificates(String service, Door door) {
        need(door);
        agrees("probe", "127.0.0.1", servers.port(door), "-s", service, "--brief", "--ca", servers.authority());
    }

    private void agrees(String... words) {
        assertEquals(0, run(words), this::said);
        assertTrue(said().startsWith("OK: Connected in "), this::said);
    }

    private static void need(Door door) {
        assumeTrue(door.program().isInstalled(), door.program()::lack);
    }

    private String said() {
        return out.toString(UTF_8);
    }

    private int run(String... words) {
        var stream = new PrintStream(out, true, UTF_8);
        return Main.run(words, new ByteArrayInputStream(new byte[0]), stream, stream);
    }
}
