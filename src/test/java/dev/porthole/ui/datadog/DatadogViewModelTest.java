package dev.porthole.ui.datadog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.datadog.Checks;
import dev.porthole.interchange.datadog.HostileFiles;
import dev.porthole.probe.Address;
import dev.porthole.ui.datadog.DatadogState.Loaded;
import dev.porthole.ui.datadog.DatadogState.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class DatadogViewModelTest {
    private static final Map<String, List<Address>> NAMES =
            Map.of("six.test", List.of(Checks.V6, Checks.V4), "four.test", List.of(Checks.V4));

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final DatadogViewModel model = new DatadogViewModel(waiting::add, Runnable::run, NAMES);

    @TempDir
    private Path folder;

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    @Test
    void anOpenedFileIsShownAndNothingRuns() throws IOException {
        open(instance("a", "six.test", ""), "{name: b, host: 5, port: 1}");

        assertEquals(Phase.PREVIEW, loaded().phase());
        assertEquals(List.of(RowStatus.NOT_RUN, RowStatus.BROKEN), statuses());
        assertTrue(waiting.isEmpty());
    }

    @Test
    void aFileThatIsWrongIsOneSentenceWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("conf.yaml"), "instances:\n  - name: a\n   host: b\n");
        model.open(file.toString());
        work();

        String sentence = assertInstanceOf(
                        DatadogState.Unreadable.class, model.stateProperty().get())
                .sentence();
        assertTrue(sentence.contains("line 3"), sentence);
        model.run();
        assertTrue(waiting.isEmpty());
    }

    @Test
    void aFileThatIsWrongTakesNothingAway() throws IOException {
        open(instance("a", "four.test", ""));
        run();
        Loaded before = loaded();
        for (String hostile : HostileFiles.all().values()) {
            model.paste(hostile);
            work();
            assertInstanceOf(
                    DatadogState.Unreadable.class, model.stateProperty().get());
            model.run();
            assertTrue(waiting.isEmpty());
        }
        model.goBack();

        assertSame(before, loaded());
        assertEquals(List.of(RowStatus.OK), statuses());
    }

    @Test
    void aRunThatAWrongFileEndedIsThereToGoBackTo() throws IOException {
        open(instance("a", "four.test", ""));
        model.run();
        model.paste("nothing of use");
        work();
        model.goBack();

        assertEquals(Phase.CANCELLED, loaded().phase());
        model.goBack();
        assertEquals(Phase.CANCELLED, loaded().phase());
    }

    @Test
    void whatWasPastedIsPreviewed() throws IOException {
        model.paste("instances: [" + instance("a", "four.test", "") + "]");
        work();

        assertEquals(List.of(RowStatus.NOT_RUN), statuses());
        assertEquals("pasted text", loaded().file());
    }

    @Test
    void aRunMakesARowOfEveryAddressCalledOrNot() throws IOException {
        open(instance("a", "six.test", ""), instance("b", "four.test", ""));
        run();

        assertEquals(Phase.ENDED, loaded().phase());
        assertEquals(List.of(RowStatus.CRITICAL, RowStatus.NOT_CALLED, RowStatus.OK), statuses());
        assertEquals(2, loaded().over());
        assertEquals("1 OK, 1 CRITICAL, 0 without a value, 1 not called", Summary.of(loaded()));
    }

    @Test
    void aSecondRunLooksAtTheWorldAnew() throws IOException {
        open(instance("b", "four.test", ""));
        run();
        server.close();
        run();

        assertEquals(List.of(RowStatus.CRITICAL), statuses());
    }

    @Test
    void aRunThatRepeatsEndsWithACancelAndKeepsItsRows() throws IOException {
        open(instance("b", "four.test", ", min_collection_interval: 3600"));
        model.repeatProperty().set(true);
        model.stateProperty().subscribe(state -> {
            if (state instanceof Loaded now
                    && now.isRunning()
                    && now.rows().getFirst().result() != null) {
                model.cancel();
            }
        });
        run();

        assertEquals(Phase.CANCELLED, loaded().phase());
        assertEquals(List.of(RowStatus.OK), statuses());
    }

    @Test
    void aCancelBeforeTheRunBeganStopsIt() throws IOException {
        open(instance("b", "four.test", ""));
        model.run();
        model.cancel();
        work();

        assertEquals(Phase.CANCELLED, loaded().phase());
        assertFalse(statuses().contains(RowStatus.OK));
    }

    @Test
    void newsOfAFileThatAnotherReplacedAreDropped() throws IOException {
        open(instance("a", "four.test", ""));
        model.run();
        Path other = Files.writeString(folder.resolve("other.yaml"), "instances: [" + instance("z", "b", "") + "]");
        model.open(other.toString());
        work();

        assertEquals(other.toString(), loaded().file());
        assertEquals(List.of(RowStatus.NOT_RUN), statuses());
    }

    private void open(String... instances) throws IOException {
        Path file = folder.resolve("conf.yaml");
        Files.writeString(file, "instances: [" + String.join(", ", instances) + "]");
        model.open(file.toString());
        work();
    }

    private void run() {
        model.run();
        assertTrue(loaded().isRunning());
        work();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private Loaded loaded() {
        return assertInstanceOf(Loaded.class, model.stateProperty().get());
    }

    private List<RowStatus> statuses() {
        return loaded().rows().stream()
                .map(row -> RowStatus.of(row, loaded().isRunning()))
                .toList();
    }

    private String instance(String name, String host, String more) {
        return "{name: " + name + ", host: " + host + ", port: " + server.getLocalPort() + more + "}";
    }
}
