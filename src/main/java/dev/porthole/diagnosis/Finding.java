package dev.porthole.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cause, with what speaks for it. Made of its title, then added to.
///
/// @param code a stable word for machines: `nothing-listens`
/// @param title the cause in one sentence, without the evidence
/// @param because the evidence, a sentence each, the strongest first
/// @param remedies what to do, the best first
/// @param pointers the sockets, addresses and phases that `because` speaks of
public record Finding(
        String code,
        Certainty certainty,
        String title,
        List<String> because,
        List<Remedy> remedies,
        List<Pointer> pointers) {
    public Finding {
        because = List.copyOf(because);
        remedies = List.copyOf(remedies);
        pointers = List.copyOf(pointers);
    }

    public static Finding of(String code, Certainty certainty, String title) {
        return new Finding(code, certainty, title, List.of(), List.of(), List.of());
    }

    /// No other cause is left.
    public static Finding proven(String code, String title) {
        return of(code, Certainty.PROVEN, title);
    }

    /// Another cause is possible, and is named among the evidence.
    public static Finding likely(String code, String title) {
        return of(code, Certainty.LIKELY, title);
    }

    public static Finding possible(String code, String title) {
        return of(code, Certainty.POSSIBLE, title);
    }

    public Finding because(String sentence) {
        return new Finding(code, certainty, title, and(because, sentence), remedies, pointers);
    }

    public Finding because(List<String> sentences) {
        Finding all = this;
        for (String sentence : sentences) {
            all = all.because(sentence);
        }
        return all;
    }

    public Finding remedy(String text) {
        return remedy(text, null);
    }

    /// With one more thing to do.
    ///
    /// @param command null where the system has none for it
    public Finding remedy(String text, @Nullable String command) {
        return new Finding(code, certainty, title, because, and(remedies, new Remedy(text, command)), pointers);
    }

    public Finding at(Pointer pointer) {
        return new Finding(code, certainty, title, because, remedies, and(pointers, pointer));
    }

    public Finding at(List<? extends Pointer> more) {
        Finding all = this;
        for (Pointer pointer : more) {
            all = all.at(pointer);
        }
        return all;
    }

    private static <T> List<T> and(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
