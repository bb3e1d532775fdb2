package dev.porthole.interchange.checktcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.checktcp.CheckTcpAnswer.Stream;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Escapes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Span;
import dev.porthole.probe.Step;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTcpCallTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-H h -p 25 | h:25",
                "-Hh -p25 | h:25",
                "-H=h -p=25 | h:25",
                "--hostname=h --port=25 | h:25",
                "--hostname h --port +25 | h:25",
                "-p 1 -p 25 -H h | h:25",
                "-EWH h -p 25 | h:25",
                "stray -H h words -p 25 - | h:25",
                "-H h -p 25 -- -p 26 | h:25",
                "-H \"h\" -p 25 | h:25",
                "-H [::1] -p 25 | [::1]:25",
                "-p 25 | 127.0.0.1:25",
                "-H h | h:0",
                "-H h --service smtp | h:25",
                "-H h --service SMTP -p 26 | h:26",
                "-U /run/x -H h -p 25 | /run/x",
            })
    void theWordsAreReadAsGoFlagsReadsThem(String words, String target) {
        assertEquals(target, spec(words).target().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nope | unknown flag `nope'",
                "-x | unknown flag `x'",
                "-p http | invalid argument for flag `-p, --port' (expected int)",
                "-p 0x50 | (expected int)",
                "-t 1f | (expected float64)",
                "-t abc | invalid argument for flag `-t, --timeout'",
                "-p | expected argument for flag `-p, --port'",
                "-H -p 25 | but got option `-p'",
                "-H -- | but got double dash",
                "--ssl=yes | bool flag `-S, --ssl' cannot have an argument",
                "-H \"h | invalid argument for flag `-H, --hostname'",
            })
    void wrongWordsAreNamedOnTheErrorStream(String words, String message) {
        var answer = answer(words);
        assertEquals(Stream.ERR, answer.stream());
        assertEquals(1, answer.exitCode());
        assertTrue(text(answer).contains(message), text(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help", "-H x -h --nope", "-Eh"})
    void helpIsPrintedAndIsNoSuccess(String words) {
        var answer = answer(words);
        assertEquals(Stream.OUT, answer.stream());
        assertEquals(1, answer.exitCode());
        assertTrue(text(answer).contains("--expect-pattern="));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--service=foo | FOO UNKNOWN: check-tcp called with unknown service: FOO | 3",
                "--service=foo -C | FOO UNKNOWN: check-tcp called with unknown service: FOO | 3",
                "--service=foo --status-as unknown=ok | FOO OK: check-tcp called with unknown service: FOO | 0",
                "--status-as foo=ok | invalid status map: foo=ok | 1",
                "--status-as ok=ok, | invalid status map: ok=ok, | 1",
                "--status-as a=b=c | invalid status map: a=b=c | 1",
                "--status-as ok=ok,ok=warning | duplicate status in map: OK | 1",
                "-H ::1 -p 80 | TCP CRITICAL: dial tcp: address ::1:80: too many colons in address | 2",
                "-H h -p 70000 | TCP CRITICAL: dial tcp: address 70000: invalid port | 2",
                "-H h -p -5 -W | TCP WARNING: dial tcp: address -5: invalid port | 1",
                "-H h -p 70000 -C | TCP OK: Verified that the port is closed. (port=70000) | 0",
            })
    void whatNeedsNoProbeIsAnsweredAtOnce(String words, String line, int code) {
        var answer = answer(words);
        assertEquals(line + "\n", text(answer));
        assertEquals(code, answer.exitCode());
    }

    @Test
    void aBadPatternIsUnknown() {
        var answer = answer("-H h -e (a)\\1");
        assertEquals(3, answer.exitCode());
        assertTrue(text(answer).startsWith("TCP UNKNOWN: error parsing regexp"), text(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-q BYE | BYE\\r\\n",
                "-E -q BYE | BYE",
                "-E -q BYE\\n | BYE\\n",
                "--service ftp | QUIT\\r\\n",
                "--service ftp -E | QUIT",
                "'--service ftp -q ' | QUIT\\r\\n",
            })
    void aQuitGetsItsLineEndUnlessEscaped(String words, String sent) {
        var quit = assertInstanceOf(Step.Quit.class, spec(words).steps().getLast());
        assertEquals(Bytes.utf8(Escapes.read(sent)), quit.bytes());
    }

    @Test
    void timesAreLimitsPerPhaseAndWholeSecondsOfDelay() {
        assertEquals(
                new TimeLimit.PerPhase(Duration.ofSeconds(10)),
                spec("-p 1").limits().time());
        assertEquals(
                new TimeLimit.PerPhase(Duration.ofMillis(500)),
                spec("-t .5").limits().time());
        assertEquals(new TimeLimit.None(), spec("-t 0").limits().time());
        assertEquals(Duration.ofSeconds(1), spec("-d 1.9").limits().delay());
        assertEquals(Duration.ZERO, spec("-d 0.9").limits().delay());
        assertEquals(Duration.ofMillis(1500), spec("-w 1.5").slow().warning());
        assertNull(spec("-w 0 -c -1").slow().warning());
        assertNull(spec("-w 0 -c -1").slow().critical());
    }

    @Test
    void anAnswerIsReadOnlyForAPattern() {
        assertEquals(List.of(), spec("-m 5 -e ").steps());
        var expect =
                assertInstanceOf(Step.Expect.class, spec("-m 5 -e x").steps().getFirst());
        assertEquals(new Reading.FirstSegment(OptionalInt.of(5)), expect.reading());
        assertEquals(List.of(), spec("-C -s x -e x -q x").steps());
    }

    @Test
    void aMismatchIsPrintedRawAndAnAnswerTrimmed() {
        assertEquals(
                "TCP CRITICAL: Unexpected response from host/socket: \r\n500\r\n\n",
                report("-H h -p 25 -e ^220", "\r\n500\r\n", new Fault.Mismatch()));
        assertEquals(
                "TCP OK: 1.500 seconds response time on h port 25 [500]\n",
                report("-H h -p 25 -e 500", "\r\n500\r\n", null));
        assertEquals(
                "TCP CRITICAL: 1.500 seconds response time on h port 25 [500]\n",
                report("-H h -p 25 -e 500 -W -w 1 -c 1.2", "500", null));
        assertEquals("TCP WARNING: Unexpectedly open port. (port=25)\n", report("-H h -p 25 -C -W", "", null));
    }

    private static String report(String words, String answer, @Nullable Fault fault) {
        var probe = assertInstanceOf(CheckTcpProbe.class, read(words));
        var span = new Span(Duration.ZERO, Duration.ofMillis(1500));
        var trace = new Trace(List.of(new Phase.Expect(span, Bytes.utf8(answer), span, fault)));
        return text(probe.report().of(probe.spec(), trace));
    }

    private static ProbeSpec spec(String words) {
        return assertInstanceOf(CheckTcpProbe.class, read(words)).spec();
    }

    private static CheckTcpAnswer answer(String words) {
        return assertInstanceOf(CheckTcpAnswer.class, read(words));
    }

    /// Split at each blank, so that two of them stand for an empty word.
    private static CheckTcpCall read(String words) {
        return CheckTcpCall.read(List.of(words.split(" ", -1)));
    }

    private static String text(CheckTcpAnswer answer) {
        return new String(answer.text().toArray(), StandardCharsets.UTF_8);
    }
}
