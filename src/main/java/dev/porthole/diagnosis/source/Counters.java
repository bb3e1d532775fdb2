package dev.porthole.diagnosis.source;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/// Reads `/proc/net/netstat` and `/proc/net/snmp`: a line of names and a line of numbers for each family.
final class Counters {
    private Counters() {}

    /// The last of equal names counts; the ones that are asked for occur once.
    static Map<String, Long> parse(String text) {
        Map<String, Long> counts = new HashMap<>();
        Iterator<String> lines = text.lines().iterator();
        while (lines.hasNext()) {
            String[] names = lines.next().split(" ", -1);
            String[] values = lines.hasNext() ? lines.next().split(" ", -1) : new String[0];
            for (int i = 1; i < Math.min(names.length, values.length); i++) {
                if (values[i].matches("-?\\d{1,18}")) {
                    counts.put(names[i], Long.parseLong(values[i]));
                }
            }
        }
        return counts;
    }

    /// By how much each grew.
    static Map<String, Long> growth(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> grown = new HashMap<>();
        after.forEach((name, count) -> {
            Long was = before.get(name);
            if (was != null && count > was) {
                grown.put(name, count - was);
            }
        });
        return grown;
    }
}
