package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.FailureType;
import dev.fuel.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The fake agent is understood by the drivers whose programs it stands in for.
class FakeAgentTest {
    @TempDir
    Path folder;

    @Test
    void standsInForClaude() throws IOException {
        Outcome outcome = asClaude("fake: say working\nfake: verdict {\"verdict\":\"pass\"}");
        assertThat(outcome.isCompleted()).isTrue();
        assertThat(outcome.finalText()).isEqualTo("{\"verdict\":\"pass\"}");
        assertThat(outcome.sessionId()).isNotBlank();
        assertThat(outcome.usage().costUsd()).isEqualTo(0.001);
        assertThat(outcome.noise()).isZero();
    }

    @Test
    void failsLikeClaude() throws IOException {
        assertThat(asClaude("fake: limit 3600").failure()).isEqualTo(FailureType.RATE_LIMIT);
        assertThat(asClaude("fake: limit 3600").limitResetsAt()).isNotNull();
        assertThat(asClaude("fake: error authentication_failed 401").failure()).isEqualTo(FailureType.AUTH);
        assertThat(asClaude("fake: error server_error 529").failure()).isEqualTo(FailureType.NETWORK);
        assertThat(asClaude("fake: no-result").failure()).isEqualTo(FailureType.CRASH);
        assertThat(asClaude("fake: exit 2").failure()).isEqualTo(FailureType.CRASH);
        assertThat(asClaude("fake: denied Bash").deniedTools()).hasSize(1);
    }

    @Test
    void hostileOutputIsReadAndCleaned() throws IOException {
        String prompt = "fake: hostile\nfake: garbage 100000\nfake: huge 10000000\nfake: say still here";
        assertThat(asClaude(prompt).finalText()).isEqualTo("still here");
        Outcome plain = asCommand(prompt);
        assertThat(plain.isCompleted()).isTrue();
        assertThat(plain.finalText())
                .endsWith("still here")
                .doesNotContain("\u001b")
                .doesNotContain("\0");
    }

    @Test
    void failsAsOftenAsItIsTold() throws IOException {
        String prompt = "fake: fail-times 2 7\nfake: say ok";
        assertThat(asCommand(prompt).exitCode()).isEqualTo(7);
        assertThat(asCommand(prompt).exitCode()).isEqualTo(7);
        assertThat(asCommand(prompt).isCompleted()).isTrue();
    }

    @Test
    void replaysARecording() throws IOException {
        Outcome outcome = asClaude("fake: replay claude/write.stdout.jsonl");
        assertThat(outcome.sessionId()).isEqualTo("4a1d0fb4-a128-46fc-b382-37e6128f1ff0");
        assertThat(outcome.toolCalls()).isEqualTo(1);
    }

    @Test
    void performsARecordingWithItsTimingItsErrorsAndItsEnd() throws IOException {
        long before = System.nanoTime();
        Outcome killed = asClaude("fake: perform claude/sigkill-tool 0.1");
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertThat(killed.exitCode()).isEqualTo(137);
        assertThat(killed.failure()).isEqualTo(FailureType.CRASH);
        // 4.2 s when it was recorded.
        assertThat(took).isGreaterThan(Duration.ofMillis(400));
        assertThat(folder.resolve("stdout.log")).hasSameBinaryContentAs(Recordings.claude("sigkill-tool"));

        assertThat(asClaude("fake: perform claude/auth 0").failure()).isEqualTo(FailureType.AUTH);
        Outcome refused = asClaude("fake: perform claude/root-without-is-sandbox 0");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.message()).contains("cannot be used with root/sudo privileges");
    }

    private Outcome asClaude(String prompt) throws IOException {
        return run(Recordings.claudeDriver(), prompt);
    }

    private Outcome asCommand(String prompt) throws IOException {
        return run(Recordings.commandDriver(), prompt);
    }

    private Outcome run(Driver driver, String prompt) throws IOException {
        Path promptFile = Files.writeString(folder.resolve("prompt.md"), prompt + "\n");
        List<String> arguments =
                driver.prepare(StartRequest.fresh(prompt, promptFile)).words();
        var words = new ArrayList<String>();
        // Through a shell, so that the bytes of the output stay as they are.
        words.addAll(List.of("sh", "-c", "sh \"$@\" <prompt.md >stdout.log 2>stderr.log", "sh"));
        words.add(Recordings.resource("fake-agent").toString());
        words.addAll(arguments.subList(1, arguments.size()));
        Map<String, String> environment = Map.of("FAKE_STATE", folder.toString());
        int exitCode = new Command(words, folder, environment, Duration.ofSeconds(30), null)
                .run()
                .exitCode();
        return RunReading.read(folder.resolve("stdout.log"), folder.resolve("stderr.log"), driver, exitCode, null);
    }
}
