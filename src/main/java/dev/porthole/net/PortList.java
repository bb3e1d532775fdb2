package dev.porthole.net;

import dev.porthole.net.InvalidInput.Field;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ports as a person types them: `25`, `smtp`, `25 110 143`, `1000-1010,8080`.
final class PortList {
    private static final int LAST_PORT = 65_535;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern RANGE = Pattern.compile("([0-9]*)-([0-9]*)");

    private PortList() {}

    /// Each port once, in their order.
    ///
    /// @throws InvalidInput with the sentence to show beside the field
    static List<Integer> read(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw invalid("enter a number from 1 to 65535.");
        }
        var ports = new BitSet(LAST_PORT + 1);
        for (String item : text.split("\\s*,\\s*|\\s+", -1)) {
            add(item, ports);
        }
        return ports.stream().boxed().toList();
    }

    private static void add(String item, BitSet ports) {
        if (item.isEmpty()) {
            throw invalid("something is missing beside a comma.");
        }
        Optional<Service> service = Service.named(item);
        Matcher range = RANGE.matcher(item);
        if (service.isPresent()) {
            ports.set(service.get().port());
        } else if (range.matches() && !range.group(1).isEmpty()) {
            if (range.group(2).isEmpty()) {
                throw invalid(Quoted.of(item) + " has no end; write one like 1000-1010.");
            }
            int first = number(range.group(1));
            int last = number(range.group(2));
            if (last < first) {
                throw invalid(Quoted.of(item) + " runs backwards; write the smaller port first.");
            }
            ports.set(first, last + 1);
        } else {
            ports.set(number(item));
        }
    }

    private static int number(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw invalid(Quoted.of(text) + " is not a number; enter one from 1 to 65535, or a service like smtp.");
        }
        if (text.length() > 1 && text.startsWith("0")) {
            throw invalid("leave out the leading zero of " + Quoted.of(text) + ".");
        }
        int number = text.length() > 5 ? LAST_PORT + 1 : Integer.parseInt(text);
        if (number < 1 || number > LAST_PORT) {
            throw invalid(Quoted.of(text) + " is outside 1 to 65535.");
        }
        return number;
    }

    private static InvalidInput invalid(String rest) {
        return new InvalidInput(Field.PORT, "Port: " + rest);
    }
}
