package dev.porthole.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.probe.wire.TestKeys;
import dev.porthole.ui.kit.InSight;
import dev.porthole.ui.kit.Theme;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody does who has read nothing: clicks a service, types a host and a port, presses Enter.
@Tag("window")
@SuppressWarnings("NullAway.Init")
class NewUserScreenTest extends WindowTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void openProbe() throws TimeoutException {
        open(Options.Screen.PROBE, Theme.Choice.LIGHT, 1280, 800);
    }

    @Test
    void aNameServerIsAskedOverUdp() throws IOException {
        try (var server = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofPlatform().daemon().start(() -> resolve(server));
            choose("dns udp");
            assertEquals("UDP", this.<ComboBox<String>>node("#transport").getValue());
            probe("127.0.0.1", server.getLocalPort());
            verdict("OK");
            assertTrue(text("#bannerText").startsWith("Sent over UDP, and the answer matches"), text("#bannerText"));
            assertTrue(transcript().contains("→ "), transcript());
        }
    }

    @Test
    void aMailServerIsRaisedToTlsAndItsPrivateAuthorityIsTrusted() throws Exception {
        var inTls = PlayedServer.answering(
                "", Map.of("EHLO porthole", "250-mail.example.test\r\n250 HELP\r\n", "QUIT", "221 bye\r\n"));
        var smtp = PlayedServer.raised(
                "220 mail.example.test ESMTP\r\n",
                Map.of("EHLO porthole", "250-mail.example.test\r\n250 STARTTLS\r\n", "STARTTLS", "220 go\r\n"),
                TestKeys.context("served.p12"),
                inTls);
        try (var server = PlayedServer.of(smtp)) {
            choose("smtp-starttls");
            probe("localhost", server.port());
            verdict("CRITICAL");
            assertTrue(text("#bannerText").contains("is not trusted"), text("#bannerText"));
            unfold("More about TLS");
            Path roots = Files.write(
                    folder.resolve("authority.pem"),
                    TestKeys.file("authority.pem").toArray());
            type("#authorities", roots.toString());
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            verdict("OK");
            assertTrue(text("#bannerText").contains("with TLSv1.3"), text("#bannerText"));
            assertTrue(transcript().contains("→ STARTTLS"), transcript());
            assertTrue(transcript().contains("← 250-mail.example.test"), transcript());
        }
    }

    @Test
    void redisAnswersPing() throws IOException {
        try (var server = PlayedServer.of(PlayedServer.answering("", Map.of("PING", "+PONG\r\n", "QUIT", "+OK\r\n")))) {
            choose("redis");
            probe("127.0.0.1", server.port());
            verdict("OK");
            assertTrue(text("#bannerText").endsWith("the answer matches: +PONG."), text("#bannerText"));
        }
    }

    @Test
    void postgresqlIsAskedForTls() throws Exception {
        try (var server = PlayedServer.of(PlayedServer.postgres(TestKeys.context("served.p12")))) {
            choose("postgresql-tls");
            probe("localhost", server.port());
            verdict("CRITICAL");
            assertTrue(certificates().contains("Chain: ends at a root that is not known here"), certificates());
            clickOn("#check");
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            verdict("OK");
        }
    }

    @Test
    void aUnixSocketIsItsPath() throws IOException {
        Path path = folder.resolve("app.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            Thread.ofPlatform().daemon().start(() -> greet(server));
            type("#host", path.toString());
            assertEquals("UNIX", this.<ComboBox<String>>node("#transport").getValue());
            assertTrue(lookup("#port").query().isDisabled());
            type("#expect", "^ready");
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            verdict("OK");
        }
        type("#host", folder.resolve("missing.sock").toString());
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        verdict("CRITICAL");
        assertTrue(text("#bannerText").contains("missing.sock"), text("#bannerText"));
    }

    @Test
    void aClientCertificateAndItsPasswordOpenTheDoorAndTheWrongOneIsASentence() throws Exception {
        Path own = Files.write(
                folder.resolve("client.p12"), TestKeys.file("client.p12").toArray());
        Path roots = Files.write(
                folder.resolve("authority.pem"), TestKeys.file("authority.pem").toArray());
        var door = PlayedServer.secured(TestKeys.context("served.p12"), true, PlayedServer.greeting("welcome\r\n"));
        try (var server = PlayedServer.of(door)) {
            choose("https");
            type("#send", "");
            type("#expect", "^welcome");
            unfold("More about TLS");
            type("#authorities", roots.toString());
            probe("localhost", server.port());
            verdict("CRITICAL");
            assertTrue(text("#bannerText").contains("wants a certificate of the client"), text("#bannerText"));
            type("#client", own.toString());
            type("#password", "wrong");
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            eventually("the sentence", () -> text("#bannerText").contains("The password of the client certificate"));
            type("#password", TestKeys.PASSWORD);
            press(KeyCode.ENTER).release(KeyCode.ENTER);
            verdict("OK");
            String kept = shell.remember(WindowPlace.of(stage)).values().toString();
            assertTrue(kept.contains("client.p12"), kept);
            assertTrue(!kept.contains(TestKeys.PASSWORD), kept);
        }
    }

    private String certificates() {
        return String.join(
                "\n",
                lookup(".certificate-verdict").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList());
    }

    private String transcript() {
        return this.<TextArea>node("#transcript").getText();
    }

    /// Opens the list, types what is wanted, and takes the first that is left.
    private void choose(String words) {
        clickOn("#service").write(words);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        eventually("filled", () -> lookup("#filled").query().isVisible());
    }

    private void probe(String host, int port) {
        type("#host", host);
        type("#port", Integer.toString(port));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
    }

    private void type(String field, String words) {
        bring(field);
        interact(() -> node(field).requestFocus());
        push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE).write(words);
    }

    private void unfold(String section) {
        bring("#timeout");
        clickOn(section);
        eventually("its fields", () -> lookup("#authorities").tryQuery().isPresent());
    }

    /// What the wheel of a mouse does.
    private void bring(String field) {
        interact(() -> InSight.bring(node(field), node(".probe-form-scroll")));
    }

    private void verdict(String word) {
        eventually(word, () -> text("#bannerWord").equals(word));
    }

    /// Every question gets itself back as its answer.
    private static void resolve(DatagramSocket server) {
        try {
            var packet = new DatagramPacket(new byte[512], 512);
            server.receive(packet);
            packet.getData()[2] |= (byte) 0x80;
            server.send(packet);
        } catch (IOException over) {
            // So is the test.
        }
    }

    private static void greet(ServerSocketChannel server) {
        try (var caller = server.accept()) {
            caller.write(ByteBuffer.wrap("ready\n".getBytes(UTF_8)));
        } catch (IOException over) {
            // So is the test.
        }
    }
}
