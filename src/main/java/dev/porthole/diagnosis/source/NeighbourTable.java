package dev.porthole.diagnosis.source;

import dev.porthole.diagnosis.Neighbour;
import dev.porthole.net.IpAddress;
import java.util.List;
import java.util.Optional;

/// Reads `/proc/net/arp` (`net/ipv4/arp.c`): `IP address, HW type, Flags, HW address, Mask, Device`. Lines of no
/// known form are left out.
final class NeighbourTable {
    /// `ATF_COM`: the hardware address is known.
    private static final int COMPLETE = 0x2;

    private NeighbourTable() {}

    static List<Neighbour> parse(String text) {
        return text.lines().skip(1).flatMap(line -> line(line).stream()).toList();
    }

    private static Optional<Neighbour> line(String line) {
        String[] field = line.strip().split("\\s+", -1);
        if (field.length < 6 || !field[2].matches("0x[0-9a-fA-F]{1,4}")) {
            return Optional.empty();
        }
        boolean complete = (Integer.parseInt(field[2].substring(2), 16) & COMPLETE) != 0;
        return IpAddress.parse(field[0]).map(address -> new Neighbour(address, field[3], field[5], complete));
    }
}
