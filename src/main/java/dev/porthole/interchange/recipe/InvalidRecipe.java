package dev.porthole.interchange.recipe;

import org.jspecify.annotations.Nullable;

/// A line that is no recipe; the message is one sentence that names the field and the fix.
public final class InvalidRecipe extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String id;

    InvalidRecipe(@Nullable String id, String sentence) {
        super(sentence);
        this.id = id;
    }

    /// The id of the recipe, null if it has none or could not be read so far.
    public @Nullable String id() {
        return id;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
