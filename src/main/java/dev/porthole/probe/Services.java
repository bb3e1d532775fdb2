package dev.porthole.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The list of services as text: blocks that begin with `[NAME]`, a key and its value per line, `#` for remarks.
public final class Services {
    private static final Set<String> KEYS =
            Set.of("port", "security", "transport", "send", "expect", "octets", "quit", "says");

    private Services() {}

    /// The services in the order of the list.
    ///
    /// @throws IllegalArgumentException that names the line, as the list is ours and has no faults
    public static List<Service> parse(String text) {
        List<Service> services = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, String> block = new HashMap<>();
        String name = null;
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                add(name, block, services);
                name = line.substring(1, line.indexOf(']'));
                block = new HashMap<>();
                if (!names.add(name)) {
                    throw new IllegalArgumentException("twice: " + line);
                }
                continue;
            }
            String[] pair = line.split("\\s+", 2);
            if (!KEYS.contains(pair[0]) || block.put(pair[0], pair.length > 1 ? pair[1] : "") != null) {
                throw new IllegalArgumentException("not understood: " + line);
            }
        }
        add(name, block, services);
        return List.copyOf(services);
    }

    private static void add(@Nullable String name, Map<String, String> block, List<Service> services) {
        if (name != null) {
            services.add(service(name, block));
        }
    }

    private static Service service(String name, Map<String, String> block) {
        List<Integer> ports = new ArrayList<>();
        for (String port : block.getOrDefault("port", "").split(" ", -1)) {
            ports.add(Integer.valueOf(port));
        }
        String[] security = block.getOrDefault("security", "plain").split(" ", -1);
        String expect = block.get("expect");
        boolean octets = block.containsKey("octets");
        var access = new Service.Access(
                block.getOrDefault("transport", "tcp").equals("udp") ? Service.Transport.UDP : Service.Transport.TCP,
                ports,
                security[0].equals("tls"),
                security[0].equals("starttls") ? StartTls.valueOf(security[1]) : null);
        var talk = new Service.Talk(
                ByteEscapes.read(block.getOrDefault("send", "")),
                expect == null ? null : octets ? Regex.octets(expect) : Regex.guarded(expect),
                ByteEscapes.read(block.getOrDefault("quit", "")));
        return new Service(name, access, talk, block.getOrDefault("says", ""));
    }
}
