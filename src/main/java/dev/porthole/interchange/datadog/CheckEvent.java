package dev.porthole.interchange.datadog;

import dev.porthole.interchange.datadog.CheckResult.Misconfigured;
import dev.porthole.interchange.datadog.CheckResult.Resolved;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.CheckResult.Unresolved;
import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the original would send or log, byte for byte where it goes to Datadog.
public sealed interface CheckEvent {
    String CAN_CONNECT = "network.tcp.can_connect";
    String RESPONSE_TIME = "network.tcp.response_time";

    /// The result of a call.
    ///
    /// @param message null if all is well
    record ServiceCheck(
            String name, Severity status, @Nullable String message, List<String> tags) implements CheckEvent {}

    /// A gauge; seconds or 0 and 1.
    record Metric(String name, double value, List<String> tags) implements CheckEvent {}

    record Resolution(String host, List<String> addresses) implements CheckEvent {}

    /// Nothing is sent, only logged.
    ///
    /// @param error `config` or `resolve`
    record Failure(String error, String message) implements CheckEvent {}

    static List<CheckEvent> of(CheckResult result) {
        return switch (result) {
            case Resolved(TcpInstance check, List<Address> found, List<Address> _) ->
                List.of(new Resolution(
                        check.peer().host(),
                        check.usable(found).stream().map(Address::text).toList()));
            case Tried tried -> tried(tried);
            case Unresolved(TcpInstance _, String message, String _) -> List.of(new Failure("resolve", message));
            case Misconfigured(BrokenInstance broken) -> List.of(new Failure("config", broken.message()));
        };
    }

    private static List<CheckEvent> tried(Tried tried) {
        TcpInstance check = tried.instance();
        String address = "address:" + tried.address().text();
        List<String> tags = new ArrayList<>(check.settings().reporting().tags());
        tags.addAll(List.of(
                "target_host:" + check.peer().host(),
                "port:" + check.peer().port(),
                "instance:" + TagName.normalise(check.name()),
                address));
        addService(check, tags);
        List<CheckEvent> events = new ArrayList<>();
        events.add(new ServiceCheck("tcp.can_connect", tried.severity(), message(tried), List.copyOf(tags)));
        events.add(new Metric(CAN_CONNECT, tried.isUp() ? 1 : 0, List.copyOf(tags)));
        if (tried.isUp() && check.settings().reporting().responseTime()) {
            double seconds = tried.times().connecting().toNanos() / 1e9;
            events.add(new Metric(RESPONSE_TIME, seconds, timeTags(check, address)));
        }
        return events;
    }

    /// The raw name stands here, and the tags in another order: as in the original.
    private static List<String> timeTags(TcpInstance check, String address) {
        List<String> tags = new ArrayList<>(Stream.concat(
                        Stream.of("url:" + check.peer(), "instance:" + check.name()),
                        check.settings().reporting().tags().stream())
                .toList());
        tags.add(address);
        addService(check, tags);
        return List.copyOf(tags);
    }

    /// The Agent attaches it to all that the check sends.
    private static void addService(TcpInstance check, List<String> tags) {
        String service = check.settings().reporting().service();
        if (service != null) {
            tags.add("service:" + service);
        }
    }

    private static @Nullable String message(Tried tried) {
        Fault fault = tried.fault();
        return fault == null ? null : message(fault, tried.times().sinceStart());
    }

    private static String message(Fault fault, Duration spent) {
        String error = PythonErrors.connecting(fault);
        return error.contains(PythonErrors.TIMED_OUT)
                ? "Socket error: " + error + ".\n                    The connection timed out after " + spent.toMillis()
                        + " ms because it took more time than the system tcp stack allows.\n"
                        + "                    You might want to change this setting to allow longer timeouts"
                : error + ". Connection failed after " + spent.toMillis() + " ms";
    }
}
