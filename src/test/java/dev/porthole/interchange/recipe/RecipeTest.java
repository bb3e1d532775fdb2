package dev.porthole.interchange.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.HostPort;
import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.Wanted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
    @Test
    void theRecipeOfTheReadmeIsRead() throws InvalidRecipe {
        Recipe recipe = read("""
                {"id":"split-banner","mode":"tcp","host":"127.0.0.1","port":21009,"timeout_ms":2000,
                 "expect":"^220","quit":"QUIT\\r\\n"}""");
        assertEquals("split-banner", recipe.id());
        assertEquals(
                new ProbeSpec(
                        new Target.Tcp(new HostPort("127.0.0.1", 21009)),
                        null,
                        List.of(
                                new Step.Expect(Wanted.allOf(Regex.guarded("^220")), Reading.UntilMatch.DEFAULT),
                                new Step.Quit(Bytes.utf8("QUIT\r\n"))),
                        ProbeSpec.Limits.total(Duration.ofSeconds(2)),
                        SlowerThan.NEVER,
                        Approach.DEFAULT),
                recipe.spec(Bytes.EMPTY));
        assertEquals(null, recipe.cancelAfter());
    }

    @Test
    void everyFieldOfTheDialogueCounts() throws InvalidRecipe {
        ProbeSpec spec = spec("""
                {"host":"h.example","port":1,"send":"\\\\x00a\\\\n","send_repeat":2,"send_delay_ms":20,"reject":"no",
                 "expect_any":["a","b"],"limit_bytes":100,"quiet_ms":0,"warning_ms":1000,"critical_ms":2000,
                 "addresses":"all","source":"127.0.0.1"}""");
        var reading = new Reading.UntilMatch(100, Duration.ZERO);
        assertEquals(
                List.of(
                        new Step.Reject(Regex.guarded("no")),
                        new Step.Wait(Duration.ofMillis(20)),
                        new Step.Send(Bytes.of((byte) 0, (byte) 'a', (byte) '\n', (byte) 0, (byte) 'a', (byte) '\n')),
                        new Step.Expect(Wanted.anyOf(Regex.guarded("a"), Regex.guarded("b")), reading)),
                spec.steps());
        assertEquals(new SlowerThan(Duration.ofSeconds(1), Duration.ofSeconds(2)), spec.slow());
        assertEquals(new Approach(AddressMode.ALL, "127.0.0.1"), spec.approach());
        assertEquals(ProbeSpec.Limits.total(Duration.ofSeconds(10)), spec.limits());
    }

    @Test
    void tlsIsFromTheFirstByteOrRaised() throws InvalidRecipe {
        String wishes = "\"host\":\"h\",\"port\":1,\"alpn\":[\"h2\"],\"sni\":\"n\",\"old_tls\":true,"
                + "\"check_certificate\":false}";
        ProbeSpec atOnce = spec("{\"mode\":\"tls\"," + wishes);
        TlsSpec tls = atOnce.security().orElseThrow();
        assertEquals(new TlsSpec.Offer("n", List.of("h2"), true), tls.offer());
        assertEquals(TlsSpec.CertificateCheck.NONE, tls.certificate());
        ProbeSpec raised = spec("{\"mode\":\"postgres-starttls\"," + wishes);
        assertEquals(List.of(new Step.RaiseToTls(StartTls.POSTGRES, tls)), raised.steps());
        assertEquals(null, raised.tls());
    }

    @Test
    void udpAndUnixAreTargetsOfTheirOwn() throws InvalidRecipe {
        assertEquals(
                new Target.Udp(new HostPort("::1", 53)),
                spec("{\"mode\":\"udp\",\"host\":\"[::1]\",\"port\":53}").target());
        assertEquals(
                new Target.Unix("/run/x"),
                spec("{\"mode\":\"unix\",\"path\":\"/run/x\",\"host\":null}").target());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"port":1}                                   | Host: enter a name
            {"host":"h"}                                 | Port: enter a number
            {"host":"256.1.1.1","port":1}                | is not an address
            {"host":"h","port":70000}                    | “port” is a whole number from 0 to 65535
            {"host":"h","port":"25"}                     | “port” is a whole number
            {"host":7,"port":25}                         | “host” is a text
            {"mode":"sctp","host":"h","port":1}          | “mode” is tcp
            {"mode":"no_words-starttls","host":"h"}      | “mode” is tcp
            {"mode":"unix"}                              | “path” is missing
            {"host":"h","port":1,"expect":"("}           | “expect” is no pattern of RE2
            {"host":"h","port":1,"send":"\\\\q"}         | “send” has a wrong escape
            {"host":"h","port":1,"send":"abcd","send_repeat":16000000} | send at most 16777216
            {"host":"h","port":1,"expect":"a","expect_any":"b"} | exclude each other
            {"host":"h","port":1,"addresses":"some"}     | “addresses” is first
            {"host":"h","port":1,"old_tls":1}            | “old_tls” is true or false
            {"host":"h","port":1,"timeout":1}            | “timeout” is not known
            """)
    void aWrongFieldIsNamedWithTheFixAndTheId(String recipe, String words) {
        String named = recipe.replaceFirst("\\{", "{\"id\":\"x\",");
        var wrong = assertThrows(InvalidRecipe.class, () -> spec(named));
        assertTrue(wrong.sentence().contains(words), wrong.sentence());
        assertEquals("x", wrong.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "7",
                "{",
                "{\"host\":}",
                "{\"a\":1}{",
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{\"host\":{\"a\":1}}",
                "{\"expect\":[1]}",
                "{\"expect\":[[\"a\"]]}",
                "{\"port\":1.5}",
                "{\"port\":99999999999999999999}",
                "{\"host\":'h'}"
            })
    void aGarbledLineIsASentenceAndNoMore(String line) {
        var wrong = assertThrows(InvalidRecipe.class, () -> read(line));
        assertEquals(null, wrong.id());
    }

    @Test
    void aNumberIsAnIdToo() throws InvalidRecipe {
        assertEquals("7", read("{\"id\":7}").id());
    }

    private static Recipe read(String line) throws InvalidRecipe {
        return Recipe.read(line.getBytes(UTF_8));
    }

    private static ProbeSpec spec(String line) throws InvalidRecipe {
        return read(line).spec(Bytes.EMPTY);
    }
}
