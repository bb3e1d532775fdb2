package dev.porthole.sockets;

/// Why a process may not be ended from here.
public enum Refusal {
    /// The system's first process: all others hang on it.
    FIRST_PROCESS,
    /// Porthole itself.
    PORTHOLE,
    /// Porthole was started by it: it may take Porthole with it.
    PARENT,
    /// Another user's, and this one has no rights over it.
    OTHER_USER,
    /// It could not be told apart from another one that gets its pid.
    UNIDENTIFIED
}
