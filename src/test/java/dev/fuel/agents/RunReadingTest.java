package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReadingTest {
    private static final String INIT =
            "{\"type\":\"system\",\"subtype\":\"init\",\"session_id\":\"s-1\",\"model\":\"m\"}\n";
    private static final String WELL =
            "{\"type\":\"result\",\"subtype\":\"success\",\"is_error\":false,\"result\":\"All done.\",\"num_turns\":1}\n";
    private static final String LIMIT =
            "{\"type\":\"rate_limit_event\",\"rate_limit_info\":{\"status\":\"rejected\",\"resetsAt\":1795373710}}\n";

    @TempDir
    Path folder;

    @Test
    void talkAboutLimitsIsNotALimit() {
        String talk = INIT
                + assistantText("You've hit your limit · resets 6:55pm. HTTP 429 rate limit, permission denied, 401")
                + "{\"type\":\"user\",\"message\":{\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\","
                + "\"is_error\":true,\"content\":\"429 Too Many Requests: rate_limit_error, You've hit your limit\"}]}}\n"
                + "You've hit your limit\n"
                + "{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Bash\","
                + "\"input\":{\"command\":\"echo 'rate_limit_event rejected overloaded_error authentication_failed'\"}}]}}\n";

        Outcome well = claude(talk + WELL, 0, null);
        assertThat(well.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(well.failure()).isNull();
        assertThat(well.noise()).isEqualTo(1);

        Outcome crashed = claude(talk, 137, null);
        assertThat(crashed.failure()).isEqualTo(FailureType.CRASH);

        Outcome plain = command("You've hit your limit\n429 rate limit exceeded\n401 Unauthorized\n", 1, null);
        assertThat(plain.failure()).isEqualTo(FailureType.CRASH);
    }

    @Test
    void errorOutputIsShownAndNeverClassified() throws IOException {
        Path stderr = Files.writeString(folder.resolve("stderr.log"), "\u001b[31m429 rate limit\u001b[0m\n\n");
        Outcome outcome = RunReading.read(folder.resolve("none"), stderr, Recordings.commandDriver(), 1, null);
        assertThat(outcome.failure()).isEqualTo(FailureType.CRASH);
        assertThat(outcome.message()).isEqualTo("exit 1: 429 rate limit");
    }

    @Test
    void ownErrorOnStandardErrorExplainsARunWithoutEvents() {
        Outcome refused = codex("", "Error: unexpected status 401 Unauthorized\n", 1, null);
        assertThat(refused.failure()).isEqualTo(FailureType.AUTH);
        assertThat(refused.message()).isEqualTo("Error: unexpected status 401 Unauthorized");
        Outcome tool = codex("", "cargo says 401 Unauthorized\n", 1, null);
        assertThat(tool.failure()).isEqualTo(FailureType.CRASH);
        assertThat(codex("", "Error: 401 Unauthorized\n", null, null).failure()).isEqualTo(FailureType.LOST);
        assertThat(codex("", "Error: 401 Unauthorized\n", 143, StopReason.TIMEOUT)
                        .failure())
                .isEqualTo(FailureType.TIMEOUT);
    }

    @Test
    void eventsExplainMoreThanStandardError() {
        String failed = "{\"type\":\"turn.failed\",\"error\":{\"message\":\"%s\"}}\n";
        Outcome limit = codex(failed.formatted("You've hit your usage limit"), "Error: 401 Unauthorized\n", 1, null);
        assertThat(limit.failure()).isEqualTo(FailureType.RATE_LIMIT);
        Outcome vague = codex(failed.formatted("it did not work"), "Error: 401 Unauthorized\n", 1, null);
        assertThat(vague.failure()).isEqualTo(FailureType.AUTH);
        assertThat(vague.message()).isEqualTo("it did not work");
    }

    @Test
    void sessionThatStandardErrorCallsUnknownIsLost() {
        Outcome outcome =
                codex("", "Error: thread/resume failed: no rollout found for thread id x\n\nStack:\n", 1, null);
        assertThat(outcome.sessionLost()).isTrue();
        assertThat(outcome.failure()).isEqualTo(FailureType.CRASH);
        assertThat(outcome.message()).contains("no rollout found");
    }

    @Test
    void wordsAboutTimesAreRelativeToWhenTheyWereWritten() throws IOException {
        Path stdout = Files.writeString(
                folder.resolve("stdout.log"),
                "{\"type\":\"turn.failed\",\"error\":{\"message\":\"usage limit, try again at 6:34 PM.\"}}\n");
        Files.setLastModifiedTime(stdout, FileTime.from(Instant.parse("2026-11-20T18:30:00Z")));
        Outcome outcome = RunReading.read(stdout, folder.resolve("none"), Recordings.driver("codex"), 1, null);
        assertThat(outcome.limitResetsAt()).isEqualTo(Instant.parse("2026-11-20T18:34:00Z"));
    }

    @Test
    void presetSessionCountsOnceTheProgramHasSpoken() throws IOException {
        Path stdout = Files.writeString(folder.resolve("stdout.log"), assistantText("hello"));
        assertThat(preset(stdout).sessionId()).isEqualTo("preset");
        Files.writeString(stdout, "no event\n");
        assertThat(preset(stdout).sessionId()).isNull();
        Files.writeString(stdout, INIT);
        assertThat(preset(stdout).sessionId()).isEqualTo("s-1");
    }

    @Test
    void limitThatWasPassedIsForgotten() {
        Outcome outcome = claude(INIT + LIMIT + assistantText("on it goes") + WELL, 0, null);
        assertThat(outcome.isCompleted()).isTrue();
        assertThat(claude(INIT + LIMIT + assistantText("on it goes"), 143, null).failure())
                .isEqualTo(FailureType.CRASH);
    }

    @Test
    void limitBeforeASuddenEndIsALimit() {
        Outcome outcome = claude(INIT + LIMIT, 143, null);
        assertThat(outcome.failure()).isEqualTo(FailureType.RATE_LIMIT);
        assertThat(outcome.limitResetsAt()).isEqualTo(Instant.ofEpochSecond(1795373710));
        assertThat(outcome.sessionId()).isEqualTo("s-1");
    }

    @Test
    void emptyCreditIsABudgetFailure() {
        Outcome outcome = claude(
                INIT + apiError("billing_error", "Credit balance is too low")
                        + "{\"type\":\"result\",\"subtype\":\"success\",\"is_error\":true,\"api_error_status\":400,"
                        + "\"terminal_reason\":\"api_error\",\"result\":\"Credit balance is too low\"}\n",
                1,
                null);
        assertThat(outcome.failure()).isEqualTo(FailureType.BUDGET);
        assertThat(outcome.message()).isEqualTo("Credit balance is too low");
        assertThat(outcome.finalText()).isNull();
    }

    @Test
    void errorBeforeASuddenEndIsToldByItsCode() {
        Outcome outcome = claude(INIT + apiError("authentication_failed", "Not logged in"), 1, null);
        assertThat(outcome.failure()).isEqualTo(FailureType.AUTH);
    }

    @Test
    void idOfAFailedResumeIsThrownAway() {
        Outcome outcome = claude(
                INIT + "{\"errors\":[\"No conversation found with session ID: abc\"],\"is_error\":true,"
                        + "\"subtype\":\"error_during_execution\",\"type\":\"result\"}\n",
                1,
                null);
        assertThat(outcome.sessionLost()).isTrue();
        assertThat(outcome.sessionId()).isNull();
        assertThat(outcome.message()).contains("No conversation found");
    }

    @Test
    void noFinalEventIsACrashEvenWithExitZero() {
        Outcome outcome = claude(INIT + assistantText("half way"), 0, null);
        assertThat(outcome.failure()).isEqualTo(FailureType.CRASH);
        assertThat(outcome.finalText()).isEqualTo("half way");
        assertThat(outcome.answered()).isFalse();
    }

    @Test
    void ourOwnStopsAreWhatTheyAre() {
        assertThat(claude(INIT, 143, StopReason.TIMEOUT).failure()).isEqualTo(FailureType.TIMEOUT);
        assertThat(claude(INIT, 137, StopReason.STALLED).failure()).isEqualTo(FailureType.STALLED);
        assertThat(claude(INIT, 143, StopReason.BUDGET).failure()).isEqualTo(FailureType.BUDGET);
        assertThat(command("x\n", 0, StopReason.TIMEOUT).failure()).isEqualTo(FailureType.TIMEOUT);
        Outcome person = claude(INIT + WELL, 0, StopReason.PERSON);
        assertThat(person.status()).isEqualTo(RunStatus.KILLED);
        assertThat(person.failure()).isNull();
    }

    @Test
    void finalEventThatCameBeforeTheStopCounts() {
        assertThat(claude(INIT + WELL, 0, StopReason.TIMEOUT).isCompleted()).isTrue();
    }

    @Test
    void processWithoutATraceIsLostUnlessItHadItsLastWord() {
        assertThat(claude(INIT, null, null).failure()).isEqualTo(FailureType.LOST);
        assertThat(command("done\n", null, null).failure()).isEqualTo(FailureType.LOST);
        assertThat(claude(INIT + WELL, null, null).isCompleted()).isTrue();
    }

    @Test
    void commandIsJudgedByItsExitCodeAndAnswersWithItsLastLines() {
        Outcome outcome = command("one\r\n\u001b[1mtwo\u001b[0m\n\n", 0, null);
        assertThat(outcome.isCompleted()).isTrue();
        assertThat(outcome.finalText()).isEqualTo("one\ntwo");
        assertThat(outcome.answered()).isTrue();
        assertThat(command("", 0, null).answered()).isFalse();
        assertThat(command("x\n", 127, null).message()).isEqualTo("exit 127: the program was not found");
    }

    @Test
    void answerOfACommandIsBounded() {
        Outcome outcome = command("line\n".repeat(100_000) + "y".repeat(500_000) + "\nlast\n", 0, null);
        assertThat(outcome.finalText()).endsWith("last").hasSizeLessThan(70_000);
    }

    @Test
    void invalidUtf8WithinAnEventDoesNotLoseIt() throws IOException {
        byte[] line = (INIT + assistantText("caf?")).getBytes(UTF_8);
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '?') {
                line[i] = (byte) 0xe9;
            }
        }
        Path stdout = Files.write(folder.resolve("invalid.log"), line);
        Outcome outcome = RunReading.read(stdout, folder.resolve("none"), Recordings.claudeDriver(), 143, null);
        assertThat(outcome.noise()).isZero();
        assertThat(outcome.finalText()).isEqualTo("caf\ufffd");
    }

    @Test
    void noiseBetweenEventsIsCountedAndHarmless() {
        String noise = "warning: something\n{\"type\":\n[1,2]\n{}\n{\"type\":\"new_kind\"}\n\u0000\n"
                + "{\"a\":".repeat(2000) + "\n{\"type\":5,\"message\":[[[]]],\"result\":{\"x\":1}}\n";
        Outcome outcome = claude(noise + INIT + noise + WELL, 0, null);
        assertThat(outcome.isCompleted()).isTrue();
        assertThat(outcome.finalText()).isEqualTo("All done.");
        assertThat(outcome.noise()).isEqualTo(16);
    }

    @Test
    void lineBeyondAllMeasureIsCutNoise() {
        Outcome outcome = claude(INIT + assistantText("x".repeat(9 << 20)) + WELL, 0, null);
        assertThat(outcome.isCompleted()).isTrue();
        assertThat(outcome.noise()).isEqualTo(1);
    }

    private static String assistantText(String text) {
        return "{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}}\n";
    }

    private static String apiError(String error, String text) {
        return assistantText(text)
                .replace("{\"type\":\"assistant\",", "{\"type\":\"assistant\",\"error\":\"" + error + "\",");
    }

    private Outcome claude(String output, @Nullable Integer exitCode, @Nullable StopReason stop) {
        return read(Recordings.claudeDriver(), output, exitCode, stop);
    }

    private Outcome command(String output, @Nullable Integer exitCode, @Nullable StopReason stop) {
        return read(Recordings.commandDriver(), output, exitCode, stop);
    }

    private Outcome preset(Path stdout) {
        return RunReading.read(stdout, folder.resolve("none"), Recordings.claudeDriver(), "preset", 143, null);
    }

    private Outcome codex(String output, String errors, @Nullable Integer exitCode, @Nullable StopReason stop) {
        try {
            Path stdout = Files.writeString(folder.resolve("stdout.log"), output);
            Path stderr = Files.writeString(folder.resolve("stderr.log"), errors);
            return RunReading.read(stdout, stderr, Recordings.driver("codex"), exitCode, stop);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Outcome read(Driver driver, String output, @Nullable Integer exitCode, @Nullable StopReason stop) {
        try {
            Path stdout = Files.writeString(folder.resolve("stdout.log"), output);
            return RunReading.read(stdout, folder.resolve("stderr.none"), driver, exitCode, stop);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
