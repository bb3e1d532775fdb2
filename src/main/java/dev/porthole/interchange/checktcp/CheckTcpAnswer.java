package dev.porthole.interchange.checktcp;

import dev.porthole.probe.Bytes;

/// What a call prints, its line end included, and its exit code.
public record CheckTcpAnswer(Stream stream, Bytes text, int exitCode) implements CheckTcpCall {
    public enum Stream {
        OUT,
        ERR
    }

    static CheckTcpAnswer out(String line, int exitCode) {
        return new CheckTcpAnswer(Stream.OUT, Bytes.utf8(line + "\n"), exitCode);
    }

    static CheckTcpAnswer err(String line, int exitCode) {
        return new CheckTcpAnswer(Stream.ERR, Bytes.utf8(line + "\n"), exitCode);
    }
}
