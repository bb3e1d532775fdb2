package dev.porthole.diagnosis;

import java.util.BitSet;

/// Which local ports may be used, and for what (`net.ipv4` of sysctl).
///
/// @param first of the ports that the system hands out by itself
/// @param last of them
/// @param reserved of these, ports that it leaves out
/// @param unprivilegedFrom the first port that any user may bind
public record PortRules(int first, int last, BitSet reserved, int unprivilegedFrom) {
    public PortRules {
        reserved = (BitSet) reserved.clone();
    }

    @Override
    public BitSet reserved() {
        return (BitSet) reserved.clone();
    }

    public boolean isHandedOut(int port) {
        return port >= first && port <= last && !reserved.get(port);
    }

    /// How many ports the system can hand out.
    public int room() {
        return last - first + 1 - reserved.get(first, last + 1).cardinality();
    }
}
