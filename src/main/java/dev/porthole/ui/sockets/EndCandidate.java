package dev.porthole.ui.sockets;

import dev.porthole.report.Words;
import dev.porthole.sockets.Actor;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Refusal;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.ui.kit.Messages;
import java.util.List;
import java.util.Optional;

/// Which process the selected rows would have ended, or why none.
sealed interface EndCandidate {
    /// One may be ended.
    ///
    /// @param processes all that hold the socket
    /// @param first the first of them that may be ended
    record Possible(SocketEntry socket, List<ProcessRef> processes, ProcessRef first) implements EndCandidate {}

    /// None may be ended.
    ///
    /// @param brief for the menu
    /// @param sentence says what to do about it
    record Refused(String brief, String sentence) implements EndCandidate {}

    /// Of rows that are still shown while their sockets are closed.
    static EndCandidate closed() {
        return new Refused(Messages.text("end.closed.brief"), Messages.text("end.closed"));
    }

    static EndCandidate of(List<SocketEntry> selected, Actor actor) {
        if (selected.isEmpty()) {
            return new Refused(Messages.text("end.nothing.brief"), Messages.text("end.nothing"));
        }
        SocketEntry socket = selected.getFirst();
        if (selected.stream().anyMatch(entry -> !entry.owner().equals(socket.owner()))) {
            return new Refused(Messages.text("end.several.brief"), Messages.text("end.several"));
        }
        return switch (socket.owner()) {
            case Owner.Known known -> of(socket, known, actor);
            case Owner.Hidden(Owner.Why why) -> new Refused(Words.shortWhy(why), Words.why(why));
            case Owner.None(Owner.Why why) -> new Refused(Words.shortWhy(why), Words.why(why));
        };
    }

    private static EndCandidate of(SocketEntry socket, Owner.Known known, Actor actor) {
        Optional<ProcessRef> first = known.processes().stream()
                .filter(process -> actor.refusal(process).isEmpty())
                .findFirst();
        if (first.isPresent()) {
            return new Possible(socket, known.processes(), first.get());
        }
        Refusal refusal = actor.refusal(known.first()).orElseThrow();
        return new Refused(brief(refusal), sentence(refusal));
    }

    static String brief(Refusal refusal) {
        return Messages.text("end.refused." + refusal.name() + ".brief");
    }

    static String sentence(Refusal refusal) {
        return Messages.text("end.refused." + refusal.name());
    }
}
