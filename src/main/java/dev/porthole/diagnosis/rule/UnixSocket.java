package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Told;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A UNIX socket that cannot be called: it is missing, stale, forbidden, full, or no such socket.
public final class UnixSocket implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        if (!(evidence.spec().target() instanceof Target.Unix(String path))) {
            return Optional.empty();
        }
        return evidence.trace().fault().flatMap(fault -> finding(evidence, path, fault));
    }

    private static Optional<Finding> finding(Evidence evidence, String path, Fault fault) {
        String name = SafeText.of(path);
        Finding finding =
                switch (fault) {
                    case Fault.UnixNotFound _ -> missing(evidence, path, name);
                    case Fault.ConnectRefused _ -> stale(evidence, path, name);
                    case Fault.UnixForbidden(String access) ->
                        Finding.proven(
                                        "unix-permission",
                                        "The permissions of " + name + ", or of a folder above it, do not let"
                                                + " this user in")
                                .because(
                                        access.isEmpty()
                                                ? "the file itself could not be looked at"
                                                : "the socket is " + SafeText.of(access))
                                .remedy("See the permissions along the path", command(evidence, "namei -l ", path))
                                .remedy("Join the group that may write to it, or run as its user");
                    case Fault.UnixNotASocket _ ->
                        Finding.proven("unix-not-a-socket", name + " is a file or a folder, no socket")
                                .because("the system has it as another kind of file")
                                .remedy("See what it is", command(evidence, "stat ", path));
                    case Fault.UnixWrongType _ ->
                        Finding.proven(
                                        "unix-wrong-type",
                                        name + " is a socket of another type than a stream: it takes datagrams")
                                .because("the system says so (EPROTOTYPE)")
                                .remedy("See its type", command(evidence, "ss -xlp src ", path));
                    case Fault.UnixLoop _ ->
                        Finding.proven("unix-loop", "The symbolic links of " + name + " lead in a circle")
                                .because("the system gave up following them (ELOOP)")
                                .remedy("Follow them one by one", command(evidence, "namei ", path));
                    case Fault.UnixQueueFull _ ->
                        Finding.proven(
                                        "unix-queue-full",
                                        "The queue of " + name + " is full: somebody listens and takes nobody")
                                .because("the system did not let the call in until time was up (EAGAIN)")
                                .remedy(
                                        "See who listens, and what it is busy with",
                                        command(evidence, "ss -xlp src ", path));
                    default -> null;
                };
        return Optional.ofNullable(finding);
    }

    private static Finding missing(Evidence evidence, String path, String name) {
        boolean orphan = listens(evidence, path);
        return Finding.proven(
                        "unix-missing",
                        orphan
                                ? "The socket file " + name + " was deleted while its listener runs on"
                                : "There is no socket " + name + ": the service does not run, or has it elsewhere")
                .because("the system has no such file")
                .because(
                        orphan
                                ? List.of("somebody still listens on that path; its file is gone")
                                : others(evidence, path))
                .remedy(
                        orphan ? "Start the service again, so that it makes the file anew" : "Start the service",
                        evidence.commands().linux("systemctl --failed"))
                .remedy("See which paths are listened on", evidence.commands().linux("ss -xlp"));
    }

    private static Finding stale(Evidence evidence, String path, String name) {
        Told<List<String>> listeners = evidence.host().unixListeners();
        Finding finding = listeners.ifKnown().isPresent() && !listens(evidence, path)
                ? Finding.proven(
                                "unix-stale", "The socket file " + name + " is stale: the program that made it is gone")
                        .because("the file is there, and no socket of this machine listens on that path")
                : Finding.likely(
                        "unix-stale", "The socket file " + name + " is most likely stale: nobody listens behind it");
        return finding.because("the system refused the call")
                .because(Unknowns.of("who listens on which path", listeners))
                .remedy(
                        "Start the service again; if it complains that the address is in use, delete the file first",
                        command(evidence, "ls -l ", path));
    }

    private static boolean listens(Evidence evidence, String path) {
        return evidence.host()
                .unixListeners()
                .ifKnown()
                .filter(paths -> paths.contains(path))
                .isPresent();
    }

    /// Sockets of the same name elsewhere.
    private static List<String> others(Evidence evidence, String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return evidence.host().unixListeners().ifKnown().stream()
                .flatMap(List::stream)
                .filter(other -> !last.isEmpty() && other.endsWith("/" + last))
                .limit(3)
                .map(other -> "a socket of that name is listened on at " + SafeText.of(other))
                .toList();
    }

    private static @Nullable String command(Evidence evidence, String before, String path) {
        return evidence.commands().linux(before + "'" + path.replace("'", "'\\''") + "'");
    }
}
