package dev.porthole.ui.datadog;

import dev.porthole.diagnosis.Waiting;
import dev.porthole.interchange.datadog.CheckResult.Misconfigured;
import dev.porthole.interchange.datadog.CheckResult.Resolved;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.CheckResult.Unresolved;
import dev.porthole.interchange.datadog.TcpInstance;
import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import dev.porthole.probe.Fault;
import dev.porthole.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Why a row is as it is, in plain words.
///
/// @param headline one sentence
/// @param facts what it rests on, in the order in which it happened
/// @param remedy what to change; empty if there is nothing
record Story(String headline, List<String> facts, String remedy) {
    Story {
        facts = List.copyOf(facts);
    }

    /// Empty while nothing is known of the row.
    ///
    /// @param local who listens behind the address that was called; empty if that is not known or not here
    static Optional<Story> of(CheckRow row, Optional<LocalListeners> local) {
        return switch (row.result()) {
            case Misconfigured(var broken) ->
                Optional.of(new Story(
                        Messages.text("datadog.story.broken"),
                        List.of(Messages.text("datadog.story.line", broken.line(), CheckText.safe(broken.message()))),
                        broken.fix()));
            case Unresolved(TcpInstance check, String _, String reason) ->
                Optional.of(new Story(
                        Messages.text("datadog.story.unresolved", CheckText.host(check)),
                        List.of(
                                Messages.text("datadog.story.resolver", CheckText.safe(reason)),
                                Messages.text("datadog.story.no-data")),
                        ""));
            case null, default -> {
                Resolved lookup = row.lookup();
                yield lookup != null && row.address() != null && row.isOver()
                        ? Optional.of(of(row, row.address(), lookup, local))
                        : Optional.empty();
            }
        };
    }

    /// All of it as lines of text.
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(headline);
        facts.forEach(fact -> lines.add("- " + fact));
        if (!remedy.isEmpty()) {
            lines.add(remedy);
        }
        return String.join("\n", lines);
    }

    private static Story of(CheckRow row, Address address, Resolved lookup, Optional<LocalListeners> local) {
        List<Address> others = lookup.found().stream()
                .filter(found -> !lookup.called().contains(found))
                .distinct()
                .toList();
        List<String> facts = new ArrayList<>();
        facts.add(resolution(lookup));
        facts.add(calling(lookup, others));
        if (row.result() instanceof Tried tried && !tried.isUp()) {
            facts.add(tried.sentence() + ".");
        }
        local.map(Story::listening).ifPresent(facts::add);
        return new Story(headline(row, address, others, local), facts, remedy(row, address, lookup, others, local));
    }

    private static String resolution(Resolved lookup) {
        String host = CheckText.host(lookup.instance());
        List<Address> found = lookup.found().stream().distinct().toList();
        String first = CheckText.address(found.getFirst());
        return found.size() == 1
                ? Messages.text("datadog.story.one-address", host, first)
                : Messages.text(
                        "datadog.story.addresses", host, first, CheckText.addresses(found.subList(1, found.size())));
    }

    private static String calling(Resolved lookup, List<Address> others) {
        String called = CheckText.addresses(lookup.called());
        return others.isEmpty()
                ? Messages.text("datadog.story.called", called)
                : Messages.text("datadog.story.called-only", called, CheckText.addresses(others));
    }

    private static String listening(LocalListeners local) {
        String port = Long.toString(local.port());
        if (local.listeners().isEmpty()) {
            return Messages.text("datadog.story.nobody", port);
        }
        String all = local.listeners().stream().map(Story::listener).collect(Collectors.joining(", "));
        boolean single = local.listeners().size() == 1;
        return Messages.text(single ? "datadog.story.listens-only" : "datadog.story.listens", port, all);
    }

    private static String listener(Waiting waiting) {
        Family own = waiting.address().unmapped().ipv6() ? Family.IPV6 : Family.IPV4;
        boolean both = own == Family.IPV6 && waiting.covers(false).orElse(false);
        String family = both ? Messages.text("datadog.story.both-families") : own.word();
        return Messages.text("datadog.story.listener", waiting.address().toString(), family, waiting.owner());
    }

    private static String headline(
            CheckRow row, Address address, List<Address> others, Optional<LocalListeners> local) {
        String shown = CheckText.address(address);
        if (!(row.result() instanceof Tried tried)) {
            return Messages.text("datadog.story.left-out", shown);
        }
        if (tried.isUp()) {
            return Messages.text("datadog.story.up", shown);
        }
        if (isOtherFamily(tried, local)) {
            return Messages.text("datadog.story.other-family", other(address).word(), shown);
        }
        boolean unasked = others.stream().anyMatch(other -> other.family() == other(address));
        return unasked
                ? Messages.text("datadog.story.unasked", shown, other(address).word())
                : Messages.text("datadog.story.down", shown);
    }

    /// Proven: refused here, and who listens on this port listens on the other family.
    private static boolean isOtherFamily(Tried tried, Optional<LocalListeners> local) {
        return tried.fault() instanceof Fault.ConnectRefused
                && local.filter(here -> tried.address().family() == Family.IPV6 ? here.isIpv4Only() : here.isIpv6Only())
                        .isPresent();
    }

    private static String remedy(
            CheckRow row, Address address, Resolved lookup, List<Address> others, Optional<LocalListeners> local) {
        int line = lookup.instance().line();
        if (!(row.result() instanceof Tried tried)) {
            return CheckText.message(row);
        }
        if (tried.isUp()) {
            return "";
        }
        Optional<Address> four =
                others.stream().filter(other -> other.family() == Family.IPV4).findFirst();
        if (address.family() == Family.IPV6 && four.isPresent()) {
            String remedy =
                    Messages.text("datadog.story.try-four", line, four.get().text());
            return isOtherFamily(tried, local) ? remedy + " " + Messages.text("datadog.story.or-listen") : remedy;
        }
        return others.isEmpty() ? "" : Messages.text("datadog.story.try-all", line);
    }

    private static Family other(Address address) {
        return address.family() == Family.IPV6 ? Family.IPV4 : Family.IPV6;
    }
}
