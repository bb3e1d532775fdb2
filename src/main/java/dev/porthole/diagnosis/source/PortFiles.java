package dev.porthole.diagnosis.source;

import java.util.BitSet;
import java.util.Optional;

/// Reads the port settings of `/proc/sys/net/ipv4` (ip-sysctl).
final class PortFiles {
    private PortFiles() {}

    /// `32768	60999`; empty if it has no known form.
    static Optional<int[]> range(String text) {
        String[] words = text.strip().split("\\s+", -1);
        return words.length == 2 && words[0].matches("\\d{1,5}") && words[1].matches("\\d{1,5}")
                ? Optional.of(new int[] {Integer.parseInt(words[0]), Integer.parseInt(words[1])})
                : Optional.empty();
    }

    /// `8080,9000-9100`; what has no known form is left out.
    static BitSet reserved(String text) {
        BitSet ports = new BitSet();
        for (String item : text.strip().split(",", -1)) {
            if (item.matches("\\d{1,5}(-\\d{1,5})?")) {
                String[] ends = item.split("-", -1);
                int first = Integer.parseInt(ends[0]);
                int last = Integer.parseInt(ends[ends.length - 1]);
                ports.set(Math.min(first, last), Math.max(first, last) + 1);
            }
        }
        return ports;
    }
}
