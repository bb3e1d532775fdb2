package dev.porthole.interchange.networkconnections;

import dev.porthole.interchange.networkconnections.SocketGroups.Group;
import dev.porthole.threshold.InvalidRange;
import dev.porthole.threshold.Range;
import dev.porthole.threshold.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A call that wants sockets counted; then it has an answer.
public final class ConnectionsQuery implements ConnectionsCall {
    private static final String ALL = "all";

    private final Map<ConnectionsOption, List<String>> given;

    ConnectionsQuery(Map<ConnectionsOption, List<String>> given) {
        this.given = given;
    }

    /// The file to count the sockets of, not this machine's.
    public Optional<String> fixture() {
        return last(ConnectionsOption.TEST).map(words -> words.split(",", 2)[0]);
    }

    @Override
    public ConnectionsAnswer answer(Function<ConnectionsQuery, ConnectionsAnswer> counting) {
        return counting.apply(this);
    }

    public ConnectionsAnswer answer(SocketGroups sockets) {
        List<Group> groups = sockets.groups().stream()
                .filter(group -> wanted(
                                ConnectionsOption.CONN_TYPE, group.type().word())
                        && wanted(ConnectionsOption.CONN_STATUS, group.state().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt(Group::count).reversed())
                .toList();
        if (groups.isEmpty()) {
            return finished(
                    Severity.OK,
                    "No connections of type \"" + asked(ConnectionsOption.CONN_TYPE) + "\" in status \""
                            + asked(ConnectionsOption.CONN_STATUS) + "\" found.",
                    List.of());
        }
        try {
            return judged(groups);
        } catch (InvalidRange wrong) {
            return ConnectionsAnswer.unknown(wrong.sentence());
        }
    }

    private ConnectionsAnswer judged(List<Group> groups) throws InvalidRange {
        Severity worst = Severity.OK;
        List<String> texts = new ArrayList<>();
        for (Group group : groups) {
            Severity severity = severity(group.count());
            worst = worst.worse(severity);
            texts.add(label(group).replace('_', ' ') + ": " + group.count()
                    + (severity == Severity.OK ? "" : " " + severity.badge()));
        }
        return finished(worst, String.join(", ", texts), groups);
    }

    /// A range is read when it is asked: a wrong warning range is not noticed where the critical one alerts.
    private Severity severity(int count) throws InvalidRange {
        if (alerts(ConnectionsOption.CRITICAL, count)) {
            return Severity.CRITICAL;
        }
        return alerts(ConnectionsOption.WARNING, count) ? Severity.WARNING : Severity.OK;
    }

    private boolean alerts(ConnectionsOption option, int count) throws InvalidRange {
        Optional<String> range = last(option);
        return range.isPresent() && Range.parse(range.get()).alerts(count);
    }

    private ConnectionsAnswer finished(Severity severity, String text, List<Group> groups) {
        boolean alwaysOk = given.containsKey(ConnectionsOption.ALWAYS_OK);
        String perfdata = groups.isEmpty() || given.containsKey(ConnectionsOption.NO_PERFDATA)
                ? ""
                : groups.stream().map(ConnectionsQuery::perfdata).collect(Collectors.joining(" ", "|", ""));
        return ConnectionsAnswer.of(
                alwaysOk ? Severity.OK : severity, text + (alwaysOk ? " (always ok)" : "") + perfdata);
    }

    /// A label has neither of the two characters that would end it.
    private static String perfdata(Group group) {
        return "'" + label(group).replace("'", "").replace('=', '_') + "'=" + group.count();
    }

    private static String label(Group group) {
        return group.type().word() + "_" + group.state();
    }

    private boolean wanted(ConnectionsOption option, String value) {
        List<String> values = given.getOrDefault(option, List.of(ALL));
        return values.contains(ALL) || values.contains(value);
    }

    /// Without the option the original joins the letters of its default word.
    private String asked(ConnectionsOption option) {
        return String.join(",", given.getOrDefault(option, List.of("a", "l", "l")));
    }

    private Optional<String> last(ConnectionsOption option) {
        List<String> values = given.getOrDefault(option, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }
}
