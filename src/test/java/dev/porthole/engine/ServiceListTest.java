package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.probe.Presets;
import dev.porthole.probe.Service;
import dev.porthole.probe.TlsSpec;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServiceListTest {
    private final Map<String, Service> services =
            ServiceList.load().stream().collect(Collectors.toMap(Service::name, Function.identity()));

    @Test
    void eachSaysWhatItIsAndProvesSomething() {
        for (Service service : services.values()) {
            assertTrue(service.says().endsWith("."), service.name());
            assertTrue(service.port() > 0 && service.port() < 65_536, service.name());
            boolean proves = service.talk().expect() != null || service.access().startTls() != null;
            assertTrue(proves, service.name());
            assertTrue(
                    service.steps(TlsSpec.thorough(TlsSpec.CertificateCheck.REQUIRED))
                                    .size()
                            > 0,
                    service.name());
        }
    }

    @Test
    void theServicesOfCheckTcpHaveTheirLikeHere() {
        var other = Map.of("POP", "POP3", "SPOP", "POP3S", "SIMAP", "IMAPS", "SSMTP", "SMTPS");
        for (var preset : Presets.all()) {
            Service ours = service(other.getOrDefault(preset.name(), preset.name()));
            assertTrue(ours.access().ports().contains(preset.port()), preset.name());
            assertEquals(preset.tls(), ours.access().tls(), preset.name());
        }
    }

    @Test
    void gearmanIsWhereItReallyIs() {
        assertEquals(4730, service("GEARMAN").port());
    }

    private Service service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }
}
