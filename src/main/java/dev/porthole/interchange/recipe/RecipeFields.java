package dev.porthole.interchange.recipe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.porthole.net.SafeText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of one flat JSON object: texts, whole numbers, true and false, and lists of texts. A null is as good as
/// no field.
final class RecipeFields {
    private static final int DEEPEST = 3;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final Map<String, Object> values;

    private RecipeFields(Map<String, Object> values) {
        this.values = values;
    }

    /// Takes UTF-8 and no field but the `known`.
    static RecipeFields read(byte[] line, Set<String> known) throws InvalidRecipe {
        Map<String, Object> values = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidRecipe(null, "A recipe is a JSON object on one line; this line is none.");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                Object value = value(json);
                if (value != null) {
                    values.put(name, value);
                }
            }
            if (json.nextToken() != null) {
                throw new InvalidRecipe(null, "A line holds one JSON object; there is more behind its end.");
            }
        } catch (IOException garbled) {
            throw new InvalidRecipe(null, "The line is not JSON that can be read; write one object in UTF-8.");
        }
        var fields = new RecipeFields(values);
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw fields.invalid("The field “" + SafeText.of(name) + "” is not known; known are "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
        return fields;
    }

    private static @Nullable Object value(JsonParser json) throws IOException, InvalidRecipe {
        return switch (json.nextToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case START_ARRAY -> texts(json);
            case null, default ->
                throw new InvalidRecipe(
                        null,
                        "The field “" + SafeText.of(json.currentName()) + "” is a text, a whole number, true or"
                                + " false, or a list of texts.");
        };
    }

    private static List<String> texts(JsonParser json) throws IOException, InvalidRecipe {
        List<String> texts = new ArrayList<>();
        String name = json.currentName();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw new InvalidRecipe(null, "The list “" + SafeText.of(name) + "” holds texts only.");
            }
            texts.add(json.getText());
        }
        return texts;
    }

    InvalidRecipe invalid(String sentence) {
        return new InvalidRecipe(id(), sentence);
    }

    /// A text, or a whole number in its digits.
    @Nullable
    String id() {
        Object id = values.get("id");
        return id instanceof String || id instanceof Long ? id.toString() : null;
    }

    /// Empty if there is none.
    String text(String name) throws InvalidRecipe {
        return switch (values.get(name)) {
            case null -> "";
            case String text -> text;
            default -> throw invalid("The field “" + name + "” is a text in quotes.");
        };
    }

    /// A text alone counts as a list of one, an empty one as none.
    List<String> texts(String name) throws InvalidRecipe {
        if (values.get(name) instanceof List<?> list) {
            return list.stream().map(String.class::cast).toList();
        }
        String one = text(name);
        return one.isEmpty() ? List.of() : List.of(one);
    }

    boolean flag(String name, boolean usual) throws InvalidRecipe {
        return switch (values.get(name)) {
            case null -> usual;
            case Boolean flag -> flag;
            default -> throw invalid("The field “" + name + "” is true or false.");
        };
    }

    int number(String name, int usual, int least, int most) throws InvalidRecipe {
        return switch (values.get(name)) {
            case null -> usual;
            case Long number when number >= least && number <= most -> number.intValue();
            default -> throw invalid("The field “" + name + "” is a whole number from " + least + " to " + most + ".");
        };
    }

    /// In milliseconds, up to an hour; null without the field.
    @Nullable
    Duration millis(String name) throws InvalidRecipe {
        return values.containsKey(name)
                ? Duration.ofMillis(number(name, 0, 0, (int) Duration.ofHours(1).toMillis()))
                : null;
    }
}
