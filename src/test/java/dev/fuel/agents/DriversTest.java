package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.Autonomy;
import dev.fuel.config.PromptDelivery;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    }

    @Test
    void unknownDriverIsRefusedWithTheKnownOnes() {
        AgentConfig agent = Recordings.agent("clod", List.of(), PromptDelivery.STDIN, Autonomy.FULL);
        assertThatThrownBy(() -> Drivers.of(agent, Map.of(), false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("clod")
                .hasMessageContaining("claude");
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
