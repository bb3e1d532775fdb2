package dev.porthole.counts;

/// Ports from the first to the last, both included.
public record PortRange(int first, int last) {
    public PortRange {
        if (first < 0 || last > 65_535 || first > last) {
            throw new IllegalArgumentException("no range of ports: " + first + " to " + last);
        }
    }

    public int size() {
        return last - first + 1;
    }
}
