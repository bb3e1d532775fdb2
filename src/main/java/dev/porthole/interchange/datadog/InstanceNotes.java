package dev.porthole.interchange.datadog;

import dev.porthole.interchange.yaml.YamlNode.Entry;
import dev.porthole.interchange.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person should know of an instance before it runs.
final class InstanceNotes {
    private static final Set<String> USED = Set.of(
            "name",
            "host",
            "port",
            "timeout",
            "collect_response_time",
            "ip_cache_duration",
            "multiple_ips",
            "ipv4_only",
            "tags",
            "service",
            "min_collection_interval");
    private static final Set<String> SWITCHES = Set.of("collect_response_time", "multiple_ips", "ipv4_only");
    private static final Set<String> FOR_THE_AGENT =
            Set.of("empty_default_hostname", "metric_patterns", "disable_generic_tags", "namespace", "no_index");

    private final @Nullable String name;
    private final Mapping mapping;
    private final List<Note> notes = new ArrayList<>();

    InstanceNotes(Mapping mapping, @Nullable String name) {
        this.mapping = mapping;
        this.name = name;
        mapping.entries().forEach(this::aboutSetting);
    }

    void add(int line, String sentence) {
        notes.add(new Note(line, name, sentence));
    }

    /// In the order of the file.
    List<Note> all() {
        return notes.stream().sorted(Comparator.comparingInt(Note::line)).toList();
    }

    void about(TcpInstance instance) {
        if (!instance.peer().hasPort()) {
            add(line("port"), "there is no port " + instance.peer().port() + ", so every run fails; 1 to 65535 exist.");
        }
        if (!instance.timeout().isPositive()) {
            add(line("timeout"), "a timeout of 0 or less never connects; write seconds, such as 10.");
        }
        if (instance.peer().host().contains("%%")) {
            add(line("host"), "the Agent fills in %%…%%, Porthole does not; write the host itself.");
        }
    }

    private void aboutSetting(String setting, Entry entry) {
        String shown = "“" + Shown.of(setting) + "”";
        if (FOR_THE_AGENT.contains(setting)) {
            add(entry.line(), shown + " is for the Agent and has no effect here.");
        } else if (!USED.contains(setting)) {
            add(entry.line(), shown + " is no setting of tcp_check and has no effect.");
        } else if (SWITCHES.contains(setting)) {
            PythonValue.string(entry.value())
                    .filter(text -> !text.isEmpty())
                    .ifPresent(_ -> add(
                            entry.line(),
                            shown + " is a text, which tcp_check takes for true; write true or false without quotes."));
        }
    }

    private int line(String setting) {
        Entry entry = mapping.entries().get(setting);
        return entry == null ? mapping.line() : entry.line();
    }
}
