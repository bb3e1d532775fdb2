package dev.porthole.ui.probe;

import dev.porthole.probe.Service;
import dev.porthole.ui.kit.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A service as the list offers it.
record ServiceChoice(Service service, ServiceGroup group) {
    ServiceChoice(Service service) {
        this(service, ServiceGroup.of(service.name()));
    }

    /// By group, in the order of the list within each.
    static List<ServiceChoice> all(List<Service> services) {
        return services.stream()
                .map(ServiceChoice::new)
                .sorted(Comparator.comparing(ServiceChoice::group))
                .toList();
    }

    /// Who is usually at that port, in the plain form first.
    static Optional<Service> at(int port, Service.Transport transport, List<Service> services) {
        Stream<Service> there = services.stream()
                .filter(each -> each.access().transport() == transport)
                .filter(each -> each.access().ports().contains(port));
        return there.min(Comparator.comparingInt(each -> each.access().ports().indexOf(port)));
    }

    String port() {
        String transport = service.access().transport() == Service.Transport.UDP ? "udp " : "";
        return transport + service.port();
    }

    String groupName() {
        return Messages.text("probe.group." + group.word());
    }

    /// What the list is searched in.
    @Override
    public String toString() {
        return service.name() + "  (" + port() + ")  " + groupName() + ": " + service.says();
    }
}
