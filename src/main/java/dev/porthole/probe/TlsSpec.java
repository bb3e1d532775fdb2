package dev.porthole.probe;

/// TLS from the first byte on.
public record TlsSpec(CertificateCheck certificate) {
    /// What a certificate that does not convince does to the probe.
    public enum CertificateCheck {
        /// It fails, before any application byte is sent.
        REQUIRED,
        /// It goes on; the trace still says what is wrong.
        NONE
    }
}
