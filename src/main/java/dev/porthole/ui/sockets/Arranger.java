package dev.porthole.ui.sockets;

import dev.porthole.sockets.Changes;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.query.SocketFilter;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes arrangements, each out of a wish and the one before. For one thread, in the background.
final class Arranger {
    private @Nullable Wish fulfilled;
    private @Nullable Changes changes;
    private @Nullable Arrangement last;

    /// What an arrangement is made of.
    ///
    /// @param span how long new, changed and closed rows are marked
    /// @param held the rows whose new places will be asked for
    record Wish(Snapshot snapshot, SocketFilter filter, Sorting sorting, Duration span, Set<SocketKey> held) {}

    /// @param isHeld rows keep their places, until another order, filter or sorting is asked for
    /// @param asked another number when the rows are to be sorted although the order is held
    record Sorting(SocketOrder order, boolean isHeld, int asked) {
        private boolean isAsLast(Sorting last) {
            return order.equals(last.order) && asked == last.asked;
        }
    }

    Arrangement arrange(Wish wish) {
        Changes now = changes(wish);
        Arrangement made = arrange(now, wish);
        fulfilled = wish;
        changes = now;
        last = made;
        return made;
    }

    private Arrangement arrange(Changes now, Wish wish) {
        SocketOrder order = wish.sorting().order();
        if (last == null) {
            return Arrangement.of(now, wish.filter(), order, wish.held());
        }
        return follows(wish)
                ? last.followedBy(now, wish.filter(), order, wish.held())
                : last.sortedAnew(now, wish.filter(), order, wish.held());
    }

    private Changes changes(Wish wish) {
        if (changes == null || fulfilled == null) {
            return Changes.none(wish.snapshot());
        }
        boolean isNew = !changes.snapshot().equals(wish.snapshot());
        boolean isOff = wish.span().isZero() && !fulfilled.span().isZero();
        return isNew || isOff ? changes.next(wish.snapshot(), wish.span()) : changes;
    }

    /// A first arrangement, and one that somebody asked for by another search or order, is sorted.
    private boolean follows(Wish wish) {
        return fulfilled != null
                && wish.sorting().isHeld()
                && wish.sorting().isAsLast(fulfilled.sorting())
                && wish.filter().equals(fulfilled.filter());
    }
}
