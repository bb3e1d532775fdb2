package dev.porthole.cli;

import dev.porthole.engine.ProbeResult;
import dev.porthole.engine.ProbeRun;
import dev.porthole.engine.Prober;
import dev.porthole.interchange.recipe.InvalidRecipe;
import dev.porthole.interchange.recipe.Recipe;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.report.ProbeJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Answers recipes, one a line, until there are no more. Many run at once, so answers come in the order in which probes
/// end. A probe's clock starts when it does, not while it waits for its turn.
final class ProbeBatch {
    private static final int LONGEST_LINE = 1024 * 1024;
    /// More at once would make each other late.
    private static final int DIALOGUES = 64;
    /// A handshake is work, not waiting.
    private static final int HANDSHAKES = 16;
    /// Beyond these nothing is read, so that a long file does not come to stand in memory.
    private static final int AHEAD = 256;

    private final Prober prober;
    private final PrintWriter out;
    private final Semaphore dialogues = new Semaphore(DIALOGUES, true);
    private final Semaphore handshakes = new Semaphore(HANDSHAKES, true);
    private final Semaphore ahead = new Semaphore(AHEAD);

    ProbeBatch(Prober prober, PrintWriter out) {
        this.prober = prober;
        this.out = out;
    }

    /// Returns when every recipe has its answer.
    void run(InputStream in) throws IOException, InterruptedException {
        var lines = new LineReader(in, LONGEST_LINE);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (isBlank(line.octets())) {
                    continue;
                }
                var next = line;
                ahead.acquire();
                workers.execute(() -> {
                    try {
                        print(answer(next));
                    } finally {
                        ahead.release();
                    }
                });
                if (out.checkError()) {
                    return;
                }
            }
        }
    }

    private static boolean isBlank(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).isBlank();
    }

    private void print(String answer) {
        synchronized (out) {
            out.println(answer);
            out.flush();
        }
    }

    private String answer(LineReader.Line line) {
        if (line.cut()) {
            return ProbeJson.notUnderstood(null, "The line is longer than " + LONGEST_LINE + " bytes; shorten it.");
        }
        try {
            return answer(Recipe.read(line.octets()));
        } catch (InvalidRecipe wrong) {
            return ProbeJson.notUnderstood(wrong.id(), wrong.sentence());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return ProbeJson.notUnderstood(null, "The batch was stopped.");
        }
    }

    private String answer(Recipe recipe) throws InvalidRecipe, InterruptedException {
        ProbeSpec spec = recipe.spec(trusted(recipe));
        Duration cancelAfter = recipe.cancelAfter();
        if (recipe.inTls()) {
            handshakes.acquire();
        }
        try {
            dialogues.acquire();
            try {
                ProbeRun run = prober.start(spec, _ -> {});
                return answer(recipe.id(), cancelAfter == null ? run.await() : run.await(cancelAfter));
            } finally {
                dialogues.release();
            }
        } finally {
            if (recipe.inTls()) {
                handshakes.release();
            }
        }
    }

    private static String answer(@Nullable String id, ProbeResult result) {
        return ProbeJson.of(new ProbeJson.Probe(id, result.spec(), result.started(), result.trace(), result.verdict()));
    }

    private static Bytes trusted(Recipe recipe) throws InvalidRecipe {
        String file = recipe.trustedFile();
        try {
            return file.isEmpty() ? Bytes.EMPTY : SmallFile.read(Path.of(file));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw recipe.invalid("The field “ca” names a file that cannot be read: " + SmallFile.why(unreadable));
        }
    }
}
