package dev.porthole.interchange.datadog;

import dev.porthole.interchange.datadog.TcpInstance.Addressing;
import dev.porthole.interchange.datadog.TcpInstance.Peer;
import dev.porthole.interchange.datadog.TcpInstance.Reporting;
import dev.porthole.interchange.datadog.TcpInstance.Settings;
import dev.porthole.interchange.yaml.YamlNode;
import dev.porthole.interchange.yaml.YamlNode.Entry;
import dev.porthole.interchange.yaml.YamlNode.Mapping;
import dev.porthole.interchange.yaml.YamlNode.Scalar;
import dev.porthole.interchange.yaml.YamlNode.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads one instance in the order of the original's constructor, so that the first fault is the one it names.
final class InstanceReader {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final double LONGEST_SECONDS = 1e9;

    private final Mapping mapping;
    private final @Nullable String serviceOfAll;
    private final @Nullable String name;
    private final InstanceNotes notes;

    /// @param serviceOfAll that of `init_config`; the instance's own wins
    InstanceReader(Mapping mapping, @Nullable String serviceOfAll) {
        this.mapping = mapping;
        this.serviceOfAll = serviceOfAll;
        name = PythonValue.string(mapping.get("name")).orElse(null);
        notes = new InstanceNotes(mapping, name);
    }

    /// The original refuses the instance.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String fix;

        Refused(String value, String setting, String wanted, String fix) {
            super("`" + value + "` is an invalid `" + setting + "`; a " + wanted + " must be specified.");
            this.fix = fix;
        }
    }

    Instance read() {
        try {
            return tcp();
        } catch (Refused refused) {
            return new BrokenInstance(mapping.line(), name, String.valueOf(refused.getMessage()), refused.fix);
        }
    }

    /// Call it after [#read].
    List<Note> notes() {
        return notes.all();
    }

    static @Nullable String optionalText(@Nullable YamlNode node) {
        return node instanceof Scalar(int _, String text, boolean _)
                        && !PythonValue.text(node).equals("None")
                ? text
                : null;
    }

    private TcpInstance tcp() throws Refused {
        String ownName = name;
        if (ownName == null) {
            throw refused("name", "name", "string", "give the instance a “name:” that is text.");
        }
        Duration timeout = timeout();
        Duration keepFor = keepFor();
        long port = integer("port", "port", "write a number from 1 to 65535 after “port:”.");
        String host = PythonValue.string(mapping.get("host"))
                .orElseThrow(() -> refused(
                        "host",
                        "url",
                        "string",
                        "“url” is “host:” in the file: write a name, or an address in quotes."));
        var addressing = new Addressing(isTrue("multiple_ips"), isTrue("ipv4_only"), keepFor);
        String service = optionalText(mapping.get("service"));
        var reporting =
                new Reporting(isTrue("collect_response_time"), tags(), service == null ? serviceOfAll : service);
        var settings = new Settings(addressing, reporting);
        var instance = new TcpInstance(mapping.line(), ownName, new Peer(host, port), timeout, settings, interval());
        notes.about(instance);
        return instance;
    }

    private boolean isTrue(String setting) {
        return PythonValue.isTrue(mapping.get(setting));
    }

    private Duration timeout() throws Refused {
        if (!mapping.entries().containsKey("timeout")) {
            return TIMEOUT;
        }
        OptionalDouble seconds = PythonValue.number(mapping.get("timeout"));
        if (seconds.isEmpty()) {
            throw refused("timeout", "timeout", "number", "write seconds after “timeout:”, such as 10.");
        }
        double most = Math.clamp(seconds.getAsDouble(), -LONGEST_SECONDS, LONGEST_SECONDS);
        return Duration.ofNanos((long) (most * 1e9));
    }

    private @Nullable Duration keepFor() throws Refused {
        YamlNode node = mapping.get("ip_cache_duration");
        if (PythonValue.text(node).equals("None")) {
            return null;
        }
        long seconds = integer(
                "ip_cache_duration",
                "ip_cache_duration",
                "write whole seconds after “ip_cache_duration:”, such as 120.");
        return Duration.ofSeconds(Math.clamp(seconds, (long) -LONGEST_SECONDS, (long) LONGEST_SECONDS));
    }

    private long integer(String setting, String called, String fix) throws Refused {
        OptionalLong number = PythonValue.integer(mapping.get(setting));
        if (number.isEmpty()) {
            throw refused(setting, called, "number", fix);
        }
        return number.getAsLong();
    }

    private List<String> tags() throws Refused {
        Entry entry = mapping.entries().get("tags");
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value() instanceof Sequence list)) {
            throw refused("tags", "tags", "list", "write each tag in a line of its own, as “- key:value”.");
        }
        List<String> tags = new ArrayList<>();
        List<YamlNode> others = new ArrayList<>();
        for (YamlNode tag : list.items()) {
            if (tag instanceof Scalar(int _, String text, boolean _)) {
                tags.add(text);
            } else {
                others.add(tag);
            }
        }
        if (!others.isEmpty()) {
            notes.add(
                    others.getFirst().line(),
                    others.size() == 1
                            ? "a tag is one text; this list or mapping is left out."
                            : "a tag is one text; these " + others.size() + " lists and mappings are left out.");
        }
        return tags;
    }

    /// The Agent takes whole seconds from 1 on, else its default.
    private Duration interval() {
        Entry entry = mapping.entries().get("min_collection_interval");
        if (entry == null) {
            return INTERVAL;
        }
        OptionalLong seconds = PythonValue.integer(entry.value());
        if (seconds.orElse(0) < 1) {
            notes.add(entry.line(), "min_collection_interval takes whole seconds from 1 on; with this value it is 15.");
            return INTERVAL;
        }
        return Duration.ofSeconds(Math.min(seconds.getAsLong(), (long) LONGEST_SECONDS));
    }

    private Refused refused(String setting, String called, String wanted, String fix) {
        return new Refused(PythonValue.text(mapping.get(setting)), called, wanted, fix);
    }
}
