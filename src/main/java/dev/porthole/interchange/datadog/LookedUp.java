package dev.porthole.interchange.datadog;

import dev.porthole.interchange.datadog.AddressCache.Lookup;
import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the resolver said to a host: all its addresses in order, or a fault.
public record LookedUp(List<Address> found, @Nullable Fault fault) {
    public LookedUp {
        found = List.copyOf(found);
    }

    /// What that means for the instance: [CheckResult.Resolved] or [CheckResult.Unresolved]. A look-up because of age
    /// fails with the resolver's own text, any other with the original's sentence.
    public CheckResult judge(TcpInstance instance, Lookup why) {
        String host = instance.peer().host();
        List<Address> usable = instance.usable(found);
        if (!usable.isEmpty()) {
            return new CheckResult.Resolved(instance, found, instance.called(usable));
        }
        String reason = fault == null ? PythonErrors.noIpv4(host) : PythonErrors.resolving(fault);
        String message = why == Lookup.SCHEDULED ? reason : "URL: " + host + " could not be resolved";
        return new CheckResult.Unresolved(instance, message, reason);
    }
}
