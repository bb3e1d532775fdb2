package dev.porthole.interchange.datadog;

import dev.porthole.interchange.yaml.InvalidDocument;
import dev.porthole.interchange.yaml.YamlNode;
import dev.porthole.interchange.yaml.YamlNode.Entry;
import dev.porthole.interchange.yaml.YamlNode.Mapping;
import dev.porthole.interchange.yaml.YamlNode.Sequence;
import dev.porthole.interchange.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A `conf.d/tcp_check.d/conf.yaml`: its instances in order, and what of it has no effect here.
public record DatadogConfig(List<Instance> instances, List<Note> notes) {
    static final int MOST_INSTANCES = 1000;
    /// In one mapping; the original knows eleven.
    static final int MOST_SETTINGS = 100;
    /// Two for each instance. A person reads them, or nobody does.
    static final int MOST_NOTES = 2000;

    private static final String INSTANCES = "instances";
    private static final String INIT_CONFIG = "init_config";
    private static final String SERVICE = "service";

    public DatadogConfig {
        instances = List.copyOf(instances);
        notes = List.copyOf(notes);
    }

    /// Reads the text of the file. An instance that the original refuses is a [BrokenInstance] among the others.
    ///
    /// @throws InvalidDocument if the file as a whole is no such configuration
    public static DatadogConfig parse(String text) throws InvalidDocument {
        YamlNode root = YamlText.parse(text)
                .orElseThrow(() -> new InvalidDocument(
                        "The file is empty; write the setting “instances:” with a list of name, host and port."));
        if (!(root instanceof Mapping file)) {
            throw new InvalidDocument(
                    root.line(),
                    "a tcp_check file begins with “init_config:” and “instances:”; this is something else.");
        }
        refuseTooMany(file);
        List<Note> notes = new ArrayList<>();
        String service = service(file.get(INIT_CONFIG), notes);
        file.entries().forEach((key, entry) -> noteTopLevel(key, entry, notes));
        List<Instance> instances = new ArrayList<>();
        for (YamlNode item : items(file)) {
            if (!(item instanceof Mapping mapping)) {
                throw new InvalidDocument(
                        item.line(), "an instance is a mapping of name, host and port; this is something else.");
            }
            refuseTooMany(mapping);
            InstanceReader reader = new InstanceReader(mapping, service);
            instances.add(reader.read());
            notes.addAll(reader.notes());
            refuseTooMany(notes);
        }
        return new DatadogConfig(instances, notes);
    }

    /// Those that can run.
    public List<TcpInstance> checks() {
        return instances.stream()
                .filter(TcpInstance.class::isInstance)
                .map(TcpInstance.class::cast)
                .toList();
    }

    private static List<YamlNode> items(Mapping file) throws InvalidDocument {
        Entry entry = file.entries().get(INSTANCES);
        if (entry == null) {
            throw new InvalidDocument(
                    file.line(), "there is no “instances:”; add it with a list of name, host and port.");
        }
        if (!(entry.value() instanceof Sequence list)) {
            throw new InvalidDocument(
                    entry.line(), "“instances:” takes a list; begin each instance with “- name:”, indented below it.");
        }
        if (list.items().isEmpty() || list.items().size() > MOST_INSTANCES) {
            throw new InvalidDocument(
                    entry.line(),
                    "“instances:” has " + list.items().size() + " entries; 1 to " + MOST_INSTANCES + " can be run.");
        }
        return list.items();
    }

    private static void refuseTooMany(Mapping settings) throws InvalidDocument {
        if (settings.entries().size() > MOST_SETTINGS) {
            int line = settings.entries().values().stream()
                    .skip(MOST_SETTINGS)
                    .mapToInt(Entry::line)
                    .findFirst()
                    .orElse(settings.line());
            throw new InvalidDocument(
                    line,
                    "the " + (MOST_SETTINGS + 1)
                            + "st setting in one place; tcp_check knows eleven: is this its file?");
        }
    }

    private static void refuseTooMany(List<Note> notes) throws InvalidDocument {
        if (notes.size() > MOST_NOTES) {
            throw new InvalidDocument(
                    notes.get(MOST_NOTES).line(),
                    "more than " + MOST_NOTES + " settings so far that have no effect here; remove them.");
        }
    }

    private static @Nullable String service(@Nullable YamlNode initConfig, List<Note> notes) throws InvalidDocument {
        if (!(initConfig instanceof Mapping settings)) {
            return null;
        }
        refuseTooMany(settings);
        for (Map.Entry<String, Entry> setting : settings.entries().entrySet()) {
            if (!setting.getKey().equals(SERVICE)) {
                notes.add(new Note(
                        setting.getValue().line(),
                        null,
                        "“" + Shown.of(setting.getKey()) + "” under init_config has no effect here."));
            }
        }
        return InstanceReader.optionalText(settings.get(SERVICE));
    }

    private static void noteTopLevel(String key, Entry entry, List<Note> notes) {
        if (!key.equals(INSTANCES) && !key.equals(INIT_CONFIG)) {
            notes.add(new Note(entry.line(), null, "“" + Shown.of(key) + "” is for the Agent and has no effect here."));
        }
    }
}
