package dev.porthole.probe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.TimeLimit;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the system says of a failure is in the language of the user: it is shown, and nothing is read out of it.
class SystemTextsTest {
    /// The words of the C library and of Java for what may happen to a socket or a name, in the one language that a
    /// careless match would be written in.
    private static final List<String> WORDS = List.of(
            "refused",
            "reset by peer",
            "onnection reset",
            "roken pipe",
            "unreachable",
            "o route to host",
            "ermission denied",
            "imed out",
            "in use",
            "annot assign",
            "oo many open files",
            "o such file",
            "ame or service",
            "emporary failure",
            "rotocol wrong type",
            "nvalid argument",
            "ocket closed",
            "peration not permitted");

    @Test
    void noClassOfTheWireHoldsAWordThatASystemTextCouldBeMatchedWith() throws Exception {
        Path room = Path.of(ProbeRunner.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("dev/porthole/probe/wire");
        List<String> found = new ArrayList<>();
        int classes = 0;
        try (Stream<Path> files = Files.list(room)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                classes++;
                for (var entry : ClassFile.of().parse(file).constantPool()) {
                    if (entry instanceof StringEntry text && WORDS.stream().anyMatch(text.stringValue()::contains)) {
                        found.add(file.getFileName() + ": " + text.stringValue());
                    }
                }
            }
        }
        assertEquals(List.of(), found);
        assertTrue(classes > 30, "the classes of the room were seen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection reset", "接続が相手からリセットされました", "Die Verbindung wurde zurückgesetzt", ""})
    void aResetIsTheSameInEveryLanguage(String text) {
        try (var timer = new ScheduledThreadPoolExecutor(1)) {
            var abort = new Abort();
            var deadline = new Deadline(new TimeLimit.Total(Duration.ofSeconds(20)), abort, timer);
            var run = new Run(new Stopwatch(), abort, deadline);
            assertEquals(new Fault.ResetBeforeData(), new Heard(run).broken(new SocketException(text)));
            var sent = Talking.send(Bytes.utf8("x"), breaking(text), run);
            assertEquals(new Fault.ResetWhileSending(), sent.fault());
            assertEquals(new Fault.TlsReset(), HandshakeFault.of(new SocketException(text), Bytes.EMPTY));
            deadline.end();
        }
    }

    private static OutputStream breaking(String text) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new SocketException(text);
            }
        };
    }
}
