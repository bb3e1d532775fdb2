package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.StartTls;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// LDAP and PostgreSQL up to their go-ahead for TLS.
record BinaryProtocols(StartTls protocol, PlainTalk talk) {
    private static final String START_TLS = "1.3.6.1.4.1.1466.20037";
    private static final int SEQUENCE = 0x30;
    private static final int EXTENDED_RESPONSE = 0x78;
    private static final int LARGEST_MESSAGE = 64 * 1024;
    private static final int[] SSL_REQUEST = {0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f};

    void lead() throws PlainTalk.Over, InterruptedException {
        if (protocol == StartTls.LDAP) {
            ldap();
        } else {
            postgres();
        }
    }

    private void ldap() throws PlainTalk.Over, InterruptedException {
        var request = new ByteArrayOutputStream();
        request.writeBytes(new byte[] {0x30, 0x1d, 0x02, 0x01, 0x01, 0x77, 0x18, (byte) 0x80, 0x16});
        request.writeBytes(START_TLS.getBytes(StandardCharsets.US_ASCII));
        talk.say(Bytes.of(request.toByteArray()));
        Bytes head = talk.octets(2);
        if (head.at(0) != SEQUENCE) {
            throw unexpected(Bytes.joined(List.of(head, talk.rest())));
        }
        Bytes body = talk.octets(length(head.at(1)));
        List<Bytes> message = elements(body);
        if (message.size() < 2 || body.at(tagAt(message)) != EXTENDED_RESPONSE) {
            throw unexpected(Bytes.joined(List.of(head, body)));
        }
        List<Bytes> result = elements(message.get(1));
        if (result.isEmpty() || result.getFirst().length() != 1) {
            throw unexpected(Bytes.joined(List.of(head, body)));
        }
        int code = result.getFirst().at(0);
        if (code != 0) {
            throw refused("result " + code + (result.size() > 2 ? ": " + text(result.get(2)) : ""));
        }
    }

    /// The first element is the number of the message; what follows it begins with its own tag.
    private static int tagAt(List<Bytes> message) {
        return 2 + message.getFirst().length();
    }

    /// BER's short form, or its long form of one or two octets.
    private int length(int first) throws PlainTalk.Over, InterruptedException {
        if (first < 0x80) {
            return first;
        }
        int octets = first & 0x7f;
        if (octets < 1 || octets > 2) {
            throw new PlainTalk.Over(new Fault.LimitReached());
        }
        Bytes length = talk.octets(octets);
        int value = octets == 1 ? length.at(0) : length.at(0) << 8 | length.at(1);
        return Math.min(value, LARGEST_MESSAGE);
    }

    /// The contents of the elements of a BER sequence, as far as they are whole.
    private static List<Bytes> elements(Bytes sequence) {
        List<Bytes> contents = new ArrayList<>();
        int at = 0;
        while (at + 1 < sequence.length()) {
            int length = sequence.at(at + 1);
            if (length >= 0x80 || at + 2 + length > sequence.length()) {
                return contents;
            }
            contents.add(sequence.from(at + 2).first(length));
            at += 2 + length;
        }
        return contents;
    }

    private void postgres() throws PlainTalk.Over, InterruptedException {
        byte[] request = new byte[SSL_REQUEST.length];
        for (int i = 0; i < request.length; i++) {
            request[i] = (byte) SSL_REQUEST[i];
        }
        talk.say(Bytes.of(request));
        Bytes answer = talk.octets(1);
        switch (answer.at(0)) {
            case 'S' -> {}
            case 'N' -> throw new PlainTalk.Over(new Fault.StartTlsNotOffered(protocol));
            case 'E' -> throw refused(error(talk.rest()));
            default -> throw unexpected(Bytes.joined(List.of(answer, talk.rest())));
        }
    }

    /// The field `M` of an error; a server before version 7.4 sends only a text.
    private static String error(Bytes message) {
        String[] fields = text(message.from(Integer.BYTES)).split("\0", -1);
        for (String field : fields) {
            if (field.startsWith("M")) {
                return field.substring(1);
            }
        }
        return text(message);
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }

    private PlainTalk.Over refused(String text) {
        return new PlainTalk.Over(new Fault.StartTlsRefused(protocol, text));
    }

    private PlainTalk.Over unexpected(Bytes said) {
        return new PlainTalk.Over(new Fault.StartTlsUnexpected(protocol, said));
    }
}
