package dev.porthole.interchange.yaml;

import dev.porthole.interchange.yaml.YamlNode.Entry;
import dev.porthole.interchange.yaml.YamlNode.Mapping;
import dev.porthole.interchange.yaml.YamlNode.Scalar;
import dev.porthole.interchange.yaml.YamlNode.Sequence;
import dev.porthole.net.SafeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/// Makes the tree of one document. A configuration needs none of what the limits forbid.
final class YamlBuilder {
    static final int DEEPEST = 64;
    /// Values of a document with every alias written out: fifty for each of a thousand instances.
    static final int MOST_NODES = 50_000;
    /// Characters of one text.
    static final int LONGEST_TEXT = 4096;

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";
    private static final List<String> KNOWN_TAGS = List.of("str", "int", "float", "bool", "null", "seq", "map");
    private static final String MERGE = "<<";

    private final Iterator<Event> events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int nodes;

    /// @param size its values, with every alias in it written out
    private record Anchored(YamlNode node, int size) {}

    YamlBuilder(Iterator<Event> events) {
        this.events = events;
    }

    YamlNode build() throws InvalidDocument {
        return node(events.next(), 1);
    }

    static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private YamlNode node(Event event, int depth) throws InvalidDocument {
        if (event instanceof AliasEvent alias) {
            return anchored(alias);
        }
        int before = nodes;
        if (++nodes > MOST_NODES) {
            throw new InvalidDocument(line(event), "more than 50,000 values so far; split the file.");
        }
        if (depth > DEEPEST) {
            throw new InvalidDocument(
                    line(event), "nested deeper than " + DEEPEST + " levels; a configuration needs five.");
        }
        YamlNode node =
                switch (event) {
                    case ScalarEvent scalar -> scalar(scalar);
                    case SequenceStartEvent start -> sequence(start, depth);
                    case MappingStartEvent start -> mapping(start, depth);
                    default -> throw new InvalidDocument(line(event), "something is missing here.");
                };
        if (event instanceof NodeEvent named) {
            int size = nodes - before;
            named.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(node, size)));
        }
        return node;
    }

    private YamlNode anchored(AliasEvent alias) throws InvalidDocument {
        String name = alias.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw new InvalidDocument(
                    line(alias),
                    "*" + shown(name) + " has no finished anchor &" + shown(name) + " above it; define it first.");
        }
        nodes += anchored.size();
        if (nodes > MOST_NODES) {
            throw new InvalidDocument(
                    line(alias),
                    "with *" + shown(name)
                            + " written out the file has more than 50,000 values; write what is meant without aliases.");
        }
        return anchored.node();
    }

    private Scalar scalar(ScalarEvent event) throws InvalidDocument {
        String text = event.getValue();
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidDocument(
                    line(event),
                    "a text of " + text.length() + " characters; shorten it, " + LONGEST_TEXT + " is the most.");
        }
        boolean string = tag(event.getTag(), event).equals("str");
        return new Scalar(line(event), text, event.isPlain() && !string);
    }

    private Sequence sequence(SequenceStartEvent start, int depth) throws InvalidDocument {
        tag(start.getTag(), start);
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Sequence(line(start), items);
    }

    private Mapping mapping(MappingStartEvent start, int depth) throws InvalidDocument {
        tag(start.getTag(), start);
        Map<String, Entry> own = new LinkedHashMap<>();
        Map<String, Entry> merged = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            YamlNode key = node(event, depth + 1);
            YamlNode value = node(events.next(), depth + 1);
            if (!(key instanceof Scalar scalar)) {
                throw new InvalidDocument(key.line(), "the name of a setting must be a word, not a list or a mapping.");
            }
            if (scalar.plain() && scalar.text().equals(MERGE)) {
                merge(value, merged);
                continue;
            }
            Entry before = own.putIfAbsent(scalar.text(), new Entry(line(event), value));
            if (before != null) {
                throw new InvalidDocument(
                        line(event),
                        "“" + shown(scalar.text()) + "” stands here and in line " + before.line() + "; keep one.");
            }
        }
        merged.forEach(own::putIfAbsent);
        return new Mapping(line(start), own);
    }

    /// The first of several mappings wins, and what stands in the mapping itself wins over all.
    private static void merge(YamlNode value, Map<String, Entry> into) throws InvalidDocument {
        switch (value) {
            case Mapping mapping -> mapping.entries().forEach(into::putIfAbsent);
            case Sequence sequence -> {
                for (YamlNode item : sequence.items()) {
                    if (!(item instanceof Mapping)) {
                        throw noMapping(item);
                    }
                    merge(item, into);
                }
            }
            case Scalar scalar -> throw noMapping(scalar);
        }
    }

    private static InvalidDocument noMapping(YamlNode node) {
        return new InvalidDocument(node.line(), "<< merges a mapping, such as *defaults, and nothing else.");
    }

    /// The name of a standard tag, empty if there is none.
    private static String tag(Optional<String> tag, Event event) throws InvalidDocument {
        String name = tag.orElse("");
        if (name.isEmpty() || name.equals("!")) {
            return name.isEmpty() ? "" : event instanceof CollectionStartEvent ? "" : "str";
        }
        String known = name.startsWith(STANDARD_TAG) ? name.substring(STANDARD_TAG.length()) : "";
        if (!KNOWN_TAGS.contains(known)) {
            throw new InvalidDocument(
                    line(event), "the tag “" + shown(name) + "” is not for configurations; remove it.");
        }
        return known;
    }

    private static String shown(String text) {
        String safe = SafeText.readable(text);
        return safe.length() > 60 ? safe.substring(0, 60) + "…" : safe;
    }
}
