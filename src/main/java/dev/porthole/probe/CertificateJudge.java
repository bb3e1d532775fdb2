package dev.porthole.probe;

import dev.porthole.threshold.Severity;
import java.util.Optional;

/// Certificates that are good today and will not be for long, or should not be.
final class CertificateJudge {
    private CertificateJudge() {}

    static Optional<Verdict> judge(ProbeSpec spec, Trace trace) {
        return trace.tls().flatMap(facts -> {
            var days = spec.security().map(TlsSpec::days).orElse(TlsSpec.DaysLeft.NOT_JUDGED);
            return days.equals(TlsSpec.DaysLeft.NOT_JUDGED) || facts.doubt() != null
                    ? Optional.empty()
                    : expiry(facts, days).or(() -> weakness(facts));
        });
    }

    private static Optional<Verdict> expiry(TlsFacts facts, TlsSpec.DaysLeft days) {
        long left = facts.daysLeft().orElse(Long.MAX_VALUE);
        int limit = left < days.critical() ? days.critical() : days.warning();
        if (left >= limit) {
            return Optional.empty();
        }
        Severity severity = left < days.critical() ? Severity.CRITICAL : Severity.WARNING;
        String when = left == 0 ? "in less than a day" : "in " + left + (left == 1 ? " day" : " days");
        return Optional.of(new Verdict(
                severity,
                "tls-expires-soon",
                "All went well, but the certificate expires " + when + ", at "
                        + facts.chain().getFirst().until() + ": renew it; fewer than " + limit
                        + " days are the limit"));
    }

    private static Optional<Verdict> weakness(TlsFacts facts) {
        return facts.weaknesses().isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Severity.WARNING,
                        "tls-weak",
                        "All went well, but the certificate is weak: " + String.join(", ", facts.weaknesses())));
    }
}
