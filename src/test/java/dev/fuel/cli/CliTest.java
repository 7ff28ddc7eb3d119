package dev.fuel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {
    @TempDir
    Path folder;

    private Prompt prompt;

    @BeforeEach
    void openPrompt() {
        prompt = new Prompt(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    confg               | unknown command "confg": did you mean fuel config?
                    frobnicate          | unknown command "frobnicate": fuel help lists the commands
                    config --jsn        | unknown option --jsn (did you mean --json?)
                    config -x           | unknown option -x; fuel config --help lists its options
                    config --json=1     | --json takes no value
                    config extra        | "extra" is one too many: fuel config [options]
                    config --project    | --project needs a value: --project DIR
                    config --color blue | --color must be auto, always or never, not "blue"
                    completion          | SHELL is missing: fuel completion SHELL
                    completion tcsh     | no completion for "tcsh": bash, zsh or fish
                    help hlep           | unknown command "hlep": did you mean help?
                    --frob              | unknown option --frob; fuel --help lists its options
                    """)
    void wrongUsageIsOneLineAndExitCodeTwo(String words, String message) {
        Prompt.Ending ending = prompt.give(words.strip().split(" "));
        assertThat(ending.err()).isEqualTo("fuel: " + message + "\n");
        assertThat(ending.exit()).isEqualTo(2);
        assertThat(ending.out()).isEmpty();
    }

    @Test
    void withoutAProjectTheExitCodeIsThree() {
        Prompt.Ending ending = prompt.give("config");
        assertThat(ending.exit()).isEqualTo(3);
        assertThat(ending.err())
                .isEqualTo("fuel: no .fuel/config.yaml in %s or above: run fuel init\n".formatted(folder));
    }

    @Test
    void withJsonAnErrorIsAnObject() {
        Prompt.Ending ending = prompt.give("config", "--json");
        assertThat(ending.exit()).isEqualTo(3);
        assertThat(ending.err())
                .isEqualTo(
                        "{\"error\":{\"code\":\"not_initialised\",\"message\":\"no .fuel/config.yaml in %s or above: run fuel init\"}}%n"
                                .formatted(folder));
    }

    @Test
    void anUnusableConfigurationIsExitCodeFourWithALineForEachProblem() throws Exception {
        prompt.give("init");
        Files.writeString(folder.resolve(".fuel/config.yaml"), "max_concurent: 1\nprimary: x\n");
        Prompt.Ending ending = prompt.give("config");
        assertThat(ending.exit()).isEqualTo(4);
        assertThat(ending.err()).isEqualTo("""
                        fuel: .fuel/config.yaml:1:1: unknown key "max_concurent": did you mean "max_concurrent"?
                        fuel: .fuel/config.yaml:2:10: unknown agent "x": there are none
                        """);
    }

    @Test
    void configSaysWhereEachValueComesFromAndShowsNoSecret() throws Exception {
        prompt.give("init");
        Files.writeString(folder.resolve(".fuel/config.yaml"), """
                max_concurrent: 9
                agents:
                  mine: {driver: command, command: [./agent.sh], env: {MY_TOKEN: hunter2, OTHER: plain}}
                """);
        String text = prompt.give("config").out();
        assertThat(text)
                .containsPattern("max_concurrent +line 1 +9")
                .containsPattern("limits.timeout +default +1h")
                .containsPattern("agents.mine.env.OTHER +line 3 +plain")
                .contains("mine is started as ./agent.sh")
                .doesNotContain("hunter2");
        assertThat(prompt.give("config", "--json").out())
                .contains("{\"path\":\"max_concurrent\",\"value\":\"9\",\"origin\":\"file\",\"line\":1,\"column\":17}")
                .contains("{\"agent\":\"mine\",\"words\":[\"./agent.sh\"]}")
                .doesNotContain("hunter2");
    }

    @Test
    void withoutACommandAndATerminalTheBoardIsShown() {
        prompt.give("init");
        prompt.give("add", "mend the fence");
        Prompt.Ending ending = prompt.give();
        assertThat(ending.exit()).isZero();
        assertThat(ending.out()).contains("mend the fence");
        assertThat(ending.err()).contains("no terminal for the screen");
        assertThat(prompt.give("--help").out()).startsWith("fuel turns a queue of tasks");
    }

    @Test
    void anUnusableDatabaseIsExitCodeFour() throws Exception {
        Files.createDirectories(folder.resolve(".fuel/agent.db"));
        Prompt.Ending ending = prompt.give("init");
        Files.delete(folder.resolve(".fuel/agent.db"));
        Files.writeString(folder.resolve(".fuel/agent.db"), "no database at all, but some text\n".repeat(100));
        Prompt.Ending doctor = prompt.give("doctor");
        assertThat(ending.exit()).isZero();
        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out()).contains("wrong   database:").contains("is not a database");
    }

    @Test
    void anAgentInsideItsRunMayReadButNotGovern() {
        prompt.give("init");
        prompt.with("FUEL_RUN_TOKEN", "secret");
        assertThat(prompt.give("config").exit()).isZero();
        Prompt.Ending ending = prompt.give("install");
        assertThat(ending.exit()).isEqualTo(1);
        assertThat(ending.err()).startsWith("fuel: fuel install is for people: inside a run only reading, add");
    }

    @Test
    void commonOptionsMayStandBeforeTheCommand() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        assertThat(new Prompt(other).give("init").exit()).isZero();
        assertThat(prompt.give("--project", "other", "config", "--json").out())
                .startsWith("{\"schema_version\":1,\"file\":\"%s\"".formatted(other.resolve(".fuel/config.yaml")));
    }

    @Test
    void helpIsFromTheTablesAndFitsEightyColumns() {
        Prompt.Ending overview = prompt.give("help");
        assertThat(overview.exit()).isZero();
        assertThat(overview.out()).contains("init").contains("Exit codes: 0 done, 1 refused");
        assertThat(overview.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        for (String name : Commands.names()) {
            Prompt.Ending help = prompt.give(name, "--help");
            assertThat(help.exit()).isZero();
            assertThat(help.out()).startsWith("fuel " + name);
            assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            assertThat(prompt.give("help", name).out()).isEqualTo(help.out());
        }
    }

    @Test
    void colorIsForTerminalsThatWantIt() {
        assertThat(prompt.give("help").out()).doesNotContain("\u001b");
        assertThat(prompt.give("help", "--color", "always").out()).contains("\u001b[1m");
        assertThat(new Prompt(folder).onTerminal().give("help").out()).contains("\u001b[1m");
        assertThat(new Prompt(folder)
                        .onTerminal()
                        .with("NO_COLOR", "1")
                        .give("help")
                        .out())
                .doesNotContain("\u001b");
        assertThat(new Prompt(folder)
                        .onTerminal()
                        .with("TERM", "dumb")
                        .give("help")
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void aClosedPipeEndsQuietlyAndAFullDiskDoesNot() {
        prompt.give("init");
        assertThat(endingWith("Broken pipe")).isEqualTo(List.of("0", ""));
        assertThat(endingWith("No space left on device"))
                .isEqualTo(List.of("4", "fuel: standard output cannot be written: No space left on device\n"));
    }

    private List<String> endingWith(String failure) {
        var err = new ByteArrayOutputStream();
        var out = new PrintStream(new OutputStream() {
            @Override
            public void write(int single) {
                throw new OutputClosedException(new IOException(failure));
            }
        });
        int exit = new Cli(prompt.surroundings(out, new PrintStream(err))).run("config");
        return List.of(String.valueOf(exit), err.toString(UTF_8));
    }
}
