package dev.porthole.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A [Leak] in a process of its own, under a name that a test chooses. For Linux.
public final class LeakProgram implements AutoCloseable {
    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private LeakProgram(Process process) {
        this.process = process;
        orders = process.outputWriter(StandardCharsets.US_ASCII);
        answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /// Comes back when it runs.
    ///
    /// @param name of the process, at most 15 octets
    static LeakProgram start(Path folder, String name) throws IOException {
        // A process is called as the file that was started, and Java finds its home whatever link led to it.
        Path java =
                Files.createSymbolicLink(folder.resolve(name), Path.of(System.getProperty("java.home"), "bin", "java"));
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx32m",
                        "-cp",
                        Path.of("target", "test-classes").toAbsolutePath().toString(),
                        LeakProgram.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        LeakProgram leak = new LeakProgram(process);
        leak.grow(0);
        return leak;
    }

    /// So many more connections in CLOSE_WAIT.
    void grow(int count) throws IOException {
        orders.write(count + "\n");
        orders.flush();
        if (answers.readLine() == null) {
            throw new IOException("the leaking program has ended");
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// The process itself: each line on its input is a number, answered when so many more connections are held.
    public static void main(String[] args) throws IOException {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (Leak leak = new Leak()) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                leak.grow(Integer.parseInt(order));
                System.out.println("held");
                System.out.flush();
            }
        }
    }
}
