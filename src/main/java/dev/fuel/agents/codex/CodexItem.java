package dev.fuel.agents.codex;

import dev.fuel.agents.CleanText;
import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import dev.fuel.agents.ToolArgument;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A piece of a turn: what the agent says or thinks, or a tool that it uses.
///
/// @param name     of a tool: its type, or the name that an MCP server gives it
/// @param argument of a tool: the command, file or query
/// @param text     what is said; of a tool, its output
/// @param status   `in_progress`, `completed`, `failed`, `declined`; empty where there is none
/// @param exitCode of a command that has ended
record CodexItem(
        String id,
        String type,
        String name,
        String argument,
        String text,
        String status,
        @Nullable Long exitCode) {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_OUTPUT = 4000;
    private static final int LONGEST_ARGUMENT = 300;

    /// What is no tool: words, remarks and the list of things to do.
    private static final Set<String> NO_TOOLS = Set.of("agent_message", "reasoning", "error", "todo_list", "");

    static @Nullable CodexItem read(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        var fields = new Fields();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            fields.take(field, json);
        }
        return fields.item();
    }

    /// What it is about, on one line.
    @Override
    public String argument() {
        return CleanText.flat(argument, LONGEST_ARGUMENT);
    }

    boolean isTool() {
        return !NO_TOOLS.contains(type);
    }

    boolean hasFailed() {
        return status.equals("failed") || status.equals("declined") || (exitCode != null && exitCode != 0);
    }

    /// Collects the fields, which come in any order.
    private static final class Fields {
        private String id = "";
        private String type = "";
        private String tool = "";
        private String argument = "";
        private String text = "";
        private String output = "";
        private String status = "";
        private @Nullable Long exitCode;

        void take(String field, JsonReader json) {
            switch (field) {
                case "id" -> id = JsonValues.wordOrEmpty(json);
                case "type" -> type = JsonValues.keyword(json);
                case "text", "message" -> text = JsonValues.textOrEmpty(json, LONGEST_TEXT);
                case "aggregated_output" -> output = JsonValues.textOrEmpty(json, LONGEST_OUTPUT);
                case "status" -> status = JsonValues.keyword(json);
                case "exit_code" -> exitCode = JsonValues.wholeNumber(json);
                case "tool" -> tool = JsonValues.keyword(json);
                case "command", "query" -> argument = JsonValues.textOrEmpty(json, LONGEST_ARGUMENT);
                case "arguments" -> argument = ToolArgument.read(json);
                case "changes" -> argument = firstPath(json);
                default -> json.skipChildren();
            }
        }

        CodexItem item() {
            return new CodexItem(
                    id, type, tool.isEmpty() ? type : tool, argument, text.isEmpty() ? output : text, status, exitCode);
        }

        /// The first changed file of several tells what the change is about.
        private static String firstPath(JsonReader json) {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                json.skipChildren();
                return "";
            }
            String first = "";
            while (json.nextToken() != JsonToken.END_ARRAY) {
                String path = ToolArgument.read(json);
                first = first.isEmpty() ? path : first;
            }
            return first;
        }
    }
}
