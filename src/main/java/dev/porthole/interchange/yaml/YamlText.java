package dev.porthole.interchange.yaml;

import dev.porthole.net.SafeText;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads a text as one YAML document, event by event, so that a limit stops it before the memory is spent.
public final class YamlText {
    private static final int LONGEST_PROBLEM = 200;
    /// Characters. The scanner is slow in long lines, and nobody writes them.
    private static final int LONGEST_LINE = 100_000;

    private YamlText() {}

    /// Empty if the text holds nothing but comments.
    ///
    /// @throws InvalidDocument if it is no YAML, holds a second document, or breaks a limit of [YamlBuilder]
    public static Optional<YamlNode> parse(String text) throws InvalidDocument {
        refuseLongLines(text);
        // The engine's own limit counts code points; ours is the caller's, who has read the text.
        var settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            return document(new ParserImpl(settings, new StreamReader(settings, text)));
        } catch (MarkedYamlEngineException e) {
            throw notYaml(e);
        } catch (ReaderException e) {
            throw new InvalidDocument("The file is not text: it holds the control character U+"
                    + String.format("%04X", e.getCodePoint()) + " at character " + (e.getPosition() + 1L)
                    + "; save it as plain UTF-8 text.");
        } catch (YamlEngineException e) {
            throw new InvalidDocument("The file is not YAML: " + problem(String.valueOf(e.getMessage())) + ".");
        }
    }

    private static void refuseLongLines(String text) throws InvalidDocument {
        int line = 1;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                if (i - begin > LONGEST_LINE) {
                    throw new InvalidDocument(
                            line,
                            "a line of " + (i - begin) + " characters; shorten it, " + LONGEST_LINE + " is the most.");
                }
                line++;
                begin = i + 1;
            }
        }
    }

    private static Optional<YamlNode> document(Iterator<Event> events) throws InvalidDocument {
        Optional<YamlNode> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent start) {
                if (root.isPresent()) {
                    throw new InvalidDocument(
                            YamlBuilder.line(start),
                            "a second document begins here (---); keep one document in the file.");
                }
                root = Optional.of(new YamlBuilder(events).build());
            }
        }
        return root.filter(node -> !isNothing(node));
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof YamlNode.Scalar(int _, String text, boolean plain) && plain && text.isEmpty();
    }

    private static InvalidDocument notYaml(MarkedYamlEngineException e) {
        String problem = problem(String.valueOf(e.getProblem()));
        String fix = problem.contains("TAB")
                ? "; indent with spaces."
                : "; quote the text, or indent it like its neighbours.";
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        return mark.map(at -> new InvalidDocument(at.getLine() + 1, "not YAML here: " + problem + fix))
                .orElseGet(() -> new InvalidDocument("The file is not YAML: " + problem + fix));
    }

    private static String problem(String text) {
        String line = SafeText.readable(text.strip().replaceAll("\\s+", " "));
        String bare = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return bare.length() > LONGEST_PROBLEM ? bare.substring(0, LONGEST_PROBLEM) + "…" : bare;
    }
}
