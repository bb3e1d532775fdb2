package dev.porthole.engine;

import dev.porthole.sockets.Actor;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.source.OwnerSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Ends processes. Before each signal it looks again whether it is the same process and still holds the socket.
public final class ProcessEnder {
    private static final long LOOK_EVERY_MS = 50;

    private final OwnerSource owners;
    private final Actor actor;

    ProcessEnder(OwnerSource owners) {
        this(owners, self());
    }

    ProcessEnder(OwnerSource owners, Actor actor) {
        this.owners = owners;
        this.actor = actor;
    }

    /// How a process is ended.
    public enum Way {
        /// It is asked, and may save its work first, or take no notice: SIGTERM.
        ASK,
        /// It is not asked: SIGKILL.
        FORCE
    }

    /// What came of it.
    public enum Outcome {
        ENDED,
        /// It was told to end and runs all the same.
        STILL_RUNS,
        /// It had ended before: nothing was sent.
        GONE,
        /// It runs and has closed the socket: nothing was sent.
        LET_GO,
        /// The system does not let this user end it.
        DENIED,
        /// Waiting was given up; what was sent stays sent.
        GIVEN_UP
    }

    /// Is told how the waiting goes.
    @FunctionalInterface
    public interface Waiting {
        /// Whether to wait on.
        ///
        /// @param part of the patience that is used up, 0 to 1
        boolean goesOn(double part);
    }

    /// Who runs Porthole: decides what may be ended.
    public Actor actor() {
        return actor;
    }

    /// Whether this system can ask a process to end. Where it cannot, asking forces.
    public static boolean canAsk() {
        return ProcessHandle.current().supportsNormalTermination();
    }

    /// Tells a process to end and waits until it has.
    ///
    /// @param socket that it must still hold
    /// @throws IllegalArgumentException if the actor may not end it
    public Outcome end(ProcessRef process, SocketEntry socket, Way way, Duration patience, Waiting waiting)
            throws InterruptedException {
        if (actor.refusal(process).isPresent()) {
            throw new IllegalArgumentException("pid " + process.pid() + " is not to be ended from here");
        }
        // Taken before the checks: the handle refuses to signal another process under its pid, so that one that comes
        // between the checks and the signal is safe, too.
        Optional<ProcessHandle> handle = ProcessHandle.of(process.pid());
        if (handle.isEmpty() || !owners.isAlive(process)) {
            return Outcome.GONE;
        }
        if (!owners.holds(process, socket)) {
            return owners.isAlive(process) ? Outcome.LET_GO : Outcome.GONE;
        }
        if (!owners.isAlive(process)) {
            return Outcome.GONE;
        }
        boolean sent = way == Way.ASK ? handle.get().destroy() : handle.get().destroyForcibly();
        if (!sent) {
            return owners.isAlive(process) ? Outcome.DENIED : Outcome.GONE;
        }
        return await(process, patience, waiting);
    }

    private Outcome await(ProcessRef process, Duration patience, Waiting waiting) throws InterruptedException {
        long began = System.nanoTime();
        while (owners.isAlive(process)) {
            double part = (double) (System.nanoTime() - began) / patience.toNanos();
            if (part >= 1) {
                return Outcome.STILL_RUNS;
            }
            if (!waiting.goesOn(part)) {
                return Outcome.GIVEN_UP;
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
        return Outcome.ENDED;
    }

    private static Actor self() {
        ProcessHandle self = ProcessHandle.current();
        Set<Long> parents = new HashSet<>();
        for (Optional<ProcessHandle> parent = self.parent();
                parent.isPresent() && parents.add(parent.get().pid()); ) {
            parent = parent.get().parent();
        }
        String user = user();
        // On Windows rights hang on more than the user: the system decides.
        boolean mayEndOthers = "root".equals(user) || !self.supportsNormalTermination();
        return new Actor(self.pid(), parents, user, mayEndOthers);
    }

    /// As the owners of processes are named.
    private static @Nullable String user() {
        try {
            String name = Files.getOwner(Path.of("/proc/self")).getName();
            return name.chars().allMatch(Character::isDigit) ? "#" + name : name;
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name");
        }
    }
}
