package dev.porthole.probe.wire;

import java.util.OptionalInt;

/// The number behind an error text of the system. Java hands on the C library's words in the language of the machine
/// and keeps the number to itself.
@FunctionalInterface
public interface SystemErrors {
    /// No number is known; causes are then told by the class of the exception, more coarsely.
    SystemErrors UNKNOWN = _ -> OptionalInt.empty();

    /// errno as in asm-generic/errno.h, or negative a code of getaddrinfo(3); empty if the text is neither's.
    OptionalInt numberOf(String text);
}
