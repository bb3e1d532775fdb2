package dev.porthole.net;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A service by the name that people write as a URL's scheme or in place of a port (IANA's registry, and what is
/// usual).
///
/// @param tls whether it speaks TLS from the first byte
public record Service(String name, int port, boolean tls) {
    private static final String PLAIN =
            "ftp 21 ssh 22 telnet 23 smtp 25 domain 53 dns 53 http 80 ws 80 pop3 110 nntp 119"
                    + " imap 143 ldap 389 submission 587 mqtt 1883 mysql 3306 rdp 3389 gearman 4730 xmpp 5222 xmpp-client 5222"
                    + " postgres 5432 postgresql 5432 amqp 5672 vnc 5900 redis 6379 memcached 11211 mongodb 27017";
    private static final String IN_TLS = "https 443 wss 443 smtps 465 nntps 563 ldaps 636 ftps 990 imaps 993 pop3s 995"
            + " xmpps 5223 amqps 5671 rediss 6379 mqtts 8883";

    /// By its name in any case of letters.
    public static Optional<Service> named(String name) {
        return find(name, PLAIN, false).or(() -> find(name, IN_TLS, true));
    }

    private static Optional<Service> find(String name, String table, boolean tls) {
        var words = Arrays.asList(table.split(" ", -1));
        int at = words.indexOf(name.toLowerCase(Locale.ROOT));
        return at < 0 || at % 2 == 1
                ? Optional.empty()
                : Optional.of(new Service(words.get(at), Integer.parseInt(words.get(at + 1)), tls));
    }
}
