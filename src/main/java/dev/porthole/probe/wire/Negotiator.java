package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.StartTls;
import java.io.OutputStream;
import java.time.Duration;

/// Leads the plain dialogue of a protocol up to the server's go-ahead for TLS. It never goes on in plain text.
final class Negotiator {
    private final StartTls protocol;
    private final PlainTalk talk;
    private final Run run;

    Negotiator(StartTls protocol, Inbox inbox, OutputStream out, Run run) {
        this.protocol = protocol;
        this.talk = new PlainTalk(protocol, inbox, out, run);
        this.run = run;
    }

    Phase.Negotiation negotiate(String serverName) throws InterruptedException {
        Duration start = run.clock().now();
        Fault fault = null;
        try {
            lead(serverName);
            Bytes left = talk.left();
            if (!left.isEmpty()) {
                fault = new Fault.StartTlsInjection(left);
            }
        } catch (PlainTalk.Over over) {
            fault = over.fault();
        }
        return new Phase.Negotiation(run.clock().since(start), talk.said(), fault);
    }

    private void lead(String serverName) throws PlainTalk.Over, InterruptedException {
        switch (protocol) {
            case SMTP, IMAP, POP3, FTP -> new LineProtocols(protocol, talk).lead();
            case LDAP, POSTGRES -> new BinaryProtocols(protocol, talk).lead();
            case XMPP -> new XmppProtocol(talk).lead(serverName);
            case NO_WORDS -> {}
        }
    }
}
