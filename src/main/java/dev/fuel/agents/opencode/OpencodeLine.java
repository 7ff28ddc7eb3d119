package dev.fuel.agents.opencode;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The fields of one line that matter, whatever their order.
///
/// Filled by one pass over the line; a mutable carrier that lives no longer than that.
final class OpencodeLine {
    String type = "";

    @Nullable
    String session;

    OpencodePart part = new OpencodePart();

    @Nullable
    OpencodeError error;

    static OpencodeLine read(JsonReader json) {
        var line = new OpencodeLine();
        Instant time = null;
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "type" -> line.type = JsonValues.keyword(json);
                case "sessionID" -> line.session = JsonValues.word(json);
                case "timestamp" -> time = Instant.ofEpochMilli(JsonValues.count(json));
                case "part" -> line.part = OpencodePart.read(json);
                case "error" -> line.error = OpencodeError.read(json);
                default -> json.skipChildren();
            }
        }
        if (line.error != null) {
            line.error = line.error.at(time);
        }
        return line;
    }
}
