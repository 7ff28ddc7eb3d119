package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// What is JSON is read as Jackson reads it; what is none is refused in one way, and quickly.
class JsonReaderProperties {
    private static final JsonMapper JACKSON = new JsonMapper();
    private static final int LONGEST = 1 << 20;

    /// A document with what agents print: nested, escaped, foreign, long.
    private static @Nullable Object document(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 6 : 9)) {
            case 0 -> random.nextBoolean();
            case 1 -> null;
            case 2 -> random.nextInt(1000);
            case 3 -> random.nextLong();
            case 4 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            case 5, 6 -> text(random);
            case 7 ->
                Stream.generate(() -> document(random, depth + 1))
                        .limit(random.nextInt(5))
                        .toList();
            default -> {
                var fields = new LinkedHashMap<String, @Nullable Object>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    fields.put(text(random), document(random, depth + 1));
                }
                yield fields;
            }
        };
    }

    private static String text(Random random) {
        String letters = random.nextBoolean()
                ? "abc {}[]:,0123456789 the quick brown fox"
                : "ab\"\\\n\t\r/uü€😀\u2028\b\f\u007f";
        int[] characters = letters.codePoints().toArray();
        return random.ints(random.nextInt(60), 0, characters.length)
                .mapToObj(at -> Character.toString(characters[at]))
                .collect(Collectors.joining());
    }

    private static byte[] bytes(@Nullable Object document) {
        return JACKSON.writeValueAsBytes(document);
    }

    @Property(tries = 500)
    void tokensAreThoseOfJackson(@ForAll long seed) {
        @Nullable Object document = document(new Random(seed), 0);
        byte[] bytes = bytes(document);
        assertThat(tokens(bytes)).isEqualTo(jacksonTokens(bytes));
        assertThat(tokens(JACKSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document)))
                .isEqualTo(jacksonTokens(bytes));
    }

    @Property(tries = 500)
    void skippingEndsWhereReadingEnds(@ForAll long seed) {
        byte[] bytes = bytes(List.of(Arrays.asList(document(new Random(seed), 0)), "end"));
        JsonReader json = new JsonReader().of(bytes, 0, bytes.length);
        json.nextToken();
        json.nextToken();
        json.skipChildren();
        assertThat(json.currentToken()).isEqualTo(JsonToken.END_ARRAY);
        assertThat(json.nextToken()).isEqualTo(JsonToken.TEXT);
        assertThat(json.text(LONGEST)).isEqualTo("end");
    }

    @Property(tries = 300)
    void whatIsCutIsMalformed(@ForAll long seed, @ForAll @DoubleRange(max = 0.99) double where) {
        byte[] bytes = bytes(Arrays.asList(document(new Random(seed), 0)));
        int end = (int) (where * bytes.length);
        assertThatThrownBy(() -> tokens(Arrays.copyOf(bytes, end))).isInstanceOf(JsonReader.Malformed.class);
    }

    @Property(tries = 500)
    void anyBytesAreReadOrMalformed(@ForAll byte[] garbage, @ForAll long seed, @ForAll int damage) {
        assertThat(isReadOrMalformed(garbage)).isTrue();
        byte[] damaged = bytes(document(new Random(seed), 0));
        damaged[Math.floorMod(damage, damaged.length)] ^= (byte) (1 << (damage & 7));
        assertThat(isReadOrMalformed(damaged)).isTrue();
    }

    @Property(tries = 300)
    void scanningEightAtATimeFindsWhatScanningOneByOneFinds(@ForAll byte[] bytes) {
        for (int from = 0; from <= bytes.length; from++) {
            assertThat(ByteScan.lineEnd(bytes, from, bytes.length)).isEqualTo(lineEnd(bytes, from));
            assertThat(ByteScan.plainEnd(bytes, from, bytes.length)).isEqualTo(plainEnd(bytes, from));
        }
    }

    @Property(tries = 300)
    void namesThatLookAlikeAreToldApart(@ForAll long seed) {
        JsonReader json = new JsonReader();
        new Random(seed).ints(1000, 0, 100).forEach(number -> {
            byte[] bytes = "{\"a%02dz\": 0}".formatted(number).getBytes(UTF_8);
            json.of(bytes, 0, bytes.length).nextToken();
            assertThat(json.nextName()).isEqualTo("a%02dz", number);
        });
    }

    @Property(tries = 300)
    void wholeNumbersAreReadExactly(@ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long number) {
        assertThat(numberOf(Long.toString(number)).wholeNumber()).isEqualTo(number);
    }

    @Example
    void whatIsBehindThePointOfANumberIsLeftOut() {
        assertThat(numberOf("12.75").wholeNumber()).isEqualTo(12);
        assertThat(numberOf("-3").wholeNumber()).isEqualTo(-3);
        assertThat(numberOf("1.5e3").wholeNumber()).isEqualTo(1500);
        assertThat(numberOf("99999999999999999999").wholeNumber()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> numberOf("1-2").wholeNumber()).isInstanceOf(JsonReader.Malformed.class);
    }

    private static JsonReader numberOf(String digits) {
        byte[] bytes = digits.getBytes(UTF_8);
        JsonReader json = new JsonReader().of(bytes, 0, bytes.length);
        json.nextToken();
        return json;
    }

    @Example
    void longTextsAreCutAndBadOnesMended() {
        assertThat(textOf("\"" + "ä".repeat(1000) + "\"", 10)).isEqualTo("ä".repeat(10));
        assertThat(textOf("\"say \\\"hi\\\"\\nand\\\\or\\tgo\"", 100)).isEqualTo("say \"hi\"\nand\\or\tgo");
        assertThat(textOf("\"say \\\"hi\\\"\\nand\"", 6)).isEqualTo("say \"h");
        assertThat(textOf("\"a\\u00e4\\ud83d\\ude00\\n\\u001b[2Jb\"", 100)).isEqualTo("aä😀\nb");
        byte[] invalid = {'"', 'a', (byte) 0xff, 'b', '"'};
        JsonReader json = new JsonReader().of(invalid, 0, invalid.length);
        json.nextToken();
        assertThat(json.text(100)).isEqualTo("a\ufffdb");
    }

    private static String textOf(String text, int longest) {
        byte[] bytes = text.getBytes(UTF_8);
        JsonReader json = new JsonReader().of(bytes, 0, bytes.length);
        json.nextToken();
        return json.text(longest);
    }

    private static boolean isReadOrMalformed(byte[] bytes) {
        try {
            return tokens(bytes) != null;
        } catch (JsonReader.Malformed e) {
            return true;
        }
    }

    private static List<String> tokens(byte[] bytes) {
        var tokens = new ArrayList<String>();
        JsonReader json = new JsonReader().of(bytes, 0, bytes.length);
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            @Nullable
            Object value = switch (token) {
                case TEXT -> json.text(LONGEST);
                case NAME -> json.keyword();
                case NUMBER -> json.number();
                case START_OBJECT, END_OBJECT, START_ARRAY, END_ARRAY, TRUE, FALSE, NULL -> "";
            };
            tokens.add(token + " " + value);
        }
        return tokens;
    }

    private static List<String> jacksonTokens(byte[] bytes) {
        var tokens = new ArrayList<String>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                tokens.add(
                        switch (token) {
                            case START_OBJECT -> JsonToken.START_OBJECT + " ";
                            case END_OBJECT -> JsonToken.END_OBJECT + " ";
                            case START_ARRAY -> JsonToken.START_ARRAY + " ";
                            case END_ARRAY -> JsonToken.END_ARRAY + " ";
                            case PROPERTY_NAME -> JsonToken.NAME + " " + CleanText.of(json.currentName());
                            case VALUE_STRING -> JsonToken.TEXT + " " + CleanText.of(json.getString());
                            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonToken.NUMBER + " " + json.getDoubleValue();
                            case VALUE_TRUE -> JsonToken.TRUE + " ";
                            case VALUE_FALSE -> JsonToken.FALSE + " ";
                            case VALUE_NULL -> JsonToken.NULL + " ";
                            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                                throw new IllegalStateException(token.toString());
                        });
            }
        }
        return tokens;
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static int plainEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] >= ' ' && bytes[at] < 0x7f && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }
}
