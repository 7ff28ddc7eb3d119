package dev.fuel.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Store;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The real program in a process of its own, with the SDK's client and by hand.
class TaskServerTest {
    private static final long LONGEST_SECONDS = 60;

    @TempDir
    Path folder;

    @BeforeEach
    void initialise() throws Exception {
        Files.createDirectory(folder.resolve(".fuel"));
        Files.writeString(folder.resolve(".fuel/config.yaml"), "agents: {mine: {driver: command, command: [cat]}}\n");
    }

    @Test
    void aClientAddsReadsAndFinishesTasks() {
        try (McpSyncClient client = client(Map.of())) {
            assertThat(client.initialize().serverInfo().version()).matches("\\d+\\.\\d+\\.\\d+");
            assertThat(client.listTools().tools())
                    .extracting(tool -> tool.name())
                    .containsExactlyElementsOf(
                            Tools.ALL.stream().map(Tool::name).toList());

            String added = text(call(
                    client,
                    "task_add",
                    Map.of("title", "--json", "priority", 1, "labels", List.of("a", "b"), "description", "-")));
            assertThat(added)
                    .startsWith("{\"schema_version\":1,\"task\":{\"id\":\"f-")
                    .contains("\"title\":\"--json\"", "\"priority\":1", "\"labels\":[\"a\",\"b\"]");
            String task = added.substring(added.indexOf("f-"), added.indexOf("f-") + 8);
            assertThat(text(call(client, "task_list", Map.of()))).contains(task);
            assertThat(text(call(client, "task_update", Map.of("task", task, "title", "Better"))))
                    .contains("\"title\":\"Better\"");
            assertThat(text(call(client, "task_done", Map.of("task", task, "reason", "done by hand"))))
                    .contains("\"status\":\"closed\"");
            assertThat(text(call(client, "message_post", Map.of("title", "Look", "text", "at this"))))
                    .contains("\"type\":\"message\"");

            assertRefused(call(client, "task_show", Map.of("id", "f-ffffff")), "no task or epic or run");
            assertRefused(call(client, "task_add", Map.of()), "task_add needs the argument \"title\"");
            assertRefused(call(client, "task_add", Map.of("title", "T", "colour", "red")), "no argument \"colour\"");
            assertRefused(call(client, "task_add", Map.of("title", "T", "priority", "high")), "must be a whole number");
            assertRefused(call(client, "task_add", Map.of("title", "T", "type", "bugg")), "did you mean bug?");
            assertRefused(call(client, "question_ask", Map.of("title", "Why?")), "only an agent at work");
        }
    }

    @Test
    void anAgentIsHeldToItsOwnTask() {
        TaskId own = add("own");
        TaskId other = add("other");
        Run run = claim(own);
        try (McpSyncClient client = client(Map.of("FUEL_RUN_TOKEN", run.token()))) {
            client.initialize();
            assertThat(text(call(client, "task_show", Map.of("id", other.value()))))
                    .contains("\"other\"");
            assertRefused(
                    call(client, "task_done", Map.of("task", other.value())),
                    "%s may not call %s done, which is not its own task".formatted(run.id(), other));
            assertRefused(
                    call(client, "task_update", Map.of("task", own.value(), "title", "Mine")),
                    "fuel update is for people");
            assertRefused(
                    call(client, "task_depend", Map.of("task", other.value(), "blocked_by", own.value())),
                    "which it did not add");
            assertThat(text(call(client, "task_add", Map.of("title", "found"))))
                    .contains("\"created_by\":\"agent:%s\"".formatted(run.id()));
            assertThat(text(call(client, "question_ask", Map.of("title", "Which one?"))))
                    .contains("\"type\":\"question\"");
            assertThat(text(call(client, "task_done", Map.of("task", own.value()))))
                    .contains("\"claimed\":true");
        }
    }

    @Test
    void garbageIsToldAsideAndWhatWasAskedBeforeTheEndIsAnswered() throws Exception {
        Process server = start(Map.of());
        try (var in = server.outputWriter(UTF_8)) {
            in.write("hello\n\n{\"jsonrpc\":\"2.0\"}\n");
            in.write(initialize());
            in.write("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":"
                    + "{\"name\":\"task_add\",\"arguments\":{\"title\":\"last words\"}}}\n");
        }
        List<String> answers = server.inputReader(UTF_8).lines().toList();
        assertThat(server.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(new String(server.getErrorStream().readAllBytes(), UTF_8).lines())
                .containsExactly(
                        "fuel: line 1 is not a message of the protocol",
                        "fuel: line 3 is not a message of the protocol");
        assertThat(answers).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("{\"jsonrpc\":\"2.0\""));
        assertThat(answers.getLast()).contains("\"id\":2", "last words");
    }

    @Test
    void aClientThatIsGoneLeavesNoServer() throws Exception {
        Process server = start(Map.of());
        server.outputWriter(UTF_8).append(initialize()).flush();
        assertThat(server.inputReader(UTF_8).readLine()).contains("\"serverInfo\"");
        // What the system does with the pipes of a client that is killed.
        server.getOutputStream().close();
        server.getInputStream().close();
        assertThat(server.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void inAWorkspaceAtWorkNobodyIsTakenForAPerson() throws Exception {
        Run run = claim(add("own"));
        Path workspace = Files.createDirectories(folder.resolve(".fuel/worktrees/w"));
        Run working = store(store -> store.write(Actor.CONSUMER, session -> {
            session.progress().inWorkspace(run.id(), workspace.toString(), "abc");
            return session.runs().get(run.id());
        }));
        assertThat(working.workspacePath()).isEqualTo(workspace.toString());
        Process server = start(Map.of("FUEL_PROJECT", folder.toString()), workspace);
        server.getOutputStream().close();
        String told = new String(server.getErrorStream().readAllBytes(), UTF_8);
        assertThat(server.waitFor()).isEqualTo(1);
        assertThat(told).startsWith("fuel: %s works in this folder".formatted(run.id()));
    }

    @Test
    void withoutAProjectItSaysSoAndEnds() throws Exception {
        Files.delete(folder.resolve(".fuel/config.yaml"));
        Process server = start(Map.of());
        server.getOutputStream().close();
        assertThat(server.inputReader(UTF_8).lines()).isEmpty();
        assertThat(new String(server.getErrorStream().readAllBytes(), UTF_8)).contains("fuel init");
        assertThat(server.waitFor()).isEqualTo(3);
    }

    private McpSyncClient client(Map<String, String> environment) {
        List<String> command = command();
        var json = new JacksonMcpJsonMapper(JsonMapper.shared());
        var variables = new java.util.HashMap<>(environment);
        variables.put("FUEL_PROJECT", folder.toString());
        ServerParameters parameters = ServerParameters.builder(command.getFirst())
                .args(command.subList(1, command.size()))
                .env(variables)
                .build();
        return McpClient.sync(new StdioClientTransport(parameters, json))
                .requestTimeout(Duration.ofSeconds(LONGEST_SECONDS))
                .initializationTimeout(Duration.ofSeconds(LONGEST_SECONDS))
                .jsonSchemaValidator((_, _) -> ValidationResponse.asValid("{}"))
                .build();
    }

    private Process start(Map<String, String> environment) throws IOException {
        return start(environment, folder);
    }

    private static Process start(Map<String, String> environment, Path directory) throws IOException {
        var builder = new ProcessBuilder(command()).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FUEL_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static List<String> command() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.fuel.Fuel",
                "mcp"));
    }

    private static String initialize() {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}\n"
                + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n";
    }

    private TaskId add(String title) {
        return store(store -> store.write(
                Actor.HUMAN,
                session -> session.tasks()
                        .add(dev.fuel.domain.task.NewTask.titled(title))
                        .id()));
    }

    private Run claim(TaskId task) {
        return store(store -> store.write(
                Actor.CONSUMER,
                session -> session.tasks()
                        .claim(task, NewRun.work(task, new AgentName("mine"), null))
                        .orElseThrow()));
    }

    private <T> T store(java.util.function.Function<Store, T> work) {
        try (Store store = Store.open(folder.resolve(".fuel/agent.db"), InstantSource.system(), new Random(5))) {
            return work.apply(store);
        }
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        assertThat(result.isError()).as(result.toString()).isFalse();
        return ((TextContent) result.content().getFirst()).text();
    }

    private static void assertRefused(CallToolResult result, String words) {
        assertThat(result.isError()).isTrue();
        assertThat(((TextContent) result.content().getFirst()).text().replace("\\\"", "\""))
                .contains(words);
    }
}
