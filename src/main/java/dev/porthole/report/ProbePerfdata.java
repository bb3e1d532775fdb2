package dev.porthole.report;

import dev.porthole.probe.Part;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.Trace;
import dev.porthole.probe.Verdict;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A probe as the one line of a plugin for Nagios and its kin, with
/// [performance data](https://www.monitoring-plugins.org/doc/guidelines.html#AEN197): seconds, and the limits that were
/// set. A part that did not happen is left out.
public final class ProbePerfdata {
    private ProbePerfdata() {}

    /// Without a line end.
    public static String of(ProbeSpec spec, Trace trace, Verdict verdict) {
        // The bar would begin the figures.
        var line = new StringBuilder(
                "PROBE " + verdict.severity() + " - " + verdict.headline().replace("|", "\\x7c") + " |");
        String longest = spec.limits().time() instanceof TimeLimit.Total(Duration all) ? seconds(all) : "";
        line.append(figure("time", trace.elapsed(), spec.slow())).append(";0;").append(longest);
        for (Part part : Part.values()) {
            var limits = spec.limits().parts().getOrDefault(part, SlowerThan.NEVER);
            trace.time(part).ifPresent(took -> line.append(figure(part.name().toLowerCase(Locale.ROOT), took, limits))
                    .append(";0;"));
        }
        trace.tls().flatMap(facts -> facts.daysLeft()).ifPresent(days -> line.append(" certificate_days=")
                .append(days));
        return line.toString();
    }

    private static String figure(String label, Duration took, SlowerThan limits) {
        return " " + label + "=" + seconds(took) + "s;" + seconds(limits.warning()) + ";" + seconds(limits.critical());
    }

    private static String seconds(@Nullable Duration time) {
        return time == null ? "" : String.format(Locale.ROOT, "%.6f", time.toNanos() / 1e9);
    }
}
