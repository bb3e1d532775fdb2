package dev.porthole.diagnosis.source;

import dev.porthole.diagnosis.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Files whose text tells something; one that cannot be read is told as such.
final class FactFiles {
    /// A hosts file of an ad blocker has several megabytes.
    private static final int LONGEST = 16 * 1024 * 1024;

    private FactFiles() {}

    static Told<String> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Told.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Told.unknown("there is no " + file);
        } catch (AccessDeniedException e) {
            return Told.unknown(file + " may not be read by this user; root may");
        } catch (IOException e) {
            return Told.unknown(file + " cannot be read");
        }
    }

    /// @param change empty if the text has no known form
    static <T> Told<T> read(Path file, Function<String, Optional<T>> change) {
        return switch (read(file)) {
            case Told.Known<String>(String text) ->
                change.apply(text).map(Told::of).orElseGet(() -> Told.unknown(file + " has no known form"));
            case Told.Unknown<String>(String why) -> Told.unknown(why);
        };
    }
}
