package dev.porthole.ui.datadog;

import dev.porthole.interchange.datadog.CheckResult.Misconfigured;
import dev.porthole.interchange.datadog.CheckResult.Resolved;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.CheckResult.Unresolved;
import dev.porthole.interchange.datadog.Note;
import dev.porthole.interchange.datadog.TcpInstance;
import dev.porthole.interchange.datadog.TcpInstance.Addressing;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Address;
import dev.porthole.probe.HumanTime;
import dev.porthole.ui.kit.Messages;
import java.io.File;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// What the cells of a row say. Words of the file are shown safely, and cut where they are longer than a cell.
final class CheckText {
    static final String NONE = "—";
    private static final int LONGEST = 200;
    private static final int MOST_TAGS = 8;
    private static final int MOST_TAGS_IN_TIP = 40;

    private CheckText() {}

    static String name(CheckRow row) {
        String name = row.instance().name();
        return name == null ? Messages.text("datadog.no-name") : safe(name);
    }

    static String host(CheckRow row) {
        return row.instance() instanceof TcpInstance check ? host(check) : NONE;
    }

    static String host(TcpInstance check) {
        return safe(check.peer().host());
    }

    static String port(CheckRow row) {
        return row.instance() instanceof TcpInstance check
                ? Long.toString(check.peer().port())
                : NONE;
    }

    static String address(CheckRow row) {
        Address address = row.address();
        return address == null ? NONE : address(address);
    }

    /// `::1 (IPv6)`
    static String address(Address address) {
        return address.text() + " (" + address.family().word() + ")";
    }

    /// `::1 (IPv6), 127.0.0.1 (IPv4)`
    static String addresses(List<Address> addresses) {
        return addresses.stream().map(CheckText::address).collect(Collectors.joining(", "));
    }

    /// Which addresses of the host its settings have called.
    static String calls(CheckRow row) {
        if (!(row.instance() instanceof TcpInstance check)) {
            return NONE;
        }
        Addressing addressing = check.settings().addressing();
        if (addressing.ipv4Only()) {
            return Messages.text(addressing.multipleIps() ? "datadog.calls.all-four" : "datadog.calls.first-four");
        }
        return Messages.text(addressing.multipleIps() ? "datadog.calls.all" : "datadog.calls.first");
    }

    static String timeout(CheckRow row) {
        return row.instance() instanceof TcpInstance check ? HumanTime.of(check.timeout()) : NONE;
    }

    /// As the probe's form takes it; the form has a time-out of its own where the file's can never connect.
    static String seconds(Duration timeout) {
        return timeout.isPositive()
                ? BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString()
                : "10";
    }

    static String time(CheckRow row) {
        return row.result() instanceof Tried tried ? HumanTime.of(tried.times().connecting()) : NONE;
    }

    static String tags(CheckRow row) {
        return tags(row, MOST_TAGS);
    }

    /// As many as a tooltip has room for.
    static String allTags(CheckRow row) {
        return tags(row, MOST_TAGS_IN_TIP);
    }

    private static String tags(CheckRow row, int most) {
        List<String> tags = row.instance() instanceof TcpInstance check
                ? check.settings().reporting().tags()
                : List.of();
        if (tags.isEmpty()) {
            return NONE;
        }
        String first = tags.stream().limit(most).map(CheckText::safe).collect(Collectors.joining(", "));
        return tags.size() > most ? Messages.text("datadog.more-tags", first, tags.size() - most) : first;
    }

    static String message(CheckRow row) {
        return switch (row.result()) {
            case null -> row.isLeftOut() ? leftOut(row) : "";
            case Tried tried -> tried.isUp() ? Messages.text("datadog.connected") : tried.sentence();
            case Unresolved(TcpInstance _, String _, String reason) -> safe(reason);
            case Misconfigured(var broken) ->
                Messages.text("datadog.broken", broken.line(), safe(broken.message()), broken.fix());
            case Resolved _ -> "";
        };
    }

    /// Without its folders.
    static String fileName(String file) {
        return safe(file.substring(file.lastIndexOf(File.separatorChar) + 1));
    }

    static String note(Note note) {
        String name = note.instance();
        return name == null
                ? Messages.text("datadog.note", note.line(), note.sentence())
                : Messages.text("datadog.note.of", note.line(), safe(name), note.sentence());
    }

    static String safe(String text) {
        String shown = SafeText.readable(text);
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }

    private static String leftOut(CheckRow row) {
        boolean byFamily = row.instance() instanceof TcpInstance check
                && check.settings().addressing().ipv4Only()
                && row.address() != null
                && row.address().family() == Address.Family.IPV6;
        return Messages.text(byFamily ? "datadog.left-out.family" : "datadog.left-out.first");
    }
}
