package dev.porthole.diagnosis;

import java.util.List;

/// A cause, with what speaks for it.
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
}
