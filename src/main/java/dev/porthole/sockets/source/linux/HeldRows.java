package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.Owner;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// For each row of a table its owner, where that was seen, and since when it is known.
final class HeldRows {
    private @Nullable Owner[] owners = new @Nullable Owner[0];
    private @Nullable Holder[] holders = new @Nullable Holder[0];
    private int[] files = new int[0];
    private int[] since = new int[0];
    private int size;

    /// Makes room for so many rows; what they hold is not defined.
    void resize(int rows) {
        size = rows;
        if (rows > since.length) {
            int capacity = rows + rows / 8;
            owners = new @Nullable Owner[capacity];
            holders = new @Nullable Holder[capacity];
            files = new int[capacity];
            since = new int[capacity];
        }
    }

    int size() {
        return size;
    }

    void set(int row, Owner owner, @Nullable Holder holder, int file, int tick) {
        owners[row] = owner;
        holders[row] = holder;
        files[row] = file;
        since[row] = tick;
    }

    void carry(int row, HeldRows from, int fromRow) {
        set(row, from.owner(fromRow), from.holders[fromRow], from.files[fromRow], from.since[fromRow]);
    }

    Owner owner(int row) {
        return Objects.requireNonNull(owners[row]);
    }

    /// The process in which the socket was seen; null where there is none or the owners are several.
    @Nullable
    Holder holder(int row) {
        return holders[row];
    }

    int file(int row) {
        return files[row];
    }

    /// The tick in which the owner became what it is.
    int since(int row) {
        return since[row];
    }

    Owner[] owners() {
        return Arrays.copyOf(owners, size, Owner[].class);
    }
}
