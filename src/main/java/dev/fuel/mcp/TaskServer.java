package dev.fuel.mcp;

import dev.fuel.cli.Surroundings;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// The task store of a project as a server of the Model Context Protocol.
public final class TaskServer {
    private static final String INSTRUCTIONS = """
            The tasks of this project are kept by Fuel. Ids may be shortened to an unambiguous beginning. Answers are \
            the JSON of the command line (`fuel COMMAND --json`). Inside a run of Fuel you may read, add tasks, link \
            tasks that you added, post to the inbox, ask a question, and say that the run's own task is done.""";

    private TaskServer() {}

    /// Serves until the input ends. Nothing but the protocol is written to the output.
    ///
    /// @param version the program's
    public static void serve(Surroundings surroundings, String version) {
        var json = new JacksonMcpJsonMapper(JsonMapper.shared());
        var streams = new StandardStreams(json, surroundings.in(), surroundings.out(), surroundings.err());
        var commands = new Commands(surroundings);
        var server = McpServer.sync(streams)
                .serverInfo("fuel", version)
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(json)
                // The commands check their arguments themselves, in their own words.
                .validateToolInputs(false)
                .jsonSchemaValidator((_, _) -> ValidationResponse.asValid("{}"))
                .immediateExecution(true);
        for (Tool tool : Tools.ALL) {
            server.toolCall(described(tool), (_, request) -> {
                Map<String, Object> arguments = Objects.requireNonNullElse(request.arguments(), Map.of());
                Commands.Answer answer = commands.give(tool, arguments);
                return CallToolResult.builder()
                        .addTextContent(answer.text())
                        .isError(answer.refused())
                        .build();
            });
        }
        var _ = server.build();
        streams.serve();
    }

    private static io.modelcontextprotocol.spec.McpSchema.Tool described(Tool tool) {
        return io.modelcontextprotocol.spec.McpSchema.Tool.builder(tool.name(), tool.schema())
                .description(tool.description())
                .annotations(new ToolAnnotations(null, tool.readOnly(), false, tool.readOnly(), false, null))
                .build();
    }
}
