package dev.porthole.sockets.query;

import dev.porthole.net.AddressBlock;
import dev.porthole.sockets.SocketTable;

/// Conditions on the two ends. A socket that is not connected has no remote end that could fit.
final class Ends {
    private static final int LAST_PORT = 65535;

    private Ends() {}

    static Condition port(Value value) throws InvalidQuery {
        return either(localPort(value), remotePort(value));
    }

    static Condition localPort(Value value) throws InvalidQuery {
        Span[] ports = ports(value);
        return (snapshot, _) -> {
            SocketTable table = snapshot.table();
            return row -> Span.anyHolds(ports, table.localPort(row));
        };
    }

    static Condition remotePort(Value value) throws InvalidQuery {
        Span[] ports = ports(value);
        return (snapshot, _) -> {
            SocketTable table = snapshot.table();
            return row -> table.remotePort(row) != 0 && Span.anyHolds(ports, table.remotePort(row));
        };
    }

    private static Span[] ports(Value value) throws InvalidQuery {
        return value.numbers(LAST_PORT, "is no port from 0 to " + LAST_PORT);
    }

    static Condition address(Value value) throws InvalidQuery {
        return either(localAddress(value), remoteAddress(value));
    }

    static Condition localAddress(Value value) throws InvalidQuery {
        AddressBlock[] blocks = blocks(value);
        return (snapshot, _) -> {
            SocketTable table = snapshot.table();
            return row -> anyHolds(blocks, table.protocol(row).isIpv6(), table.localHigh(row), table.localLow(row));
        };
    }

    static Condition remoteAddress(Value value) throws InvalidQuery {
        AddressBlock[] blocks = blocks(value);
        return (snapshot, _) -> {
            SocketTable table = snapshot.table();
            return row -> table.remotePort(row) != 0
                    && anyHolds(blocks, table.protocol(row).isIpv6(), table.remoteHigh(row), table.remoteLow(row));
        };
    }

    private static AddressBlock[] blocks(Value value) throws InvalidQuery {
        AddressBlock[] blocks = new AddressBlock[value.pieces().size()];
        for (int i = 0; i < blocks.length; i++) {
            Part piece = value.pieces().get(i);
            blocks[i] = AddressBlock.parse(piece.unquoted())
                    .orElseThrow(() -> value.wrong(piece, "is neither an address nor a range of addresses"));
        }
        return blocks;
    }

    private static boolean anyHolds(AddressBlock[] blocks, boolean ipv6, long high, long low) {
        for (AddressBlock block : blocks) {
            if (block.holds(ipv6, high, low)) {
                return true;
            }
        }
        return false;
    }

    private static Condition either(Condition local, Condition remote) {
        return (snapshot, text) -> {
            RowTest here = local.on(snapshot, text);
            RowTest there = remote.on(snapshot, text);
            return row -> here.test(row) || there.test(row);
        };
    }
}
