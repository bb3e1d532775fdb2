package dev.porthole.report;

import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Remedy;
import java.io.PrintWriter;
import java.util.List;

/// Findings for a terminal: the cause, what speaks for it, and what to do.
///
/// ```
/// proven: localhost is ::1 first; your listener is on 0.0.0.0 only (pid 4321, nginx)
///   because ::1 port 1000 refused the connection
///   do      Call the address that is served: 127.0.0.1
///           $ ss -tlnp 'sport = :1000'
/// ```
public final class ExplanationText {
    private static final String BECAUSE = "  because ";
    private static final String REMEDY = "  do      ";
    private static final String MORE = "          ";

    private ExplanationText() {}

    public static void write(List<Finding> findings, PrintWriter out) {
        for (Finding finding : findings) {
            out.println(finding.certainty().word() + ": " + finding.title());
            list(BECAUSE, finding.because(), out);
            String label = REMEDY;
            for (Remedy remedy : finding.remedies()) {
                out.println(label + remedy.text());
                if (remedy.command() != null) {
                    out.println(MORE + "$ " + remedy.command());
                }
                label = MORE;
            }
        }
    }

    private static void list(String label, List<String> sentences, PrintWriter out) {
        for (int i = 0; i < sentences.size(); i++) {
            out.println((i == 0 ? label : MORE) + sentences.get(i));
        }
    }
}
