package dev.porthole.ui.datadog;

import dev.porthole.engine.CheckNews;
import dev.porthole.interchange.datadog.BrokenInstance;
import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.interchange.datadog.CheckResult.Misconfigured;
import dev.porthole.interchange.datadog.CheckResult.Resolved;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.CheckResult.Unresolved;
import dev.porthole.interchange.datadog.DatadogConfig;
import dev.porthole.interchange.datadog.Instance;
import dev.porthole.probe.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes rows of the results as they come. For one thread.
final class CheckBoard {
    private final List<List<CheckRow>> places = new ArrayList<>();

    /// A row for each instance; those that cannot run say so at once.
    CheckBoard(DatadogConfig config) {
        for (Instance instance : config.instances()) {
            CheckResult known = instance instanceof BrokenInstance broken ? new Misconfigured(broken) : null;
            places.add(List.of(new CheckRow(places.size(), instance, null, known, null)));
        }
    }

    void accept(CheckNews news) {
        List<CheckRow> before = places.get(news.place());
        Instance instance = before.getFirst().instance();
        List<CheckRow> now =
                switch (news.result()) {
                    case Resolved lookup ->
                        lookup.found().stream()
                                .distinct()
                                .map(address -> new CheckRow(
                                        news.place(), instance, address, kept(before, address, lookup), lookup))
                                .toList();
                    case Tried tried ->
                        before.stream()
                                .map(row -> tried.address().equals(row.address()) ? row.with(tried) : row)
                                .toList();
                    case Unresolved unresolved -> List.of(new CheckRow(news.place(), instance, null, unresolved, null));
                    case Misconfigured broken -> List.of(new CheckRow(news.place(), instance, null, broken, null));
                };
        places.set(news.place(), now);
    }

    /// In the order of the file, the addresses of a host in the resolver's order.
    List<CheckRow> rows() {
        return places.stream().flatMap(List::stream).toList();
    }

    /// How many instances have told all they will in a first run.
    int over() {
        return (int) places.stream()
                .filter(rows -> rows.stream().allMatch(CheckRow::isOver))
                .count();
    }

    /// The last result stands until the next run of that address is done, so that rows do not flicker.
    private static @Nullable CheckResult kept(List<CheckRow> before, Address address, Resolved lookup) {
        if (!lookup.called().contains(address)) {
            return null;
        }
        for (CheckRow row : before) {
            if (address.equals(row.address())) {
                return row.result();
            }
        }
        return null;
    }
}
