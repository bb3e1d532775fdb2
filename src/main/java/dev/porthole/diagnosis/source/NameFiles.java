package dev.porthole.diagnosis.source;

import dev.porthole.diagnosis.HostsLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the hosts file (hosts(5)) and `resolv.conf` (resolv.conf(5)).
final class NameFiles {
    private NameFiles() {}

    /// Its lines for this name, in any case of letters.
    ///
    /// @param file the path, for the reader
    static List<HostsLine> hosts(String file, String text, String name) {
        List<HostsLine> found = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", -1);
            if (Arrays.stream(words).skip(1).anyMatch(name::equalsIgnoreCase)) {
                found.add(new HostsLine(file, number, words[0]));
            }
        }
        return found;
    }

    static List<String> servers(String resolvConf) {
        return resolvConf
                .lines()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(words -> words.length > 1 && words[0].equals("nameserver"))
                .map(words -> words[1])
                .toList();
    }
}
