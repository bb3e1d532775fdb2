package dev.porthole.engine;

import dev.porthole.probe.Service;
import dev.porthole.probe.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The services that our own probe knows; those of check-tcp are a list of their own.
public final class ServiceList {
    private static final String FILE = "presets.txt";

    private ServiceList() {}

    public static List<Service> load() {
        try (var in = Objects.requireNonNull(Services.class.getResourceAsStream(FILE), FILE)) {
            return Services.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException damaged) {
            throw new UncheckedIOException("Porthole's own list of services cannot be read", damaged);
        }
    }
}
