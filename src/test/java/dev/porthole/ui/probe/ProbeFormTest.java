package dev.porthole.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.engine.ServiceList;
import dev.porthole.net.HostPort;
import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Part;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.Service;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeFormTest {
    @Test
    void anEmptyFormAsksForThePortOnly() {
        assertEquals(Set.of(ProbeField.PORT), wrong(ProbeForm.EMPTY).keySet());
    }

    @Test
    void aHostAndAPortAreEnoughToConnect() {
        assertEquals(
                new ProbeSpec(
                        new Target.Tcp(new HostPort("localhost", 22)),
                        null,
                        List.of(),
                        ProbeSpec.Limits.total(Duration.ofSeconds(10)),
                        SlowerThan.NEVER),
                spec(form("22")));
    }

    @Test
    void theDialogueStandsInTheOrderInWhichItIsSpoken() {
        ProbeForm form = form("25")
                .with(ProbeField.SECURITY, "SMTP")
                .with(ProbeField.SEND, "EHLO a\\r\\n")
                .with(ProbeField.EXPECT, "^250")
                .with(ProbeField.REJECT, "^5\n^4")
                .with(ProbeField.QUIT, "QUIT\\r\\n");
        List<Step> steps = spec(form).steps();
        assertEquals(
                StartTls.SMTP,
                assertInstanceOf(Step.RaiseToTls.class, steps.getFirst()).protocol());
        assertEquals(
                List.of(
                        new Step.Reject(Regex.guarded("^5")),
                        new Step.Reject(Regex.guarded("^4")),
                        new Step.Send(Bytes.utf8("EHLO a\r\n")),
                        new Step.Expect(Regex.guarded("^250"), Reading.UntilMatch.DEFAULT),
                        new Step.Quit(Bytes.utf8("QUIT\r\n"))),
                steps.subList(1, steps.size()));
        assertNull(spec(form).tls());
    }

    @Test
    void everythingOfTlsIsInTheSpec() {
        TlsSpec tls = spec(form("443")
                        .with(ProbeField.SECURITY, "TLS")
                        .with(ProbeField.CHECK, "false")
                        .with(ProbeField.SNI, "other.test")
                        .with(ProbeField.ALPN, "h2, http/1.1")
                        .with(ProbeField.OLD, "true")
                        .with(ProbeField.DAYS_WARNING, "30")
                        .with(ProbeField.DAYS_CRITICAL, "7"))
                .tls();
        assertEquals(
                new TlsSpec(
                        TlsSpec.CertificateCheck.NONE,
                        new TlsSpec.Offer("other.test", List.of("h2", "http/1.1"), true),
                        TlsSpec.Keys.NONE,
                        new TlsSpec.DaysLeft(30, 7),
                        true),
                tls);
    }

    @Test
    void limitsAddressesAndSourceAreInTheSpec() {
        ProbeSpec spec = spec(form("22")
                .with(ProbeField.TIMEOUT, "2,5")
                .with(ProbeField.WARNING, "1")
                .with(ProbeField.DELAY, "0.5")
                .with(ProbeField.CONNECT_WARNING, "0.1")
                .with(ProbeField.ADDRESSES, "IPV6_ONLY")
                .with(ProbeField.SOURCE, "::1"));
        assertEquals(Duration.ofMillis(500), spec.limits().delay());
        assertEquals(
                Map.of(Part.CONNECT, new SlowerThan(Duration.ofMillis(100), null)),
                spec.limits().parts());
        assertEquals(new SlowerThan(Duration.ofSeconds(1), null), spec.slow());
        assertEquals(new Approach(AddressMode.IPV6_ONLY, "::1"), spec.approach());
    }

    @Test
    void severalPatternsAreOneExpectation() {
        ProbeForm form = form("22")
                .with(ProbeField.EXPECT, "a")
                .with(ProbeField.FURTHER, "b\n\nc")
                .with(ProbeField.HOW, "ALL");
        assertEquals(
                Wanted.allOf(Regex.guarded("a"), Regex.guarded("b"), Regex.guarded("c")),
                expect(spec(form)).wanted());
    }

    @Test
    void exactBytesAreReadWithTheirEscapes() {
        ProbeForm form = form("22").with(ProbeField.EXPECT, "\\x05\\x00").with(ProbeField.HOW, "BYTES");
        assertEquals(
                new Wanted.Octets(Bytes.of((byte) 5, (byte) 0)),
                expect(spec(form)).wanted());
    }

    @Test
    void quitGetsItsLineEndOnlyWhereEscapesAreNotRead() {
        ProbeForm typed = form("22").with(ProbeField.QUIT, "QUIT\\n");
        assertEquals(List.of(new Step.Quit(Bytes.utf8("QUIT\n"))), spec(typed).steps());
        assertEquals(
                List.of(new Step.Quit(Bytes.utf8("QUIT\\n\r\n"))),
                spec(typed.with(ProbeField.ESCAPES, "false")).steps());
    }

    @ParameterizedTest
    @CsvSource({
        "/run/x.sock, TCP, /run/x.sock",
        "unix:/run/x.sock, TCP, /run/x.sock",
        "run/x.sock, UNIX, run/x.sock",
    })
    void aPathIsAUnixSocket(String typed, String transport, String path) {
        ProbeForm form = form("").with(ProbeField.HOST, typed).with(ProbeField.TRANSPORT, transport);
        assertEquals(new Target.Unix(path), spec(form).target());
    }

    @Test
    void aPastedTargetSettlesTheOtherFields() {
        assertEquals("UDP", settled("udp://127.0.0.1:53").get(ProbeField.TRANSPORT));
        assertEquals("UNIX", settled("/run/x.sock").get(ProbeField.TRANSPORT));
        assertEquals("TLS", settled("https://host.example/").get(ProbeField.SECURITY));
        assertEquals("OFF", settled("http://host.example/").get(ProbeField.SECURITY));
        assertEquals(
                new Target.Udp(new HostPort("127.0.0.1", 53)),
                spec(settled("udp://127.0.0.1:53")).target());
    }

    @Test
    void aNameAfterAPathIsCalledOverTcpAgain() {
        ProbeForm path = settled("/run/x.sock");
        ProbeForm name = FormTarget.settled(path, path.with(ProbeField.HOST, "localhost"));
        assertEquals("TCP", name.get(ProbeField.TRANSPORT));
        ProbeForm chosen = form("").with(ProbeField.TRANSPORT, "UNIX");
        assertEquals(
                "UNIX",
                FormTarget.settled(chosen, chosen.with(ProbeField.HOST, "run/x.sock"))
                        .get(ProbeField.TRANSPORT));
    }

    @Test
    void notesTellTheLookedUpFormAndThePort() {
        List<String> notes = FormTarget.notes(ProbeForm.EMPTY.with(ProbeField.HOST, "https://münchen.example/x"));
        assertTrue(notes.toString().contains("Port 443"), notes.toString());
        assertTrue(notes.toString().contains("xn--mnchen-3ya.example"), notes.toString());
    }

    @Test
    void everyWrongFieldIsToldAtOnceAndNamed() {
        ProbeForm form = ProbeForm.EMPTY
                .with(ProbeField.HOST, "")
                .with(ProbeField.EXPECT, "(")
                .with(ProbeField.SEND, "\\q")
                .with(ProbeField.TIMEOUT, "soon")
                .with(ProbeField.WARNING, "0")
                .with(ProbeField.BYTES, "0")
                .with(ProbeField.SOURCE, "eth0")
                .with(ProbeField.REJECT, "x");
        Map<ProbeField, String> wrong = wrong(form.with(ProbeField.SECURITY, "TLS")
                .with(ProbeField.CLIENT, "no/such.p12")
                .with(ProbeField.DAYS_WARNING, "many"));
        assertEquals(
                Set.of(
                        ProbeField.HOST,
                        ProbeField.EXPECT,
                        ProbeField.SEND,
                        ProbeField.TIMEOUT,
                        ProbeField.WARNING,
                        ProbeField.BYTES,
                        ProbeField.SOURCE,
                        ProbeField.CLIENT,
                        ProbeField.DAYS_WARNING,
                        ProbeField.REJECT),
                wrong.keySet());
        wrong.forEach((field, sentence) -> assertTrue(
                sentence.startsWith(
                        field == ProbeField.HOST ? "Host" : field.label().replace(" (s)", "")),
                sentence));
    }

    @Test
    void tlsOverUdpIsRefused() {
        assertEquals(
                Set.of(ProbeField.SECURITY),
                wrong(form("53").with(ProbeField.TRANSPORT, "UDP").with(ProbeField.SECURITY, "TLS"))
                        .keySet());
    }

    @ParameterizedTest
    @CsvSource({"10, 10000", "2.5, 2500", "' 2,5 ', 2500", ".5, 500", "3600, 3600000", "0.001, 1", "1., 1000"})
    void secondsMayHavePointOrComma(String typed, long milliseconds) {
        assertEquals(
                ProbeSpec.Limits.total(Duration.ofMillis(milliseconds)),
                spec(timeout(typed)).limits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10d", "0x1p3", "1e3", "NaN", "+5", "-5", "0", "3600.1", "1.5.2", ".", "10s", "٣", "{0}'"})
    void whatIsNoPlainNumberOfSecondsIsWrongAndQuoted(String typed) {
        Map<ProbeField, String> wrong = wrong(timeout(typed));
        assertEquals(Set.of(ProbeField.TIMEOUT), wrong.keySet());
        assertTrue(String.valueOf(wrong.get(ProbeField.TIMEOUT)).contains(typed));
    }

    @Test
    void formsThatLookTheSameAreEqual() {
        assertEquals(ProbeForm.EMPTY, form("22").with(ProbeField.PORT, ""));
        assertEquals(Set.of(ProbeField.PORT), form("22").differences(ProbeForm.EMPTY));
    }

    @Test
    void everyServiceFillsAFormThatSpeaksAsTheServiceDoes() {
        for (Service service : ServiceList.load()) {
            ProbeForm filled =
                    ServiceFill.of(ProbeForm.EMPTY, service, Map.of()).after();
            List<Step> steps = spec(filled).steps();
            List<Step> wanted = service.steps(TlsSpec.thorough(TlsSpec.CertificateCheck.REQUIRED));
            assertEquals(wanted, steps, service.name());
            assertEquals(service.access().tls(), spec(filled).tls() != null, service.name());
        }
    }

    @Test
    void aServiceLeavesWhatTheUserTyped() {
        ServiceFill fill = ServiceFill.of(form("2525").with(ProbeField.EXPECT, "ready"), service("SMTP"), Map.of());
        assertEquals("2525", fill.after().get(ProbeField.PORT));
        assertEquals("ready", fill.after().get(ProbeField.EXPECT));
        assertEquals("QUIT\\r\\n", fill.after().get(ProbeField.QUIT));
        assertEquals(Set.of(ProbeField.PORT, ProbeField.EXPECT), fill.kept());
    }

    @Test
    void theNextServiceReplacesWhatTheOneBeforeFilledIn() {
        ServiceFill first = ServiceFill.of(ProbeForm.EMPTY, service("SMTP"), Map.of());
        ServiceFill second = ServiceFill.of(first.after(), service("REDIS"), first.filled());
        assertEquals(ServiceFill.of(ProbeForm.EMPTY, service("REDIS"), Map.of()).after(), second.after());
        assertEquals(first.after(), second.before());
    }

    @Test
    void theUsualServiceOfAPortIsGuessed() {
        List<Service> all = ServiceList.load();
        assertEquals(
                "SMTP",
                ServiceChoice.at(25, Service.Transport.TCP, all).orElseThrow().name());
        assertEquals(
                "DNS-UDP",
                ServiceChoice.at(53, Service.Transport.UDP, all).orElseThrow().name());
        assertFalse(ServiceChoice.at(1, Service.Transport.TCP, all).isPresent());
        ServiceChoice.all(all)
                .forEach(each -> assertFalse(
                        each.group() == ServiceGroup.OTHER, each.service().name()));
    }

    private static Service service(String name) {
        return ServiceList.load().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ProbeForm settled(String typed) {
        return FormTarget.settled(form(""), form("").with(ProbeField.HOST, typed));
    }

    private static Step.Expect expect(ProbeSpec spec) {
        return assertInstanceOf(Step.Expect.class, spec.steps().getFirst());
    }

    private static ProbeForm form(String port) {
        return ProbeForm.EMPTY.with(ProbeField.PORT, port);
    }

    private static ProbeForm timeout(String seconds) {
        return form("22").with(ProbeField.TIMEOUT, seconds);
    }

    private static ProbeSpec spec(ProbeForm form) {
        return assertInstanceOf(ProbeForm.Result.Valid.class, form.read()).spec();
    }

    private static Map<ProbeField, String> wrong(ProbeForm form) {
        return assertInstanceOf(ProbeForm.Result.Invalid.class, form.read()).sentences();
    }
}
