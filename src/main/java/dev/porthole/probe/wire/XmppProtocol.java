package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.StartTls;
import java.nio.charset.StandardCharsets;

/// XMPP up to its go-ahead for TLS. Its XML is searched as text: a parser would follow what a hostile server declares.
record XmppProtocol(PlainTalk talk) {
    private static final String DOCTYPE = "<!DOCTYPE";
    private static final String[] END_OF_FEATURES = {
        "</stream:features>", "<stream:features/>", "</stream:error>", "</features>", DOCTYPE
    };

    void lead(String serverName) throws PlainTalk.Over, InterruptedException {
        talk.say("<?xml version='1.0'?><stream:stream xmlns='jabber:client'"
                + " xmlns:stream='http://etherx.jabber.org/streams' version='1.0' to='" + quoted(serverName) + "'>");
        String features = talk.until(END_OF_FEATURES);
        if (features.contains(DOCTYPE) || !features.contains("<stream")) {
            throw new PlainTalk.Over(new Fault.StartTlsUnexpected(
                    StartTls.XMPP, Bytes.of(features.getBytes(StandardCharsets.ISO_8859_1))));
        }
        if (features.endsWith("</stream:error>")) {
            throw new PlainTalk.Over(new Fault.StartTlsRefused(StartTls.XMPP, afterLast(features, "<stream:error")));
        }
        if (!features.contains("<starttls")) {
            throw new PlainTalk.Over(new Fault.StartTlsNotOffered(StartTls.XMPP));
        }
        talk.say("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        String answer = talk.until("<proceed", "<failure", "</stream:stream>", DOCTYPE);
        String rest = talk.until(">");
        if (!answer.endsWith("<proceed")) {
            throw new PlainTalk.Over(new Fault.StartTlsRefused(StartTls.XMPP, answer + rest));
        }
        if (!rest.endsWith("/>")) {
            talk.until("</proceed>");
        }
    }

    private static String afterLast(String text, String mark) {
        return text.substring(Math.max(0, text.lastIndexOf(mark)));
    }

    private static String quoted(String name) {
        return name.replace("&", "&amp;").replace("'", "&apos;").replace("<", "&lt;");
    }
}
