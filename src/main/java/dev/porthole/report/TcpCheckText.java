package dev.porthole.report;

import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.interchange.datadog.CheckResult.Misconfigured;
import dev.porthole.interchange.datadog.CheckResult.Resolved;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.CheckResult.Unresolved;
import dev.porthole.interchange.datadog.DatadogConfig;
import dev.porthole.interchange.datadog.Instance;
import dev.porthole.interchange.datadog.Note;
import dev.porthole.interchange.datadog.TcpInstance;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import dev.porthole.probe.HumanTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The same for a person: a line for each address with its family, what happened in plain words, and which addresses of
/// the host were left out.
public final class TcpCheckText {
    private static final int WIDEST = 40;
    private static final int STATUS = "CRITICAL".length();
    private static final String INDENT = " ".repeat(STATUS + 2);

    private final int nameWidth;
    private final int peerWidth;
    private final Map<Integer, Resolved> resolved = new HashMap<>();

    public TcpCheckText(DatadogConfig config) {
        nameWidth = width(config.instances().stream().map(TcpCheckText::name).toList());
        peerWidth = width(config.checks().stream().map(TcpCheckText::peer).toList());
    }

    public String line(Note note) {
        String about = note.instance() == null ? "" : SafeText.readable(note.instance()) + ": ";
        return "note: line " + note.line() + ": " + about + note.sentence() + "\n";
    }

    /// Whole lines, each with its line feed; maybe none.
    ///
    /// @param place of the instance in the file
    public String lines(int place, CheckResult result) {
        return switch (result) {
            case Resolved fresh -> {
                resolved.put(place, fresh);
                yield "";
            }
            case Tried tried -> head(tried) + tried(tried) + leftOut(place, tried);
            case Unresolved(TcpInstance check, String _, String reason) ->
                head(result) + Words.tcpCheckUnresolved(host(check), SafeText.readable(reason)) + "\n";
            case Misconfigured(var broken) ->
                head(result)
                        + Words.tcpCheckMisconfigured(broken.line(), SafeText.readable(broken.message()), broken.fix())
                        + "\n";
        };
    }

    private String head(CheckResult result) {
        String peer = result.instance() instanceof TcpInstance check ? peer(check) : "";
        return pad(result.severity().name(), STATUS) + "  " + pad(name(result.instance()), nameWidth) + "  "
                + (peerWidth == 0 ? "" : pad(peer, peerWidth) + "  ");
    }

    private static String tried(Tried tried) {
        String address = tried.address().text() + " (" + family(tried.address()) + ")";
        return tried.isUp()
                ? Words.tcpCheckUp(address, HumanTime.of(tried.times().connecting())) + "\n"
                : Words.tcpCheckDown(address, tried.sentence()) + "\n";
    }

    /// The addresses that nobody called: once for each time that the name was looked up, below its first line.
    private String leftOut(int place, Tried tried) {
        Resolved all = resolved.get(place);
        if (all == null || !Objects.equals(all.called().getFirst(), tried.address())) {
            return "";
        }
        List<Address> others = all.found().stream()
                .filter(address -> !all.called().contains(address))
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        String list = others.stream()
                .map(address -> address.text() + " (" + family(address) + ")")
                .collect(Collectors.joining(", "));
        return INDENT + Words.tcpCheckLeftOut(host(tried.instance()), list) + cure(tried, others) + "\n";
    }

    private static String cure(Tried tried, List<Address> others) {
        boolean otherFamily = tried.address().family() == Family.IPV6
                && others.stream().anyMatch(address -> address.family() == Family.IPV4);
        return tried.isUp() ? "" : " " + (otherFamily ? Words.tcpCheckTryIpv4() : Words.tcpCheckTryAll());
    }

    private static String family(Address address) {
        return switch (address.family()) {
            case IPV4 -> "IPv4";
            case IPV6 -> "IPv6";
            case UNIX -> "UNIX";
        };
    }

    private static String name(Instance instance) {
        String name = instance.name();
        return name == null ? "(no name)" : cut(SafeText.readable(name));
    }

    private static String peer(TcpInstance check) {
        String host = host(check);
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":"
                + check.peer().port();
    }

    private static String host(TcpInstance check) {
        return cut(SafeText.readable(check.peer().host()));
    }

    private static String cut(String text) {
        return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
    }

    private static int width(List<String> cells) {
        return Math.min(WIDEST, cells.stream().mapToInt(String::length).max().orElse(0));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
