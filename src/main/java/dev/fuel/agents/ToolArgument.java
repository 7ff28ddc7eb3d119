package dev.fuel.agents;

import java.util.List;

/// The one argument of a tool call that tells what it is about.
public final class ToolArgument {
    private static final int LONGEST = 300;

    /// The most telling first. Names as the tools of the known programs have them.
    private static final List<String> TELLING = List.of(
            "file_path",
            "filePath",
            "notebook_path",
            "command",
            "pattern",
            "path",
            "url",
            "query",
            "skill",
            "prompt",
            "description");

    private ToolArgument() {}

    /// @param json stands at the `input` of the call
    public static String read(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return "";
        }
        String best = "";
        int bestRank = Integer.MAX_VALUE;
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            int rank = TELLING.indexOf(field);
            // Of a tool that is not known, the first text will do.
            int effective = rank < 0 ? TELLING.size() : rank;
            if (effective >= bestRank) {
                json.skipChildren();
                continue;
            }
            String text = JsonValues.text(json, LONGEST);
            if (text != null) {
                best = text;
                bestRank = effective;
            }
        }
        return CleanText.flat(best, LONGEST);
    }
}
