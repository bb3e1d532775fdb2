package dev.porthole.sockets;

import dev.porthole.net.IpAddress;
import java.util.Locale;

/// The searchable text of a row, in lower case, written into one buffer that is used again: a search over 100,000 rows
/// makes no strings.
final class RowText {
    private final Snapshot snapshot;
    private final StringBuilder text = new StringBuilder(160);

    RowText(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    boolean holdsAll(int row, String[] words) {
        if (words.length == 0) {
            return true;
        }
        write(row);
        for (String word : words) {
            if (text.indexOf(word) < 0) {
                return false;
            }
        }
        return true;
    }

    private void write(int row) {
        SocketTable table = snapshot.table();
        text.setLength(0);
        text.append(table.protocol(row).word()).append(' ');
        endpoint(table.localAddress(row), table.localPort(row));
        if (table.remotePort(row) != 0) {
            endpoint(table.remoteAddress(row), table.remotePort(row));
        }
        lowerCase(table.state(row).name());
        lowerCase(table.state(row).ssName());
        if (snapshot.owner(row) instanceof Owner.Known known) {
            for (ProcessRef process : known.processes()) {
                text.append(process.pid()).append(' ');
                if (process.name() != null) {
                    lowerCase(process.name());
                }
            }
        }
        String user = snapshot.user(row);
        if (user != null) {
            lowerCase(user);
        }
    }

    private void endpoint(IpAddress address, int port) {
        if (address.ipv6()) {
            text.append('[');
        }
        address.appendTo(text);
        if (address.ipv6()) {
            text.append(']');
        }
        text.append(':').append(port).append(' ');
    }

    private void lowerCase(String word) {
        text.append(word.toLowerCase(Locale.ROOT)).append(' ');
    }
}
