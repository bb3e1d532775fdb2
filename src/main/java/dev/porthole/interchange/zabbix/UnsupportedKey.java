package dev.porthole.interchange.zabbix;

/// A key that stands for no number; the message is the reason, for the item's error in Zabbix.
public final class UnsupportedKey extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedKey(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
