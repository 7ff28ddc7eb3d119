package dev.fuel.agents;

import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.run.Usage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers the events of one run and says what its end means. Memory is bounded, whatever the run has printed.
///
/// Owned by one thread.
public final class RunReading {
    private static final int LONGEST_MESSAGE = 500;
    private static final int MOST_DENIALS = 20;

    private final Driver driver;
    private final boolean needsFinalEvent;
    private final List<AgentEvent.ToolDenied> denied = new ArrayList<>();
    private @Nullable String preset;
    private @Nullable String sessionId;
    private @Nullable String model;
    private @Nullable String lastText;
    private Usage usage = Usage.UNKNOWN;
    private Usage sinceReport = Usage.UNKNOWN;
    private AgentEvent.@Nullable Limit limit;
    private AgentEvent.@Nullable Failed failed;
    private AgentEvent.@Nullable Finished finished;
    private @Nullable Instant lastSign;
    private boolean sessionLost;
    private int toolCalls;
    private int noise;

    public RunReading(Driver driver) {
        this.driver = driver;
        this.needsFinalEvent = driver.endsWithFinalEvent();
    }

    /// Reads the files of a run that has ended.
    ///
    /// @param exitCode 128 + n for signal n; null when there is none to be had
    /// @param stop     why Fuel ended it; null when it ended by itself
    /// @throws java.io.UncheckedIOException if a file exists and cannot be read
    public static Outcome read(
            Path stdout, Path stderr, Driver driver, @Nullable Integer exitCode, @Nullable StopReason stop) {
        return read(stdout, stderr, driver, null, exitCode, stop);
    }

    /// The same of a run whose session has an id that was chosen beforehand.
    ///
    /// @param preset the id; null if none was chosen. It counts once the program has said anything
    public static Outcome read(
            Path stdout,
            Path stderr,
            Driver driver,
            @Nullable String preset,
            @Nullable Integer exitCode,
            @Nullable StopReason stop) {
        var reading = new RunReading(driver);
        reading.preset = preset;
        AgentLog log = AgentLog.of(stdout, driver);
        log.read(reading::accept);
        log.end(reading::accept);
        reading.accept(new AgentEvent.UsageReported(driver.usageLeftIn(stdout.resolveSibling(""))));
        reading.lastSign(lastChange(stdout, stderr));
        return reading.outcome(exitCode, stop, ErrorOutput.of(stderr));
    }

    private static @Nullable Instant lastChange(Path stdout, Path stderr) {
        return Stream.of(stdout, stderr)
                .map(Path::toFile)
                .filter(file -> file.length() > 0)
                .map(file -> Instant.ofEpochMilli(file.lastModified()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// When the run wrote last: what its words say of times is relative to that.
    void lastSign(@Nullable Instant time) {
        lastSign = time;
    }

    /// Takes the next event.
    public void accept(AgentEvent event) {
        boolean isSpeech = !(event instanceof AgentEvent.Noise || event instanceof AgentEvent.UsageReported);
        if (preset != null && isSpeech) {
            sessionId = preset;
            preset = null;
        }
        switch (event) {
            case AgentEvent.Started started -> {
                sessionId = started.sessionId() == null ? sessionId : started.sessionId();
                model = started.model() == null ? model : started.model();
            }
            case AgentEvent.Text text -> {
                lastText = text.text().isBlank() ? lastText : text.text();
                limit = null; // The agent went on, so the limit was passed.
            }
            case AgentEvent.Thinking _, AgentEvent.ToolResult _, AgentEvent.Retrying _ -> {}
            case AgentEvent.ToolCall _ -> {
                toolCalls++;
                limit = null;
            }
            case AgentEvent.ToolDenied denial -> {
                if (denied.size() < MOST_DENIALS) {
                    denied.add(denial);
                }
            }
            case AgentEvent.TurnEnded turn -> sinceReport = sinceReport.plus(turn.usage());
            case AgentEvent.UsageReported report -> report(report.usage());
            case AgentEvent.Limit reached -> limit = reached;
            case AgentEvent.SessionLost _ -> sessionLost = true;
            case AgentEvent.Failed failure -> failed = failure;
            case AgentEvent.Finished last -> {
                finished = last;
                failed = last.ok() ? null : failed;
                limit = last.ok() ? null : limit;
            }
            case AgentEvent.Noise _ -> noise++;
        }
    }

    private void report(Usage reported) {
        usage = usage.plus(reported);
        if (!reported.equals(Usage.UNKNOWN)) {
            sinceReport = Usage.UNKNOWN;
        }
    }

    /// What the run is known to have consumed, at its end or while it is at work.
    public Consumption consumption() {
        return new Consumption(sessionLost ? null : sessionId, modelName(), usage, sinceReport);
    }

    private @Nullable String modelName() {
        return model == null ? driver.model() : model;
    }

    /// What the end means.
    ///
    /// @param errorOutput for runs whose events leave no explanation
    public Outcome outcome(@Nullable Integer exitCode, @Nullable StopReason stop, ErrorOutput errorOutput) {
        boolean endedWell = endedWell(exitCode);
        if (stop == StopReason.PERSON || stop == StopReason.SHUTDOWN) {
            return outcome(RunStatus.KILLED, exitCode, null, null);
        }
        // A limit that strikes while the final event is being written takes nothing away from it.
        if (stop != null && !(endedWell && needsFinalEvent)) {
            return outcome(RunStatus.FAILED, exitCode, typeOf(stop), reasonOf(stop));
        }
        if (endedWell) {
            return outcome(RunStatus.COMPLETED, exitCode, null, null);
        }
        if (exitCode != null && limit == null && (failed == null || failed.type() == FailureType.CRASH)) {
            explain(exitCode, errorOutput);
        }
        if (limit != null && (failed == null || failed.type() == FailureType.RATE_LIMIT)) {
            return outcome(
                    RunStatus.FAILED,
                    exitCode,
                    FailureType.RATE_LIMIT,
                    failed == null ? limit.message() : failed.message());
        }
        if (failed != null) {
            return outcome(RunStatus.FAILED, exitCode, failed.type(), failed.message());
        }
        if (exitCode == null) {
            return outcome(RunStatus.FAILED, null, FailureType.LOST, "the process is gone without an exit code");
        }
        String words = errorOutput.error().or(errorOutput::last).orElse(null);
        return outcome(RunStatus.FAILED, exitCode, FailureType.CRASH, ExitCode.explain(exitCode, words));
    }

    /// What the program said in an event is better put than what it left on standard error.
    private void explain(int exitCode, ErrorOutput errorOutput) {
        AgentEvent.Failed said = failed;
        driver.explain(exitCode, errorOutput, this::accept);
        if (said != null && failed != null && !said.message().isBlank()) {
            failed = new AgentEvent.Failed(failed.type(), said.message(), failed.retryAt());
        }
    }

    private boolean endedWell(@Nullable Integer exitCode) {
        boolean saidSo = finished != null && finished.ok();
        if (needsFinalEvent) {
            // Without an exit code (a reboot in between) the final event is enough.
            return saidSo && (exitCode == null || driver.canEndWellWith(exitCode));
        }
        return exitCode != null && exitCode == 0 && (finished == null || finished.ok());
    }

    private Outcome outcome(
            RunStatus status, @Nullable Integer exitCode, @Nullable FailureType type, @Nullable String message) {
        boolean said = finished != null && !finished.finalText().isBlank();
        String finalText = said && finished != null ? finished.finalText() : lastText;
        return new Outcome(
                status,
                exitCode,
                type,
                message == null ? null : CleanText.oneLine(message, LONGEST_MESSAGE),
                consumption(),
                finalText,
                resetsAt(type, message),
                denied,
                sessionLost,
                status == RunStatus.COMPLETED && finalText != null,
                toolCalls,
                noise);
    }

    private @Nullable Instant resetsAt(@Nullable FailureType type, @Nullable String message) {
        if (type == FailureType.RATE_LIMIT && limit != null && limit.resetsAt() != null) {
            return limit.resetsAt();
        }
        if (type == FailureType.NETWORK && failed != null && failed.retryAt() != null) {
            return failed.retryAt();
        }
        boolean isLimit = type == FailureType.RATE_LIMIT || type == FailureType.NETWORK;
        return isLimit && message != null && lastSign != null
                ? ResetTime.in(message, lastSign, ResetTime.AGENT_ZONE).orElse(null)
                : null;
    }

    private static FailureType typeOf(StopReason stop) {
        return switch (stop) {
            case TIMEOUT -> FailureType.TIMEOUT;
            case STALLED -> FailureType.STALLED;
            case BUDGET -> FailureType.BUDGET;
            case PERSON, SHUTDOWN -> throw new IllegalArgumentException("no failure: " + stop);
        };
    }

    private static String reasonOf(StopReason stop) {
        return switch (stop) {
            case TIMEOUT -> "stopped: it took longer than limits.timeout";
            case STALLED -> "stopped: it printed nothing for as long as limits.stall";
            case BUDGET -> "stopped: a budget was spent";
            case PERSON, SHUTDOWN -> throw new IllegalArgumentException("no failure: " + stop);
        };
    }
}
