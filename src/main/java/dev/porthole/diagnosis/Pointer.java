package dev.porthole.diagnosis;

import dev.porthole.probe.Address;
import dev.porthole.sockets.SocketKey;

/// What a finding rests on, so that the window can show the very thing.
public sealed interface Pointer {
    /// A row of the socket table.
    record ToSocket(SocketKey key) implements Pointer {}

    /// An address of the probe, with its attempt.
    record ToAddress(Address address) implements Pointer {}

    /// The phase of this number in the trace, from 0.
    record ToPhase(int index) implements Pointer {}
}
