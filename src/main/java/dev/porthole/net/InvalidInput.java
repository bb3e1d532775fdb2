package dev.porthole.net;

/// What a person typed cannot be used; the message is one sentence that names the field and the fix.
public final class InvalidInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// The field of a form that the sentence is about.
    public enum Field {
        HOST,
        PORT
    }

    private final Field field;

    InvalidInput(Field field, String sentence) {
        super(sentence);
        this.field = field;
    }

    public Field field() {
        return field;
    }

    /// The sentence, never absent.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
