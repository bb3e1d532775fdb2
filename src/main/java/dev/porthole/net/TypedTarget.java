package dev.porthole.net;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A target as a person typed or pasted it, understood.
public sealed interface TypedTarget {
    /// What to say beside the field, though the input can be used.
    List<Note> notes();

    /// A name or an address, without brackets and in the form in which it is looked up.
    ///
    /// @param port absent if none was typed
    /// @param service what the scheme of a URL says, null without one
    record Host(String host, OptionalInt port, @Nullable Service service, List<Note> notes) implements TypedTarget {
        public Host {
            notes = List.copyOf(notes);
        }
    }

    /// A socket in the file system.
    record UnixPath(String path, List<Note> notes) implements TypedTarget {
        public UnixPath {
            notes = List.copyOf(notes);
        }
    }

    /// One sentence.
    ///
    /// @param doubt whether something else may have been meant
    record Note(boolean doubt, String sentence) {}

    /// Reads the target field of a form.
    ///
    /// @throws InvalidInput with the sentence to show beside the field
    static TypedTarget read(String typed) {
        return TargetReader.read(typed);
    }
}
