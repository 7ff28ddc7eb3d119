package dev.fuel.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One object on its way out. Keys are snake_case; a null value is written, so that a key is always there.
public final class Json {
    public static final int SCHEMA_VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    /// The form that errors have for programs.
    static void error(PrintStream out, String code, String message) {
        print(
                out,
                json -> json.object("error", error -> error.text("code", code).text("message", message)));
    }

    /// Prints one line with the object. It is made whole first: what fails halfway prints nothing.
    static void write(PrintStream out, Consumer<Json> content) {
        print(out, json -> content.accept(json.number("schema_version", SCHEMA_VERSION)));
    }

    private static void print(PrintStream out, Consumer<Json> content) {
        var text = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            content.accept(new Json(generator));
            generator.writeEndObject();
        }
        text.write('\n');
        byte[] bytes = text.toByteArray();
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /// The value's `toString`: ids, instants, words.
    public Json text(String key, @Nullable Object value) {
        if (value == null) {
            generator.writeNullProperty(key);
        } else {
            generator.writeStringProperty(key, value.toString());
        }
        return this;
    }

    public Json number(String key, @Nullable Number value) {
        switch (value) {
            case null -> generator.writeNullProperty(key);
            case Double real -> generator.writeNumberProperty(key, real.doubleValue());
            default -> generator.writeNumberProperty(key, value.longValue());
        }
        return this;
    }

    public Json flag(String key, boolean value) {
        generator.writeBooleanProperty(key, value);
        return this;
    }

    public Json texts(String key, Collection<?> values) {
        generator.writeArrayPropertyStart(key);
        values.forEach(value -> generator.writeString(value.toString()));
        generator.writeEndArray();
        return this;
    }

    public Json object(String key, Consumer<Json> content) {
        generator.writeObjectPropertyStart(key);
        content.accept(this);
        generator.writeEndObject();
        return this;
    }

    public <T> Json objects(String key, Iterable<T> values, BiConsumer<Json, T> content) {
        generator.writeArrayPropertyStart(key);
        for (T value : values) {
            generator.writeStartObject();
            content.accept(this, value);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        return this;
    }
}
