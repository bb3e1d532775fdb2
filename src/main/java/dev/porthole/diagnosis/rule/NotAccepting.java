package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Descriptors;
import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.ProcessHealth;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Told;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.net.Endpoint;
import dev.porthole.net.IpAddress;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.sockets.AcceptQueue;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A listener of this machine whose program takes no connections: it is stopped, it has no descriptor left, its
/// queue is full, or it just does not come round to it.
public final class NotAccepting implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        return evidence.isUdp()
                ? Optional.empty()
                : calls(evidence)
                        .flatMap(call -> evidence.listenerFor(call.ip()).stream()
                                .flatMap(listener -> finding(evidence, call, listener).stream()))
                        .findFirst();
    }

    /// An address at which the program said nothing.
    ///
    /// @param connected whether there is a connection, and it is the answer that did not come
    private record Call(IpAddress ip, boolean connected) {}

    /// The connection without an answer first, then each address without a connection, also where another one of the
    /// name answered.
    private static Stream<Call> calls(Evidence evidence) {
        Stream<Call> unanswered =
                evidence.connected().filter(_ -> isUnanswered(evidence)).map(ip -> new Call(ip, true)).stream();
        Stream<IpAddress> silent = Stream.concat(
                evidence.failures().stream().filter(Failure::isSilent).map(Failure::ip), overtaken(evidence));
        return Stream.concat(unanswered, silent.map(ip -> new Call(ip, false)));
    }

    /// Those that had not answered yet when another one did.
    private static Stream<IpAddress> overtaken(Evidence evidence) {
        return evidence.trace().attempts().stream()
                .filter(attempt -> attempt.outcome() instanceof Attempt.Overtaken)
                .flatMap(attempt -> Evidence.bits(attempt.address()).stream())
                .filter(ip ->
                        evidence.listenerFor(ip).filter(NotAccepting::isFull).isPresent());
    }

    private static boolean isFull(Waiting listener) {
        return listener.entry().acceptQueue().filter(AcceptQueue::isFull).isPresent();
    }

    private static boolean isUnanswered(Evidence evidence) {
        return evidence.trace()
                .fault()
                .filter(fault -> fault instanceof Fault.ReadTimeout
                        || fault instanceof Fault.TlsTimeout
                        || fault instanceof Fault.SendTimeout
                        || fault instanceof Fault.StartTlsTimeout)
                .isPresent();
    }

    private static Optional<Finding> finding(Evidence evidence, Call call, Waiting listener) {
        Optional<ProcessHealth> health = health(evidence, listener);
        long waiting = listener.entry().acceptQueue().map(AcceptQueue::waiting).orElse(0L);
        Optional<Finding> found = Optional.empty();
        if (health.filter(ProcessHealth::isStopped).isPresent()) {
            found = Optional.of(stopped(evidence, listener));
        } else if (health.flatMap(fine -> fine.descriptors().ifKnown())
                        .filter(Descriptors::areExhausted)
                        .isPresent()
                && (waiting > 0 || isOursWaiting(evidence))) {
            found = health.flatMap(fine -> fine.descriptors().ifKnown())
                    .map(files -> exhausted(evidence, listener, files));
        } else if (!call.connected() && isFull(listener)) {
            found = Optional.of(full(evidence, listener));
        } else if (call.connected() && isOursWaiting(evidence)) {
            found = Optional.of(idle(evidence, listener, waiting));
        }
        return found.map(finding -> finding.because(queue(listener))
                .because(dropped(evidence))
                .because(unknown(evidence, listener))
                .at(listener.pointer()));
    }

    private static Finding stopped(Evidence evidence, Waiting listener) {
        return Finding.proven(
                        "listener-stopped",
                        "The process that listens on port " + evidence.port() + " is stopped and takes no connections ("
                                + listener.owner() + ")")
                .because("the kernel has it in state T: stopped by a signal (SIGSTOP, Ctrl-Z) or a debugger")
                .remedy("Let it go on", command(evidence, listener, "kill -CONT "));
    }

    private static Finding exhausted(Evidence evidence, Waiting listener, Descriptors files) {
        return Finding.proven(
                        "listener-descriptors",
                        "The process that listens on port " + evidence.port()
                                + " has no file descriptor left to take a connection (" + listener.owner() + ")")
                .because(files.used() + " of " + files.limit() + " descriptors are in use")
                .remedy(
                        "Look which files and connections it keeps open",
                        command(evidence, listener, "ls -l /proc/", "/fd"))
                .remedy(
                        "Raise its limit: LimitNOFILE= in its unit, or, until it ends",
                        command(evidence, listener, "prlimit --nofile=65536:65536 --pid "));
    }

    private static Finding full(Evidence evidence, Waiting listener) {
        return Finding.proven(
                        "accept-queue-full",
                        "The accept queue of port " + evidence.port()
                                + " is full: the program does not take its connections fast enough (" + listener.owner()
                                + ")")
                .because("the kernel drops new calls without an answer while the queue is full")
                .remedy(
                        "Look what the program is busy with: all its workers taken, a lock, a slow backend (as root)",
                        command(evidence, listener, "cat /proc/", "/stack"))
                .remedy(
                        "If it is only bursts: a longer backlog in the program, and net.core.somaxconn",
                        evidence.commands().linux("sysctl net.core.somaxconn"));
    }

    private static Finding idle(Evidence evidence, Waiting listener, long waiting) {
        return Finding.proven(
                        "not-accepting",
                        "The program that listens on port " + evidence.port() + " has not taken the connection ("
                                + listener.owner() + ")")
                .because("the kernel made the connection; it still waits in the accept queue"
                        + (waiting > 1 ? ", one of " + waiting : ""))
                .remedy(
                        "Look what the program is busy with: all its workers taken, a lock, a slow backend (as root)",
                        command(evidence, listener, "cat /proc/", "/stack"));
    }

    /// The server's end of the probe's connection has no process yet.
    private static boolean isOursWaiting(Evidence evidence) {
        return isOursWaiting(evidence, evidence.after())
                || evidence.seen()
                        .during()
                        .filter(during -> isOursWaiting(evidence, during))
                        .isPresent();
    }

    private static boolean isOursWaiting(Evidence evidence, Snapshot after) {
        for (int row = 0; row < after.size(); row++) {
            if (after.owner(row) instanceof Owner.None(var why)
                    && why == Owner.Why.NOT_ACCEPTED
                    && after.table().localPort(row) == evidence.port()
                    && isOurs(evidence, after.entry(row))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOurs(Evidence evidence, SocketEntry entry) {
        String remote = new Endpoint(
                        entry.key().remote().address().unmapped(),
                        entry.key().remote().port())
                .toString();
        return evidence.trace()
                .connection()
                .filter(attempt -> attempt.outcome() instanceof Attempt.Open(String local) && local.equals(remote))
                .isPresent();
    }

    private static Optional<ProcessHealth> health(Evidence evidence, Waiting listener) {
        return listener.entry()
                .process()
                .flatMap(process ->
                        Optional.ofNullable(evidence.host().processes().get(process.pid())))
                .flatMap(Told::ifKnown);
    }

    private static List<String> queue(Waiting listener) {
        return listener.entry().acceptQueue().stream()
                .map(queue -> "accept queue of " + listener.inWords() + ": " + queue.waiting() + " waiting"
                        + (queue.backlog().isPresent()
                                ? ", backlog " + queue.backlog().getAsLong()
                                : ""))
                .toList();
    }

    private static List<String> dropped(Evidence evidence) {
        long dropped = evidence.host().counted("ListenOverflows");
        return dropped == 0
                ? List.of()
                : List.of("the kernel's counter ListenOverflows, of all listeners here, grew by " + dropped
                        + " while the probe ran");
    }

    private static List<String> unknown(Evidence evidence, Waiting listener) {
        Optional<ProcessRef> process = listener.entry().process();
        if (process.isEmpty()) {
            return List.of("not known: whether its process is stopped or at its limit (" + listener.owner() + ")");
        }
        Told<ProcessHealth> health =
                evidence.host().processes().get(process.get().pid());
        return health == null
                ? List.of()
                : Unknowns.of("the state of pid " + process.get().pid(), health);
    }

    private static @Nullable String command(Evidence evidence, Waiting listener, String before) {
        return command(evidence, listener, before, "");
    }

    private static @Nullable String command(Evidence evidence, Waiting listener, String before, String after) {
        return listener.entry()
                .process()
                .map(process -> evidence.commands().linux(before + process.pid() + after))
                .orElse(null);
    }
}
