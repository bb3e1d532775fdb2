package dev.porthole.diagnosis;

import java.util.Locale;

/// How far the evidence carries a finding. The words are never exchanged: a guess is not told in the voice of a fact.
public enum Certainty {
    /// The evidence leaves no other cause.
    PROVEN,
    /// The evidence fits this cause best; another one is possible and is named.
    LIKELY,
    /// One of several causes that fit equally well.
    POSSIBLE;

    /// `proven`, `likely`, `possible`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
