package dev.fuel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class CommandTest {
    @TempDir
    Path folder;

    @Test
    void bothStreamsAndTheExitCodeComeBack() {
        Command.Result result = run("cat; echo two >&2; exit 4", Duration.ofSeconds(10), "one");
        assertThat(result).isEqualTo(new Command.Result(4, "one", "two\n"));
        assertThat(result.isSuccess()).isFalse();
    }

    @Test
    void programThatNeverReadsItsInputIsEndedByTheLimit() {
        Command.Result result = run("exec sleep 60", Duration.ofMillis(200), "x".repeat(1_000_000));
        assertThat(result.exitCode()).isEqualTo(Command.Result.TIMED_OUT);
    }

    @Test
    void programThatClosesItsInputEarlyIsNoError() {
        assertThat(run("exec <&-; echo fine", Duration.ofSeconds(10), "x".repeat(1_000_000)))
                .isEqualTo(new Command.Result(0, "fine\n", ""));
    }

    @Test
    void outputIsKeptWhenAGrandchildHoldsThePipeOpen() {
        Command.Result result = run("sleep 30 & echo $!", Duration.ofSeconds(10), null);
        assertThat(result.exitCode()).isZero();
        long grandchild = Long.parseLong(result.stdout().strip());
        ProcessHandle.of(grandchild).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void limitEndsTheChildrenToo() throws Exception {
        Command.Result result = run("sleep 60 & echo $!; wait", Duration.ofMillis(300), null);
        assertThat(result.exitCode()).isEqualTo(Command.Result.TIMED_OUT);
        long child = Long.parseLong(result.stdout().strip());
        var orphan = ProcessHandle.of(child);
        if (orphan.isPresent()) {
            orphan.get().onExit().get(10, TimeUnit.SECONDS); // killed, and perhaps not yet collected by its new parent
        }
        assertThat(ProcessTable.ofThisMachine().identify(child)).isEmpty();
    }

    @Test
    void missingProgramIsNamed() {
        var command = new Command(List.of("no-such-program"), folder, Map.of(), Duration.ofSeconds(1), null);
        assertThatThrownBy(command::run)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no-such-program");
    }

    private Command.Result run(String script, Duration limit, @Nullable String stdin) {
        return new Command(List.of("sh", "-c", script), folder, Map.of(), limit, stdin).run();
    }
}
