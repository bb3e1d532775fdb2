package dev.porthole.diagnosis;

import dev.porthole.net.IpAddress;
import dev.porthole.net.Protocol;
import dev.porthole.net.SafeText;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A socket that waits to be called: a TCP listener, or a UDP socket without a peer.
public record Waiting(SocketEntry entry) {
    /// Those of either transport that wait on this port.
    public static List<Waiting> on(Snapshot snapshot, int port) {
        var found = new ArrayList<Waiting>();
        for (int row = 0; row < snapshot.size(); row++) {
            boolean waits = snapshot.state(row) == SocketState.LISTEN
                    || (snapshot.state(row) == SocketState.NONE
                            && snapshot.table().remotePort(row) == 0);
            if (waits && snapshot.table().localPort(row) == port) {
                found.add(new Waiting(snapshot.entry(row)));
            }
        }
        return List.copyOf(found);
    }

    public boolean isTcp() {
        return entry.protocol().isTcp();
    }

    public IpAddress address() {
        return entry.local().address();
    }

    /// Whether a call to this address reaches this socket: empty where the system does not tell if `::` takes IPv4.
    public Optional<Boolean> covers(IpAddress called) {
        IpAddress own = address().unmapped();
        IpAddress asked = called.unmapped();
        if (!own.isAny()) {
            return Optional.of(own.equals(asked));
        }
        if (own.ipv6() == asked.ipv6()) {
            return Optional.of(true);
        }
        return own.ipv6() ? entry.figures().v6Only().map(only -> !only) : Optional.of(false);
    }

    /// Whether it takes callers of this family at any address at all.
    public Optional<Boolean> covers(boolean ipv6) {
        IpAddress own = address().unmapped();
        if (own.ipv6() == ipv6) {
            return Optional.of(true);
        }
        return own.ipv6() && own.isAny() ? entry.figures().v6Only().map(only -> !only) : Optional.of(false);
    }

    public Pointer pointer() {
        return new Pointer.ToSocket(entry.key());
    }

    /// `0.0.0.0:80 (pid 4321, nginx)`, `[::1]:80 (owner not known: needs root)`.
    public String inWords() {
        return (entry.protocol() == Protocol.UDP || entry.protocol() == Protocol.UDP6 ? "UDP " : "") + entry.local()
                + " (" + owner() + ")";
    }

    /// `pid 4321, nginx`.
    public String owner() {
        return switch (entry.owner()) {
            case Owner.Known known -> name(known.first());
            case Owner.Hidden(var why) -> hidden(why);
            case Owner.None _ -> "no process";
        };
    }

    private static String hidden(Owner.Why why) {
        return switch (why) {
            case NO_RIGHTS -> "the process belongs to another user; root sees it";
            case SEARCHING -> "its process was not found in time";
            default -> "process not in view";
        };
    }

    /// Whether its process is still looked for.
    public boolean isSearchedFor() {
        return entry.owner() instanceof Owner.Hidden(var why) && why == Owner.Why.SEARCHING;
    }

    private static String name(ProcessRef process) {
        String name = process.name();
        return "pid " + process.pid() + (name == null ? "" : ", " + SafeText.of(name));
    }
}
