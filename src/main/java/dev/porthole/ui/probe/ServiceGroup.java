package dev.porthole.ui.probe;

import java.util.Arrays;
import java.util.Locale;

/// What people look under for a service.
enum ServiceGroup {
    WEB("HTTP", "RTSP", "SOCKS5"),
    MAIL("SMTP", "SUBMISSION", "LMTP", "IMAP", "POP3", "SIEVE", "NNTP", "CLAMAV"),
    FILES("FTP", "RSYNC", "SVN"),
    LOGIN("SSH", "TELNET", "RDP", "VNC"),
    NAMES("DNS", "LDAP"),
    DATA("POSTGRESQL", "MYSQL", "REDIS", "MEMCACHED", "ZOOKEEPER"),
    MESSAGES("XMPP", "MQTT", "AMQP", "NATS", "GEARMAN", "BEANSTALKD"),
    OTHER();

    /// Separated by blanks.
    private final String families;

    ServiceGroup(String... families) {
        this.families = String.join(" ", families);
    }

    /// By the name in the list of services: `SMTP-STARTTLS` and `SMTPS` are of the family `SMTP`.
    static ServiceGroup of(String service) {
        int dash = service.indexOf('-');
        String family = dash < 0 ? service : service.substring(0, dash);
        for (ServiceGroup group : values()) {
            if (group.has(family) || (family.endsWith("S") && group.has(family.substring(0, family.length() - 1)))) {
                return group;
            }
        }
        return OTHER;
    }

    private boolean has(String family) {
        return Arrays.asList(families.split(" ", -1)).contains(family);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
