package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.BindQuestion;
import dev.porthole.diagnosis.Commands;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.HostFacts;
import dev.porthole.diagnosis.LocalAddress;
import dev.porthole.diagnosis.Platform;
import dev.porthole.diagnosis.Pointer;
import dev.porthole.diagnosis.PortRules;
import dev.porthole.diagnosis.Told;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.net.IpAddress;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What keeps a program from binding a port. Judged from tables: nothing is bound to try it.
public final class CannotBind {
    private final BindQuestion question;
    private final Snapshot sockets;
    private final Commands commands;

    private CannotBind(BindQuestion question, Snapshot sockets, Platform platform) {
        this.question = question;
        this.sockets = sockets;
        commands = new Commands(platform);
    }

    /// The surest first; empty if nothing stands in the way.
    public static List<Finding> findings(
            BindQuestion question,
            Snapshot sockets,
            Told<List<LocalAddress>> addresses,
            HostFacts.Limits limits,
            Platform platform) {
        var asked = new CannotBind(question, sockets, platform);
        return Stream.of(
                        asked.notOurs(addresses),
                        asked.inUse(),
                        asked.privileged(limits),
                        asked.timeWait(),
                        asked.taken(),
                        asked.reserved(limits))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Finding::certainty))
                .toList();
    }

    private Optional<Finding> notOurs(Told<List<LocalAddress>> addresses) {
        Optional<IpAddress> wanted = question.address().filter(ip -> !ip.isAny() && !ip.isLoopback());
        return wanted.flatMap(ip -> addresses
                .ifKnown()
                .filter(own -> own.stream().noneMatch(each -> each.address().equals(ip.unmapped())))
                .map(own -> Finding.proven(
                                "not-our-address",
                                "No interface of this machine has the address " + ip + " (EADDRNOTAVAIL)")
                        .because("it has "
                                + own.stream()
                                        .map(each -> each.address() + " on " + each.link())
                                        .collect(Collectors.joining(", ")))
                        .remedy("Bind one of these, or all of them", commands.addresses())
                        .remedy(
                                "To bind it before it comes (a floating address): net.ipv4.ip_nonlocal_bind",
                                commands.linux("sysctl net.ipv4.ip_nonlocal_bind"))));
    }

    private Optional<Finding> inUse() {
        return Waiting.on(sockets, question.port()).stream()
                .filter(waiting -> waiting.isTcp() != question.udp())
                .filter(this::isInTheWay)
                .findFirst()
                .map(waiting -> Finding.proven(
                                "port-in-use",
                                question.inWords() + " is in use: " + waiting.inWords() + " has it (EADDRINUSE)")
                        .because(
                                waiting.address().isAny()
                                        ? "it is bound to all addresses, so no other socket can have the port on one of them"
                                        : "it is bound to " + waiting.address())
                        .remedy(
                                "Stop that service, or give one of the two another port",
                                commands.users(question.udp(), question.port()))
                        .remedy(
                                "See which service it is",
                                waiting.entry()
                                        .process()
                                        .map(process -> commands.linux("systemctl status " + process.pid()))
                                        .orElse(null))
                        .at(waiting.pointer()));
    }

    /// Whether both want the same address: either takes all of them, or they are equal.
    private boolean isInTheWay(Waiting waiting) {
        if (question.address().isEmpty() || question.address().get().isAny()) {
            boolean ipv6Only = question.address().filter(IpAddress::ipv6).isPresent();
            boolean ipv4Only = question.address().isPresent() && !ipv6Only;
            return ipv4Only
                    ? waiting.covers(false).orElse(true)
                    : !ipv6Only || waiting.address().ipv6() || waiting.address().isAny();
        }
        return waiting.covers(question.address().get()).orElse(true);
    }

    private Optional<Finding> privileged(HostFacts.Limits limits) {
        int from = limits.ports().ifKnown().map(PortRules::unprivilegedFrom).orElse(1024);
        boolean may = limits.mayBindLow().ifKnown().orElse(false);
        if (question.port() >= from || may) {
            return Optional.empty();
        }
        boolean known = limits.ports().ifKnown().isPresent()
                && limits.mayBindLow().ifKnown().isPresent();
        String low = "ports below " + from + " need root or CAP_NET_BIND_SERVICE";
        Finding finding = known
                ? Finding.proven(
                        "port-privileged",
                        question.inWords() + " is privileged, and this user may not bind" + " it (EACCES)")
                : Finding.likely("port-privileged", question.inWords() + " is most likely privileged for this user");
        return Optional.of(finding.because(low)
                .because(Unknowns.of("the rules for ports", limits.ports()))
                .remedy("Start it as a service with AmbientCapabilities=CAP_NET_BIND_SERVICE, or by a socket unit")
                .remedy(
                        "Or let any user bind it, as root",
                        commands.linux("sysctl -w net.ipv4.ip_unprivileged_port_start=" + question.port())));
    }

    private Optional<Finding> timeWait() {
        long count = rows(SocketState.TIME_WAIT);
        return count == 0 || question.udp() || inUse().isPresent()
                ? Optional.empty()
                : Optional.of(Finding.likely(
                                "port-in-time-wait",
                                "Connections of the last minute still hold " + question.inWords()
                                        + ": a program without SO_REUSEADDR most likely cannot bind it yet")
                        .because(count + (count == 1 ? " socket" : " sockets")
                                + " with this local port in TIME_WAIT; the" + " kernel keeps them 60 s")
                        .remedy(
                                "Let the program set SO_REUSEADDR before it binds, or wait a minute",
                                commands.users(false, question.port())));
    }

    /// A connection that goes out from this very port, or one that a listener left behind.
    private Optional<Finding> taken() {
        if (question.udp() || inUse().isPresent()) {
            return Optional.empty();
        }
        for (int row = 0; row < sockets.size(); row++) {
            if (isConnected(row)) {
                var entry = sockets.entry(row);
                return Optional.of(Finding.likely(
                                "port-taken-by-connection",
                                "A connection uses " + question.inWords()
                                        + " as its own end: a program most likely cannot bind it meanwhile")
                        .because(entry.local() + " to " + entry.key().remote() + ", " + new Waiting(entry).owner())
                        .remedy("Wait for its end, or end it", commands.users(false, question.port()))
                        .remedy(
                                "Keep the port out of the range that the system hands out, as root",
                                commands.linux("sysctl -w net.ipv4.ip_local_reserved_ports=" + question.port()))
                        .at(new Pointer.ToSocket(entry.key())));
            }
        }
        return Optional.empty();
    }

    private boolean isConnected(int row) {
        return sockets.protocol(row).isTcp()
                && sockets.table().localPort(row) == question.port()
                && sockets.table().remotePort(row) != 0
                && sockets.state(row) != SocketState.TIME_WAIT;
    }

    private long rows(SocketState state) {
        long count = 0;
        for (int row = 0; row < sockets.size(); row++) {
            count += sockets.state(row) == state && sockets.table().localPort(row) == question.port() ? 1 : 0;
        }
        return count;
    }

    /// Not in the way by itself: a note for what happens now and then.
    private Optional<Finding> reserved(HostFacts.Limits limits) {
        return limits.ports()
                .ifKnown()
                .filter(rules -> rules.isHandedOut(question.port()))
                .map(rules -> Finding.possible(
                                "port-handed-out",
                                question.inWords() + " lies among those that the system"
                                        + " hands out by itself: now and then another program has it first")
                        .because("it hands out " + rules.first() + " to " + rules.last()
                                + " (net.ipv4.ip_local_port_range), and this one is not reserved")
                        .remedy(
                                "Reserve it, as root; list the others that are reserved as well",
                                commands.linux("sysctl -w net.ipv4.ip_local_reserved_ports=" + question.port())));
    }
}
