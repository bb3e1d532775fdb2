package dev.porthole.interchange.datadog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The texts are `str(OSError)` of CPython on Linux.
class PythonErrorsTest {
    private static final Map<Fault, String> CONNECTING = Map.ofEntries(
            Map.entry(new Fault.ConnectTimeout(), "timed out"),
            Map.entry(new Fault.ConnectRefused(), "[Errno 111] Connection refused"),
            Map.entry(new Fault.KernelGaveUp(), "[Errno 110] Connection timed out"),
            Map.entry(new Fault.NetworkUnreachable(), "[Errno 101] Network is unreachable"),
            Map.entry(new Fault.ProtocolUnreachable(), "[Errno 92] Protocol not available"),
            Map.entry(new Fault.RouteBlackhole(), "[Errno 22] Invalid argument"),
            Map.entry(new Fault.LocalPortsExhausted(), "[Errno 99] Cannot assign requested address"),
            Map.entry(new Fault.DescriptorsExhausted(), "[Errno 24] Too many open files"),
            Map.entry(new Fault.HostUnreachable(), "[Errno 113] No route to host"),
            Map.entry(new Fault.ConnectForbidden(), "[Errno 13] Permission denied"),
            Map.entry(new Fault.ConnectFailed("as the system says"), "as the system says"));

    private static final String TEMPORARY = "[Errno -3] Temporary failure in name resolution";
    private static final String UNKNOWN = "[Errno -2] Name or service not known";

    private static final Map<Fault, String> RESOLVING = Map.of(
            new Fault.NameTimeout("a"), TEMPORARY,
            new Fault.NameServerFailed("a"), TEMPORARY,
            new Fault.NameNotFound("a"), UNKNOWN,
            new Fault.NoAddressOfFamily("a", Address.Family.IPV4), UNKNOWN);

    /// A bare call to connect has no source, no file, no datagram, and says nothing after it connected.
    private static final Set<String> NEVER_HERE = Set.of("Cancelled", "UnusableTarget", "SourceUnavailable");

    private static final List<String> NEVER_BEGINNINGS = List.of(
            "Unix", "Udp", "OfTls", "Send", "Read", "Reset", "Closed", "Limit", "Mismatch", "Rejected", "Match");

    @Test
    void aFailureToConnectIsPythonsText() {
        CONNECTING.forEach((fault, text) -> assertEquals(text, PythonErrors.connecting(fault)));
    }

    @Test
    void aFailureToResolveIsPythonsText() {
        RESOLVING.forEach((fault, text) -> assertEquals(text, PythonErrors.resolving(fault)));
    }

    @Test
    void everyFaultHasItsTextOrCannotComeHere() {
        Set<String> unsaid = Arrays.stream(Fault.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(name ->
                        !NEVER_HERE.contains(name) && NEVER_BEGINNINGS.stream().noneMatch(name::startsWith))
                .collect(Collectors.toCollection(HashSet::new));
        CONNECTING.keySet().forEach(fault -> unsaid.remove(fault.getClass().getSimpleName()));
        RESOLVING.keySet().forEach(fault -> unsaid.remove(fault.getClass().getSimpleName()));

        assertEquals(Set.of(), unsaid);
    }
}
