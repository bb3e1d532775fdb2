package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Seen;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.probe.HumanTime;
import java.time.Duration;
import java.util.Optional;

/// Somebody listened there when it was looked at before, and does no more.
public final class ListenerGone implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        Optional<Failure> refused = evidence.fatalFailures().stream()
                .filter(Failure::isRefused)
                .filter(failure -> evidence.host().isOwn(failure.ip()))
                .findFirst();
        return refused.flatMap(
                failure -> LastListener.of(evidence).map(earlier -> finding(evidence, failure, earlier)));
    }

    private static Finding finding(Evidence evidence, Failure failure, Seen.Earlier earlier) {
        Waiting gone = earlier.waiting();
        Finding finding = evidence.seesAllSockets()
                ? Finding.proven("listener-gone", title(evidence, gone, "is gone"))
                : Finding.likely("listener-gone", title(evidence, gone, "is most likely gone"));
        Duration age = Duration.between(earlier.time(), evidence.after().time());
        return finding.because("it still waited on " + gone.entry().local() + " " + HumanTime.of(age)
                        + " before the probe ended")
                .because(failure.address() + " refused the call, and nobody waits on port " + evidence.port() + " now")
                .because(Unknowns.sockets(evidence))
                .remedy(
                        "Look why the process ended: its log, the kernel's (out of memory), a restart by hand",
                        evidence.commands()
                                .linux("journalctl --since -10min"
                                        + gone.entry()
                                                .process()
                                                .map(process -> " _PID=" + process.pid())
                                                .orElse("")))
                .remedy("Start the service again")
                .at(failure.pointer());
    }

    private static String title(Evidence evidence, Waiting gone, String what) {
        return "The listener on " + evidence.portInWords() + " " + what + " since it was last seen (" + gone.owner()
                + ")";
    }
}
