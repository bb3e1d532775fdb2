package dev.porthole.report;

import dev.porthole.counts.ReadyRules;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.AcceptQueue;
import dev.porthole.sockets.Exposure;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Snapshot;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What the values of the socket rooms mean, in sentences for the window and the command line.
public final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.porthole.report.words", Locale.ROOT);

    private Words() {}

    /// What the state means, when it is normal, and what many such sockets mean.
    public static String state(SocketState state) {
        return BUNDLE.getString("state." + state.name());
    }

    /// Why no process is named, and what to do about it where something can be done.
    public static String why(Owner.Why why) {
        return BUNDLE.getString("why." + why.name());
    }

    /// The same for a cell of a table.
    public static String shortWhy(Owner.Why why) {
        return BUNDLE.getString("short." + why.name());
    }

    /// How many connections wait to be accepted, whether there is room for more, and how many were turned away:
    /// `queue full: 5 of 4 waiting, 3 dropped`.
    public static String acceptQueue(AcceptQueue queue) {
        String key = queue.isFull() ? "queue.full" : queue.backlog().isPresent() ? "queue.of" : "queue";
        long dropped = queue.dropped().orElse(0);
        return format(key, queue.waiting(), queue.backlog().orElse(0))
                + (dropped == 0 ? "" : format("queue.dropped", dropped));
    }

    /// From where a socket can be reached.
    public static String exposure(Exposure exposure) {
        return BUNDLE.getString("exposure." + exposure.name());
    }

    /// The same for a cell of a table.
    public static String shortExposure(Exposure exposure) {
        return BUNDLE.getString("exposed." + exposure.name());
    }

    /// What is missing and how to get it.
    public static String gap(Gap gap) {
        String key = "gap." + gap.kind().name() + (gap.detail().isEmpty() ? "" : ".detail");
        return format(
                BUNDLE.containsKey(key) ? key : "gap." + gap.kind().name(), gap.count(), gap.subject(), gap.detail());
    }

    /// How many sockets have an owner that rights hide; empty if none has.
    public static String hiddenOwners(Snapshot snapshot) {
        int hidden = snapshot.hidden(Owner.Why.NO_RIGHTS);
        return hidden == 0 ? "" : format("hidden", hidden);
    }

    /// What a ready rule is called.
    public static String rule(ReadyRules rule) {
        return BUNDLE.getString("rule." + rule.name());
    }

    /// What a ready rule looks for.
    public static String aboutRule(ReadyRules rule) {
        return BUNDLE.getString("rule." + rule.name() + ".about");
    }

    static String tcpCheckUp(String address, String time) {
        return format("tcpcheck.up", address, time);
    }

    /// @param sentence of the verdict, without its full stop
    static String tcpCheckDown(String address, String sentence) {
        return format("tcpcheck.down", address, sentence);
    }

    static String tcpCheckUnresolved(String host, String reason) {
        return format("tcpcheck.unresolved", host, reason);
    }

    static String tcpCheckMisconfigured(int line, String message, String fix) {
        return format("tcpcheck.misconfigured", line, message, fix);
    }

    /// Addresses of a host that the check did not call.
    static String tcpCheckLeftOut(String host, String addresses) {
        return format("tcpcheck.left.out", host, addresses);
    }

    static String tcpCheckTryIpv4() {
        return BUNDLE.getString("tcpcheck.try.ipv4");
    }

    static String tcpCheckTryAll() {
        return BUNDLE.getString("tcpcheck.try.all");
    }

    private static String format(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }
}
