package dev.porthole.interchange.datadog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Files that were made to harm who reads them.
public final class HostileFiles {
    private static final String INSTANCE = "instances:\n  - name: web\n    host: localhost\n    port: 80\n";
    private static final int MEGABYTE = 1_000_000;

    private HostileFiles() {}

    /// Each by a name for it; in each a line can be named that is at fault.
    public static Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a bomb of aliases in tags", bomb("[*a%1$d, *a%1$d]", 40) + INSTANCE + "    tags: *a39\n");
        files.put(
                "a bomb of aliases as a host",
                bomb("{k: *a%1$d, l: *a%1$d}", 40) + INSTANCE.replace("localhost", "*a39"));
        files.put("a bomb of merges", merges());
        files.put("2,000 lists in one line", "instances: " + "[".repeat(2000) + "]".repeat(2000) + "\n");
        files.put("2,000 mappings in one line", "instances: " + "{a: ".repeat(2000) + "}".repeat(2000) + "\n");
        files.put("2,000 lists without an end", "- ".repeat(2000) + "\n");
        files.put("2,000 levels of indentation", levels(1990));
        files.put("a host of 1 MB", INSTANCE.replace("localhost", "x".repeat(MEGABYTE)));
        files.put("a host of 1 MB in quotes", INSTANCE.replace("localhost", "\"" + "x".repeat(MEGABYTE) + "\""));
        files.put("a host of 1 MB in many lines", INSTANCE.replace("localhost", "x\n      ".repeat(MEGABYTE / 8)));
        files.put(
                "a host of 1 MB in a block",
                INSTANCE.replace("localhost", "|\n" + "      xxxxxxx\n".repeat(MEGABYTE / 14)));
        files.put("a setting named with 1 MB", INSTANCE + "    " + "x".repeat(MEGABYTE) + ": 1\n");
        files.put("a name of 99,000 signs", INSTANCE.replace("web", "x".repeat(99_000)));
        files.put("very many tags", INSTANCE + "    tags:\n" + "      - a\n".repeat(200_000));
        files.put("very many instances", "instances:\n" + "  - {name: a, host: b, port: 1}\n".repeat(5000));
        files.put("very many settings", INSTANCE + numbered("    k%d: 1\n", 20_000));
        files.put("very many anchors", "x:\n" + numbered("  - &a%d a\n", 90_000) + INSTANCE.replace("localhost", "*b"));
        files.put("very many documents", "---\na: 1\n".repeat(100_000));
        files.put("a code of Python", INSTANCE.replace("localhost", "!!python/object/apply:os.system [id]"));
        files.put("an alias in itself", INSTANCE + "    tags: &t [*t]\n");
        files.put("an open quote", INSTANCE.replace("localhost", "\"x\n" + "      x\n".repeat(MEGABYTE / 8)));
        return files;
    }

    private static String bomb(String level, int levels) {
        return "a0: &a0 [x, x]\n"
                + IntStream.range(1, levels)
                        .mapToObj(i -> "a" + i + ": &a" + i + " " + level.formatted(i - 1) + "\n")
                        .collect(Collectors.joining());
    }

    private static String merges() {
        String many = IntStream.range(0, 90).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining(", "));
        return "d: &d {" + many + "}\ninstances:\n" + ("  - {<<: [" + "*d, ".repeat(100) + "]}\n").repeat(100);
    }

    private static String levels(int levels) {
        return IntStream.range(0, levels).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
    }

    private static String numbered(String line, int count) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
    }
}
