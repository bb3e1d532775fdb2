package dev.porthole.probe;

/// Which addresses of a name are called, and in what way.
public record AddressMode(Families families, Tactic tactic) {
    /// The addresses that count; the others stand in the look-up and are not called.
    public enum Families {
        ANY,
        IPV4,
        IPV6
    }

    public enum Tactic {
        /// [RFC 8305](https://www.rfc-editor.org/rfc/rfc8305): the families take turns, the next address is called
        /// when one fails or is silent for 250 ms, and who answers first is taken.
        FIRST_ANSWER,
        /// The first address and no other.
        ONE,
        /// Each is called at once and told by itself. The first to answer carries the dialogue.
        ALL,
        /// As Go does, and so check-tcp: the family of the first address is 300 ms ahead, address after address within
        /// each.
        FAMILY_AHEAD
    }

    public static final AddressMode FIRST_ANSWER = new AddressMode(Families.ANY, Tactic.FIRST_ANSWER);
    public static final AddressMode ONE = new AddressMode(Families.ANY, Tactic.ONE);
    public static final AddressMode ALL = new AddressMode(Families.ANY, Tactic.ALL);
    public static final AddressMode IPV4_ONLY = new AddressMode(Families.IPV4, Tactic.FIRST_ANSWER);
    public static final AddressMode IPV6_ONLY = new AddressMode(Families.IPV6, Tactic.FIRST_ANSWER);
    public static final AddressMode AS_GO = new AddressMode(Families.ANY, Tactic.FAMILY_AHEAD);

    public boolean takes(Address.Family family) {
        return switch (families) {
            case ANY -> true;
            case IPV4 -> family == Address.Family.IPV4;
            case IPV6 -> family == Address.Family.IPV6;
        };
    }
}
