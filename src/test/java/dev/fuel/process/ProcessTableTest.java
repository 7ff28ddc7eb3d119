package dev.fuel.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.ProcessIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessTableTest {
    static Stream<ProcessTable> tables() {
        boolean hasPs = Program.find("ps", Path.of("/"), System.getenv()) instanceof Program.Found;
        return hasPs
                ? Stream.of(new PsProgram(), ProcessTable.ofThisMachine())
                : Stream.of(ProcessTable.ofThisMachine());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void processIsFoundByItsTokenUntilItHasEnded(ProcessTable table) throws Exception {
        ProcessTable.Mark before = table.mark();
        ProcessBuilder builder = new ProcessBuilder("sleep", "1000");
        builder.environment().put("FUEL_RUN_TOKEN", "a-token");
        Process process = builder.start();
        try {
            ProcessIdentity identity = table.identify(process.pid()).orElseThrow();
            assertThat(table.identify(process.pid())).contains(identity);
            assertThat(table.carriers("a-token", ProcessTable.Mark.NONE)).containsExactly(identity);
            assertThat(table.carriers("a-token", before)).containsExactly(identity);
            assertThat(table.carriers("a-tok", ProcessTable.Mark.NONE)).isEmpty();
            assertThat(table.isRunning(identity)).isTrue();
            assertThat(table.isRunning(new ProcessIdentity(identity.pid(), "another start")))
                    .isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(table.identify(process.pid())).isEmpty();
        assertThat(table.carriers("a-token", ProcessTable.Mark.NONE)).isEmpty();
    }

    @Test
    void programNameWithSpacesAndParenthesesDoesNotMisleadTheParser() {
        String line = "42 (a) (b c) S 1 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 98765 11 12 13";
        assertThat(ProcStatus.parse(line)).isEqualTo(new ProcStatus('S', 4194560, 98765));
    }

    @Test
    void perlMakesTheSessionWhereThereIsNoSetsid() throws Exception {
        Program perl = Program.find("perl", Path.of("/"), System.getenv());
        Assumptions.assumeTrue(perl instanceof Program.Found);
        List<String> words = Supervisor.newSession(name -> name.equals("setsid") ? new Program.Missing() : perl);
        List<String> all = Stream.concat(words.stream(), Stream.of("sh", "-c", "ps -o sid= -p $$; echo $$"))
                .toList();
        String said = new Command(all, Path.of("/"), Map.of(), java.time.Duration.ofSeconds(10), null)
                .run()
                .stdout();
        assertThat(said.strip().split("\\s+"))
                .hasSize(2)
                .satisfies(ids -> assertThat(ids[0]).isEqualTo(ids[1]));
    }
}
