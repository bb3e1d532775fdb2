package dev.porthole.diagnosis;

/// How a process fares.
///
/// @param state the kernel's letter (proc(5)): `S`, `T`, `Z`, …
public record ProcessHealth(char state, Told<Descriptors> descriptors) {
    /// By a signal or a debugger: it does nothing until it is told to go on.
    public boolean isStopped() {
        return state == 'T' || state == 't';
    }

    public boolean hasEnded() {
        return state == 'Z' || state == 'X' || state == 'x';
    }
}
