package dev.porthole.interchange.networkconnections;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.porthole.net.Protocol;
import dev.porthole.net.SafeText;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sockets as the plugin's tests give them: `[{"proto": "tcp", "status": "LISTEN"}, …]`.
public final class Fixture {
    private static final JsonFactory JSON = new JsonFactory();

    private Fixture() {}

    /// A text that has not this form; the message says what is wrong.
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(String sentence) {
            super(sentence);
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    public static SocketGroups parse(String text) throws Invalid {
        try (JsonParser json = JSON.createParser(text)) {
            SocketGroups groups = new SocketGroups();
            expect(json.nextToken() == JsonToken.START_ARRAY, "The fixture is not a JSON array of sockets.");
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                expect(token == JsonToken.START_OBJECT, "The fixture holds something that is not a JSON object.");
                add(json, groups);
            }
            expect(json.nextToken() == null, "Behind the array of the fixture stands something more.");
            return groups;
        } catch (JsonProcessingException e) {
            throw new Invalid("The fixture is not JSON: " + SafeText.of(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new Invalid("The fixture cannot be read: " + SafeText.of(String.valueOf(e.getMessage())));
        }
    }

    private static void add(JsonParser json, SocketGroups groups) throws IOException, Invalid {
        String proto = null;
        String status = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "proto" -> proto = json.getValueAsString();
                case "status" -> status = json.getValueAsString();
                default -> json.skipChildren();
            }
        }
        groups.add(type(proto), given(status));
    }

    private static Protocol type(@Nullable String proto) throws Invalid {
        expect(proto != null, "A socket of the fixture has no \"proto\".");
        Optional<Protocol> type = Arrays.stream(Protocol.values())
                .filter(known -> known.word().equals(proto))
                .findFirst();
        return type.orElseThrow(() -> new Invalid("The fixture has the unknown proto \""
                + SafeText.of(String.valueOf(proto)) + "\": it is tcp, tcp6, udp or udp6."));
    }

    private static String given(@Nullable String status) throws Invalid {
        if (status == null) {
            throw new Invalid("A socket of the fixture has no \"status\".");
        }
        return status;
    }

    private static void expect(boolean holds, String otherwise) throws Invalid {
        if (!holds) {
            throw new Invalid(otherwise);
        }
    }
}
