package dev.porthole.cli;

import dev.porthole.interchange.datadog.HostText;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The answers of `--resolve NAME=ADDR,…`.
record GivenAddresses(Map<String, List<Address>> byName) {
    static GivenAddresses parse(List<String> words) throws InvalidOption {
        Map<String, List<Address>> byName = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new InvalidOption("--resolve takes NAME=ADDRESS, not \"" + SafeText.of(word) + "\".");
            }
            String name = word.substring(0, equals);
            if (byName.put(name, addresses(word.substring(equals + 1))) != null) {
                throw new InvalidOption("--resolve names \"" + SafeText.of(name)
                        + "\" twice; give all its addresses at once, separated by commas.");
            }
        }
        return new GivenAddresses(byName);
    }

    private static List<Address> addresses(String list) throws InvalidOption {
        List<Address> addresses = new ArrayList<>();
        for (String text : list.split(",", -1)) {
            addresses.add(HostText.literal(text)
                    .orElseThrow(() -> new InvalidOption("--resolve: \"" + SafeText.of(text)
                            + "\" is no address; write one like 127.0.0.1 or ::1, without brackets.")));
        }
        return addresses;
    }
}
