package dev.porthole.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.HostPort;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Preset;
import dev.porthole.probe.Presets;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
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
    void everythingTypedIsInTheSpec() {
        ProbeForm full = new ProbeForm(
                "Example.org", "995", true, false, "a\\n", "^\\+OK", "QUIT\\r\\n", true, "2,5", "1", "2.25");
        assertEquals(
                new ProbeSpec(
                        new Target.Tcp(HostPort.parse("Example.org", "995")),
                        TlsSpec.thorough(TlsSpec.CertificateCheck.NONE),
                        List.of(
                                new Step.Send(Bytes.utf8("a\n")),
                                new Step.Expect(Regex.guarded("^\\+OK"), Reading.UntilMatch.DEFAULT),
                                new Step.Quit(Bytes.utf8("QUIT\r\n"))),
                        ProbeSpec.Limits.total(Duration.ofMillis(2500)),
                        new SlowerThan(Duration.ofSeconds(1), Duration.ofMillis(2250))),
                spec(full));
    }

    @Test
    void withoutTlsTheCertificateDoesNotCount() {
        assertNull(spec(form("22")).tls());
    }

    @Test
    void quitGetsItsLineEndUnlessEscapesAreRead() {
        assertEquals(List.of(new Step.Quit(Bytes.utf8("QUIT\\n\r\n"))), quit("QUIT\\n", false));
        assertEquals(List.of(new Step.Quit(Bytes.utf8("QUIT\n"))), quit("QUIT\\n", true));
        assertEquals(List.of(new Step.Quit(Bytes.utf8("QUIT"))), quit("QUIT", true));
        assertEquals(List.of(), quit("", false));
    }

    @Test
    void sendIsSentAsTypedUnlessEscapesAreRead() {
        assertEquals(List.of(new Step.Send(Bytes.utf8("a\\n"))), send("a\\n", false));
        assertEquals(List.of(new Step.Send(Bytes.utf8("a\n\\x"))), send("a\\n\\x", true));
    }

    @Test
    void everyWrongFieldIsToldAtOnce() {
        ProbeForm form = new ProbeForm("", "x", false, true, "", "(", "", false, "soon", "-1", "4000");
        assertEquals(
                Set.of(ProbeField.HOST, ProbeField.EXPECT, ProbeField.TIMEOUT, ProbeField.WARNING, ProbeField.CRITICAL),
                wrong(form).keySet());
    }

    @Test
    void eachSentenceNamesItsFieldAndTheRemedy() {
        Map<ProbeField, String> wrong =
                wrong(new ProbeForm("localhost", "70000", false, true, "", "(", "", false, "", "0", "1 s"));
        assertEquals("Port: “70000” is outside 1 to 65535.", wrong.get(ProbeField.PORT));
        assertEquals("Time-out: enter a number of seconds, like 10.", wrong.get(ProbeField.TIMEOUT));
        assertEquals(
                "Warning: \"0\" is no number of seconds above 0 and up to 3600; enter one like 1.5, or nothing.",
                wrong.get(ProbeField.WARNING));
        assertEquals(
                "Critical: \"1 s\" is no number of seconds above 0 and up to 3600; enter one like 3, or nothing.",
                wrong.get(ProbeField.CRITICAL));
        String pattern = String.valueOf(wrong.get(ProbeField.EXPECT));
        assertTrue(pattern.startsWith("Expect: this is no RE2 pattern: "), pattern);
    }

    @ParameterizedTest
    @CsvSource({"10, 10000", "2.5, 2500", "' 2,5 ', 2500", ".5, 500", "3600, 3600000", "0.001, 1", "1., 1000"})
    void secondsMayHavePointOrComma(String typed, long milliseconds) {
        assertEquals(
                ProbeSpec.Limits.total(Duration.ofMillis(milliseconds)),
                spec(timeout(typed)).limits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10d",
                "10f",
                "0x1p3",
                "1e3",
                "NaN",
                "Infinity",
                "+5",
                "-5",
                "0",
                "0.0000000001",
                "3600.1",
                "1.5.2",
                "1,000.5",
                ".",
                ",",
                "10s",
                "٣"
            })
    void whatIsNoPlainNumberOfSecondsIsWrong(String typed) {
        assertEquals(Set.of(ProbeField.TIMEOUT), wrong(timeout(typed)).keySet());
    }

    @Test
    void whatWasTypedStandsInTheSentenceUnchangedEvenBraces() {
        assertTrue(
                String.valueOf(wrong(timeout("{0}'")).get(ProbeField.TIMEOUT)).contains("\"{0}'\""));
    }

    @Test
    void aPresetReplacesWhatIsSpokenAndKeepsHostAndLimits() {
        ProbeForm before = new ProbeForm("mail", "1", true, false, "x\\n", "y", "z", true, "3", "1", "2");
        assertEquals(
                new ProbeForm("mail", "25", false, false, "", "^220", "QUIT", false, "3", "1", "2"),
                before.with(Presets.named("SMTP").orElseThrow()));
    }

    @Test
    void everyPresetIsAFormThatCanRunAndSpeaksAsThePresetDoes() {
        for (Preset preset : Presets.all()) {
            ProbeSpec spec = spec(ProbeForm.EMPTY.with(preset));
            assertEquals(preset.port(), ((Target.Tcp) spec.target()).address().port(), preset.name());
            assertEquals(preset.tls(), spec.tls() != null, preset.name());
            spec.steps().forEach(step -> assertTrue(speaks(preset, step), preset.name() + ": " + step));
        }
    }

    @Test
    void gearmansLineFeedIsTypedAsAnEscape() {
        ProbeForm gearman = ProbeForm.EMPTY.with(Presets.named("GEARMAN").orElseThrow());
        assertEquals("version\\n", gearman.send());
        assertTrue(gearman.escapes());
        assertEquals(
                new Step.Send(Bytes.utf8("version\n")), spec(gearman).steps().getFirst());
    }

    @Test
    void aPresetWhoseSendNeedsEscapesStillEndsItsGoodbye() {
        ProbeForm form = ProbeForm.EMPTY.with(new Preset("X", 1, "a\n", "", "bye\\", false));
        assertEquals(
                List.of(new Step.Send(Bytes.utf8("a\n")), new Step.Quit(Bytes.utf8("bye\\\r\n"))),
                spec(form).steps());
    }

    @Test
    void aPatternThatIsTooLongIsToldInItsOwnWords() {
        String sentence = String.valueOf(wrong(expect("a".repeat(1001))).get(ProbeField.EXPECT));
        assertTrue(sentence.contains("1001"), sentence);
        assertFalse(sentence.contains("{"), sentence);
    }

    private static boolean speaks(Preset preset, Step step) {
        return switch (step) {
            case Step.Send(Bytes bytes) -> bytes.equals(Bytes.utf8(preset.send()));
            case Step.Expect(Wanted wanted, var _) -> wanted.equals(Wanted.of(Regex.guarded(preset.expect())));
            case Step.Wait _, Step.Reject _, Step.RaiseToTls _ -> false;
            case Step.Quit(Bytes bytes) -> bytes.equals(Bytes.utf8(preset.quit() + "\r\n"));
        };
    }

    private static ProbeForm form(String port) {
        return new ProbeForm("localhost", port, false, true, "", "", "", false, "10", "", "");
    }

    private static ProbeForm timeout(String seconds) {
        return new ProbeForm("localhost", "22", false, true, "", "", "", false, seconds, "", "");
    }

    private static ProbeForm expect(String pattern) {
        return new ProbeForm("localhost", "22", false, true, "", pattern, "", false, "10", "", "");
    }

    private static List<Step> quit(String quit, boolean escapes) {
        return spec(new ProbeForm("localhost", "22", false, true, "", "", quit, escapes, "10", "", ""))
                .steps();
    }

    private static List<Step> send(String send, boolean escapes) {
        return spec(new ProbeForm("localhost", "22", false, true, send, "", "", escapes, "10", "", ""))
                .steps();
    }

    private static ProbeSpec spec(ProbeForm form) {
        return assertInstanceOf(ProbeForm.Result.Valid.class, form.read()).spec();
    }

    private static Map<ProbeField, String> wrong(ProbeForm form) {
        return assertInstanceOf(ProbeForm.Result.Invalid.class, form.read()).sentences();
    }
}
