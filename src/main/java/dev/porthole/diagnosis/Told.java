package dev.porthole.diagnosis;

import java.util.Optional;
import java.util.function.Function;

/// Something that this machine was asked about itself: told, or not, and then why. An empty list that was told is a
/// fact; one that could not be read is not.
public sealed interface Told<T> {
    record Known<T>(T value) implements Told<T> {}

    /// Not told.
    ///
    /// @param why one clause, fit to follow a colon: `/proc/net/arp needs root`
    record Unknown<T>(String why) implements Told<T> {}

    static <T> Told<T> of(T value) {
        return new Known<>(value);
    }

    static <T> Told<T> unknown(String why) {
        return new Unknown<>(why);
    }

    default Optional<T> ifKnown() {
        return switch (this) {
            case Known<T>(T value) -> Optional.of(value);
            case Unknown<T> _ -> Optional.empty();
        };
    }

    default <R> Told<R> map(Function<T, R> change) {
        return switch (this) {
            case Known<T>(T value) -> of(change.apply(value));
            case Unknown<T>(String why) -> unknown(why);
        };
    }
}
