package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.Autonomy;
import dev.fuel.config.KnownDriver;
import dev.fuel.config.PromptDelivery;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DriversTest {
    private static final StartRequest FRESH = StartRequest.fresh("Do it", Path.of("/run/prompt.md"));

    @Test
    void claudeGetsItsPromptOnStandardInput() {
        Invocation invocation = Recordings.claudeDriver().prepare(FRESH);
        assertThat(invocation.words())
                .containsExactly(
                        "claude",
                        "--print",
                        "--output-format",
                        "stream-json",
                        "--verbose",
                        "--dangerously-skip-permissions");
        assertThat(invocation.promptOnStdin()).isTrue();
        assertThat(invocation.environment())
                .containsEntry("DISABLE_AUTOUPDATER", "1")
                .doesNotContainKey("IS_SANDBOX");
    }

    @Test
    void claudeTakesModelBinaryArgumentsAndSession() {
        AgentConfig agent = claude(Autonomy.EDIT);
        Driver driver = Drivers.of(agent, Map.of("API_TIMEOUT_MS", "9", "DISABLE_AUTOUPDATER", "0"), true);
        Invocation invocation = driver.prepare(FRESH.resuming("abc"));
        assertThat(invocation.words())
                .containsExactly(
                        "/opt/claude",
                        "--print",
                        "--output-format",
                        "stream-json",
                        "--verbose",
                        "--model",
                        "opus",
                        "--resume",
                        "abc",
                        "--permission-mode",
                        "acceptEdits",
                        "--allowedTools",
                        "Bash(git *),Bash(fuel *)",
                        "--max-turns",
                        "50");
        assertThat(invocation.environment())
                .containsEntry("API_TIMEOUT_MS", "9")
                .containsEntry("DISABLE_AUTOUPDATER", "0")
                .doesNotContainKey("IS_SANDBOX");
        assertThat(invocation.toString()).contains("API_TIMEOUT_MS").doesNotContain("=9");
    }

    @Test
    void sessionIdIsPresetOnlyForAFreshSession() {
        var request = FRESH.presetting("11111111-2222-4333-8444-555555555555");
        assertThat(Recordings.claudeDriver().prepare(request).words())
                .containsSequence("--session-id", "11111111-2222-4333-8444-555555555555");
        assertThat(Recordings.claudeDriver().prepare(request.resuming("abc")).words())
                .doesNotContain("--session-id");
    }

    @Test
    void rootWithFullAutonomyIsToldThatItIsInASandbox() {
        assertThat(environment(Autonomy.FULL, true)).containsEntry("IS_SANDBOX", "1");
        assertThat(environment(Autonomy.FULL, false)).doesNotContainKey("IS_SANDBOX");
        assertThat(environment(Autonomy.ASK, true)).doesNotContainKey("IS_SANDBOX");
    }

    @Test
    void askingAgentGetsNoFlag() {
        assertThat(Drivers.of(claude(Autonomy.ASK), Map.of(), false)
                        .prepare(FRESH)
                        .words())
                .doesNotContain("--dangerously-skip-permissions", "--permission-mode");
    }

    @Test
    void codexPutsASessionBeforeItsFlagsAndThePromptLast() {
        Driver codex = cli("codex", Autonomy.FULL);
        assertThat(codex.prepare(FRESH).words())
                .containsExactly(
                        "codex",
                        "exec",
                        "--json",
                        "--skip-git-repo-check",
                        "--dangerously-bypass-approvals-and-sandbox",
                        "-");
        assertThat(codex.prepare(FRESH.resuming("t-1")).words()).startsWith("codex", "exec", "resume", "t-1", "--json");
        assertThat(codex.prepare(FRESH).environment()).containsEntry("TZ", "UTC");
        assertThat(codex.usageScope()).isEqualTo(UsageScope.SESSION);
        assertThat(codex.help()).containsExactly("exec", "--help");
    }

    @Test
    void fencedInCodexMayWriteTheGitDirectories() {
        StartRequest request = FRESH.writing(List.of(Path.of("/m/.git"), Path.of("/m/.git/worktrees/\"f\"")));
        assertThat(cli("codex", Autonomy.EDIT).prepare(request).words())
                .containsSequence(
                        "--config",
                        "sandbox_mode=workspace-write",
                        "--config",
                        "sandbox_workspace_write.writable_roots=[\"/m/.git\",\"/m/.git/worktrees/\\\"f\\\"\"]");
        assertThat(cli("codex", Autonomy.FULL).prepare(request).words()).noneMatch(word -> word.contains(".git\""));
    }

    @Test
    void opencodeIsToldByAVariableWhatItMayEdit() {
        assertThat(cli("opencode", Autonomy.FULL)
                        .prepare(FRESH.resuming("ses_1"))
                        .words())
                .containsExactly("opencode", "run", "--format", "json", "--session", "ses_1", "--auto");
        Invocation edit = cli("opencode", Autonomy.EDIT).prepare(FRESH);
        assertThat(edit.words()).doesNotContain("--auto");
        assertThat(edit.environment().get("OPENCODE_PERMISSION")).contains("\"git *\":\"allow\"");
        assertThat(cli("opencode", Autonomy.ASK).prepare(FRESH).environment()).doesNotContainKey("OPENCODE_PERMISSION");
    }

    @ParameterizedTest
    @CsvSource({
        "claude, claude --resume s-1 --dangerously-skip-permissions",
        "codex, codex resume s-1 --dangerously-bypass-approvals-and-sandbox",
        "opencode, opencode --session s-1 --auto"
    })
    void attachOpensTheProgramsOwnScreen(String driver, String words) {
        Invocation invocation = cli(driver, Autonomy.FULL).attach("s-1", List.of());
        assertThat(String.join(" ", invocation.words())).isEqualTo(words);
        assertThat(invocation.promptOnStdin()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = KnownDriver.class, mode = EnumSource.Mode.EXCLUDE, names = "COMMAND")
    void everyProgramCanGoOnWithASessionAndNamesTheFlagsItNeeds(KnownDriver known) {
        for (Autonomy autonomy : Autonomy.values()) {
            Driver driver = cli(known.word(), autonomy);
            assertThat(driver.program()).isEqualTo(known.program());
            assertThat(driver.oldestVersion()).isNotEmpty();
            assertThat(driver.canResume()).isTrue();
            assertThat(driver.prepare(FRESH.resuming("s-1")).words()).anyMatch(word -> word.endsWith("s-1"));
            assertThat(driver.neededFlags()).isNotEmpty().allMatch(flag -> flag.matches("--?[a-z][a-zA-Z-]*"));
        }
    }

    @Test
    void neededFlagsAreThoseOfAStart() {
        assertThat(cli("codex", Autonomy.EDIT).neededFlags())
                .containsExactly("--json", "--skip-git-repo-check", "--model", "--config");
        assertThat(cli("opencode", Autonomy.FULL).neededFlags())
                .containsExactly("--format", "--model", "--session", "--auto");
    }

    @Test
    void theFormOfAnAnswerIsToldWhereTheProgramTakesIt(@TempDir Path folder) throws IOException {
        StartRequest request =
                StartRequest.fresh("Do it", folder.resolve("run/prompt.md")).answering("{\"type\":\"object\"}");
        Path file = folder.resolve("run/answer-schema.json");
        assertThat(cli("claude", Autonomy.FULL).prepare(request).words())
                .containsSequence("--json-schema", "{\"type\":\"object\"}");
        assertThat(cli("qwen", Autonomy.FULL).prepare(request).words())
                .containsSequence("--json-schema", "{\"type\":\"object\"}");
        assertThat(cli("codex", Autonomy.FULL).prepare(request).words())
                .containsSequence("--output-schema", file.toString(), "-");
        assertThat(Files.readString(file)).isEqualTo("{\"type\":\"object\"}");
        assertThat(cli("gemini", Autonomy.FULL).prepare(request).words())
                .isEqualTo(cli("gemini", Autonomy.FULL).prepare(FRESH).words());
        assertThat(cli("claude", Autonomy.FULL).schemaFlags()).containsExactly("--json-schema");
        assertThat(cli("claude", Autonomy.FULL).neededFlags()).doesNotContain("--json-schema");
        assertThat(cli("gemini", Autonomy.FULL).schemaFlags()).isEmpty();
    }

    @Test
    void commandGetsItsPromptAsConfigured() {
        assertThat(command(PromptDelivery.STDIN, "./agent.sh", "-x").promptOnStdin())
                .isTrue();
        assertThat(command(PromptDelivery.STDIN, "./agent.sh", "-x").words()).containsExactly("./agent.sh", "-x");
        assertThat(command(PromptDelivery.FILE, "run").words()).containsExactly("run", "/run/prompt.md");
        assertThat(command(PromptDelivery.FILE, "run", "--file={prompt}", "-v").words())
                .containsExactly("run", "--file=/run/prompt.md", "-v");
        assertThat(command(PromptDelivery.ARGUMENT, "run", "-m", "{prompt}", "-v")
                        .words())
                .containsExactly("run", "-m", "Do it", "-v");
        assertThat(command(PromptDelivery.ARGUMENT, "run").promptOnStdin()).isFalse();
    }

    @Test
    void promptThatIsTooLongForAnArgumentIsRefused() {
        AgentConfig agent = Recordings.agent("command", List.of("run"), PromptDelivery.ARGUMENT, Autonomy.FULL);
        Driver driver = Drivers.of(agent, Map.of(), false);
        assertThatThrownBy(() -> driver.prepare(StartRequest.fresh("x".repeat(200_000), Path.of("p"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("set prompt to stdin or file");
    }

    @Test
    void commandHasNoSessions() {
        assertThat(Recordings.commandDriver().canResume()).isFalse();
        assertThatThrownBy(() -> Recordings.commandDriver().prepare(FRESH.resuming("s")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Recordings.commandDriver().attach("s", List.of()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void unknownDriverIsRefusedWithTheKnownOnes() {
        AgentConfig agent = Recordings.agent("clod", List.of(), PromptDelivery.STDIN, Autonomy.FULL);
        assertThatThrownBy(() -> Drivers.of(agent, Map.of(), false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("clod")
                .hasMessageContaining("claude");
    }

    /// What the others get, with a model, every word that a fresh run has; and what a resumed one has in its place.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gemini       | --output-format stream-json --model m --session-id new --yolo -x                                   | --resume old
            qwen         | --output-format stream-json --model m --session-id new --yolo -x                                   | --resume old
            copilot      | --output-format json --no-ask-user --no-auto-update --no-color --usage-output-file /run/usage.json --model m --session-id new --allow-all -x | --resume=old
            amp          | --execute --stream-json --mode m -x                                                               | threads continue old
            cursor-agent | --print --output-format stream-json --trust --model m --force -x                                   | --resume old
            """)
    void programGetsItsWordsInOneOrder(String program, String fresh, String resumed) {
        Driver driver = Drivers.of(other(program, Autonomy.FULL), Map.of(), false);
        Invocation first = driver.prepare(FRESH.presetting("new"));
        assertThat(String.join(" ", first.words())).isEqualTo(program + " " + fresh);
        assertThat(first.promptOnStdin()).isTrue();
        assertThat(String.join(" ", driver.prepare(FRESH.resuming("old")).words()))
                .contains(resumed);
        assertThat(driver.attach("old", List.of()).words()).contains(resumed.split(" "));
        assertThat(driver.canResume()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gemini       | --approval-mode auto_edit --allowed-tools run_shell_command(git),run_shell_command(fuel)
            qwen         | --approval-mode auto-edit --allowed-tools run_shell_command(git),run_shell_command(fuel)
            copilot      | --allow-tool=write --allow-tool=shell(git:*) --allow-tool=shell(fuel:*)
            """)
    void editingAgentMayCommit(String program, String words) {
        Driver editing = Drivers.of(other(program, Autonomy.EDIT), Map.of(), false);
        assertThat(String.join(" ", editing.prepare(FRESH).words())).contains(words);
        Driver asking = Drivers.of(other(program, Autonomy.ASK), Map.of(), false);
        assertThat(asking.prepare(FRESH).words()).doesNotContainAnyElementsOf(List.of(words.split(" ")));
    }

    private static AgentConfig other(String program, Autonomy autonomy) {
        return new AgentConfig(
                new AgentName("mine"),
                program,
                "m",
                null,
                List.of(),
                PromptDelivery.STDIN,
                List.of("-x"),
                Map.of(),
                1,
                3,
                List.of(),
                autonomy,
                "");
    }

    private static Driver cli(String driver, Autonomy autonomy) {
        return Drivers.of(Recordings.agent(driver, List.of(), PromptDelivery.STDIN, autonomy), Map.of(), false);
    }

    private static Map<String, String> environment(Autonomy autonomy, boolean asRoot) {
        return Drivers.of(claude(autonomy), Map.of(), asRoot).prepare(FRESH).environment();
    }

    private static AgentConfig claude(Autonomy autonomy) {
        return new AgentConfig(
                new AgentName("opus"),
                "claude",
                "opus",
                "/opt/claude",
                List.of(),
                PromptDelivery.STDIN,
                List.of("--max-turns", "50"),
                Map.of(),
                1,
                3,
                List.of(),
                autonomy,
                "");
    }

    private static Invocation command(PromptDelivery prompt, String... words) {
        AgentConfig agent = Recordings.agent("command", List.of(words), prompt, Autonomy.FULL);
        return Drivers.of(agent, Map.of(), false).prepare(FRESH);
    }
}
