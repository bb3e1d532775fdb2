package dev.porthole.probe;

/// The protocols whose plain dialogue leads to TLS, each with its own words for it.
public enum StartTls {
    /// [RFC 3207](https://www.rfc-editor.org/rfc/rfc3207).
    SMTP("SMTP", "STARTTLS"),
    /// [RFC 9051](https://www.rfc-editor.org/rfc/rfc9051).
    IMAP("IMAP", "STARTTLS"),
    /// [RFC 2595](https://www.rfc-editor.org/rfc/rfc2595).
    POP3("POP3", "STLS"),
    /// [RFC 4217](https://www.rfc-editor.org/rfc/rfc4217).
    FTP("FTP", "AUTH TLS"),
    /// [RFC 4511](https://www.rfc-editor.org/rfc/rfc4511#section-4.14).
    LDAP("LDAP", "StartTLS"),
    /// [SSLRequest](https://www.postgresql.org/docs/current/protocol-message-formats.html).
    POSTGRES("PostgreSQL", "SSLRequest"),
    /// [RFC 6120](https://www.rfc-editor.org/rfc/rfc6120#section-5).
    XMPP("XMPP", "starttls"),
    /// The steps before it did all the talking, as in blackbox_exporter.
    NO_WORDS("the protocol", "TLS");

    private final String protocol;
    private final String request;

    StartTls(String protocol, String request) {
        this.protocol = protocol;
        this.request = request;
    }

    /// As people write it.
    public String protocol() {
        return protocol;
    }

    /// What the client asks with.
    public String request() {
        return request;
    }
}
