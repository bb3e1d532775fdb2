package dev.porthole.sockets.query;

import dev.porthole.net.IpAddress;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The searchable text of a row, in lower case, written into one buffer that is used again: a search over 100,000 rows
/// makes no strings. The words of one query share it, and it is written once for all of them.
final class RowText {
    private static final String[] STATES = Stream.of(SocketState.values())
            .map(state -> (state.name() + " " + state.ssName() + " ").toLowerCase(Locale.ROOT))
            .toArray(String[]::new);

    private final Snapshot snapshot;
    private final StringBuilder text = new StringBuilder(160);
    private int written = -1;

    RowText(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// @param words in lower case
    boolean holdsAny(int row, List<String> words) {
        if (row != written) {
            write(row);
            written = row;
        }
        for (int i = 0; i < words.size(); i++) {
            if (text.indexOf(words.get(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void write(int row) {
        SocketTable table = snapshot.table();
        text.setLength(0);
        text.append(table.protocol(row).word()).append(' ');
        endpoint(table.localAddress(row), table.localPort(row));
        if (table.remotePort(row) != 0) {
            endpoint(table.remoteAddress(row), table.remotePort(row));
        }
        text.append(STATES[table.state(row).ordinal()]);
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

    /// A word that is in lower case already is itself.
    private void lowerCase(String word) {
        text.append(word.toLowerCase(Locale.ROOT)).append(' ');
    }
}
