package dev.fuel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.run.RunId;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Promise 3: the agent double-forks a server into a session of its own; when the run has ended, the server is gone.
@Timeout(120)
class NothingSurvivesTest {
    private static final String SERVER = """
            (setsid perl -MIO::Socket::INET -e '
                my $server = IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1") or die;
                open my $file, ">", "port.new"; print $file $server->sockport; close $file;
                rename "port.new", "port"; sleep 1000' >/dev/null 2>&1 &)
            until [ -e port ]; do sleep 0.01; done
            """;

    enum Ending {
        NORMAL("exit 0", false),
        CRASH("kill -KILL $$", false),
        STOP("sleep 1000", true),
        TIMEOUT_OF_AN_AGENT_THAT_IGNORES_TERM("trap '' TERM; echo ready; while :; do sleep 1; done", true);

        private final String script;
        private final boolean stopped;

        Ending(String script, boolean stopped) {
            this.script = script;
            this.stopped = stopped;
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void serverInASessionOfItsOwnIsGone(Ending ending) throws Exception {
        repeat(ending, 5);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource
    void serverInASessionOfItsOwnIsGoneEachTime(Ending ending) throws Exception {
        repeat(ending, 100);
    }

    private void repeat(Ending ending, int times) throws Exception {
        try (var agents = new Agents(folder)) {
            for (int i = 0; i < times; i++) {
                Path port = agents.work().resolve("port");
                RunId run = agents.start(SERVER + ending.script);
                if (ending.stopped) {
                    Agents.awaitFile(port, "");
                    assertThat(agents.carriers(run)).hasSizeGreaterThanOrEqualTo(2);
                    assertThat(agents.stop(run).isComplete()).isTrue();
                }

                RunEnd end = agents.end();

                assertThat(end.leftovers()).isPositive();
                assertThat(agents.carriers(run)).isEmpty();
                int number = Integer.parseInt(Files.readString(port));
                assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), number).close())
                        .isInstanceOf(ConnectException.class);
                Files.delete(port);
            }
        }
    }
}
