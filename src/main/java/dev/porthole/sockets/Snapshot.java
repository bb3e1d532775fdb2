package dev.porthole.sockets;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The machine's sockets at one moment, with their owners. Immutable.
public final class Snapshot {
    private final Instant time;
    private final Reading reading;
    private final Owner[] owners;
    private final List<Gap> gaps;
    private final Pace pace;

    private Snapshot(Instant time, Reading reading, Owner[] owners, List<Gap> gaps, Pace pace) {
        this.time = time;
        this.reading = reading;
        this.owners = owners;
        this.gaps = gaps;
        this.pace = pace;
    }

    /// No sockets, read by nobody.
    public static Snapshot empty() {
        Reading nothing = new Reading(SocketTable.empty(), List.of(), "", Map.of());
        return new Snapshot(Instant.EPOCH, nothing, new Owner[0], List.of(), Pace.NOT_YET);
    }

    /// Joins a reading with what a search for owners found.
    public static Snapshot of(Instant time, Reading reading, Ownership ownership) {
        return of(time, reading, ownership, Pace.NOT_YET);
    }

    /// The same of one of several readings.
    public static Snapshot of(Instant time, Reading reading, Ownership ownership, Pace pace) {
        Owner[] owners = new Owner[reading.table().size()];
        for (int row = 0; row < owners.length; row++) {
            owners[row] = ownership.ownerOf(reading.table(), row);
        }
        List<Gap> gaps = Stream.concat(reading.gaps().stream(), ownership.gaps().stream())
                .toList();
        return new Snapshot(time, reading, owners, gaps, pace);
    }

    /// Some of its sockets as a look-up found them later. Owners, users and rates are those of this snapshot.
    ///
    /// @param found sockets of this snapshot
    /// @param rows for each of them its row here
    public Snapshot lookedUp(SocketTable found, int[] rows, Instant when) {
        Owner[] holders = new Owner[rows.length];
        for (int row = 0; row < rows.length; row++) {
            holders[row] = owners[rows[row]];
        }
        Reading again = new Reading(found, reading.gaps(), reading.source(), reading.users(), reading.units());
        return new Snapshot(when, again, holders, gaps, pace.pick(rows));
    }

    /// With the owners that a later search found of those that were still looked for.
    public Snapshot found(Ownership later) {
        Owner[] all = owners.clone();
        for (int row = 0; row < all.length; row++) {
            if (all[row] instanceof Owner.Hidden(Owner.Why why) && why == Owner.Why.SEARCHING) {
                all[row] = later.ownerOf(reading.table(), row);
            }
        }
        return new Snapshot(time, reading, all, gaps, pace);
    }

    /// When the reading was taken.
    public Instant time() {
        return time;
    }

    public SocketTable table() {
        return reading.table();
    }

    public int size() {
        return reading.table().size();
    }

    public String source() {
        return reading.source();
    }

    public List<Gap> gaps() {
        return gaps;
    }

    public Owner owner(int row) {
        return owners[row];
    }

    /// How its sockets move; knows nothing if there was no reading before it.
    public Pace pace() {
        return pace;
    }

    public Protocol protocol(int row) {
        return reading.table().protocol(row);
    }

    public SocketState state(int row) {
        return reading.table().state(row);
    }

    /// Services and containers of the control groups in the table, as far as they are known.
    public Map<Long, Unit> units() {
        return reading.units();
    }

    /// Names of the uids in the table, as far as they are known.
    public Map<Integer, String> users() {
        return reading.users();
    }

    /// The user whose socket it is: a name, `#uid` where the uid has none, else the process's user; null if unknown.
    public @Nullable String user(int row) {
        var uid = reading.table().uid(row);
        if (uid.isPresent()) {
            String name = reading.users().get(uid.getAsInt());
            return name != null ? name : "#" + Integer.toUnsignedString(uid.getAsInt());
        }
        return owners[row] instanceof Owner.Known known ? known.first().user() : null;
    }

    /// The service or container in which the socket was made; null if unknown.
    public @Nullable Unit unit(int row) {
        long group = reading.table().figure(row, Figure.CGROUP, 0);
        return group == 0 ? null : reading.units().get(group);
    }

    /// How many rows have an owner that is hidden for this reason.
    public int hidden(Owner.Why why) {
        int count = 0;
        for (Owner owner : owners) {
            if (owner instanceof Owner.Hidden hidden && hidden.why() == why) {
                count++;
            }
        }
        return count;
    }

    public SocketEntry entry(int row) {
        SocketTable table = reading.table();
        return new SocketEntry(
                table.key(row),
                table.state(row),
                table.receiveQueue(row),
                table.sendQueue(row),
                owners[row],
                user(row),
                table.inode(row),
                TcpFigures.of(table, row),
                Exposure.of(table, row),
                pace.of(row),
                unit(row));
    }
}
