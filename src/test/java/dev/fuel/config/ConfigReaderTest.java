package dev.fuel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigReaderTest {
    private static final String EXAMPLE = """
            primary: opus
            routing: complexity
            complexity: {trivial: sonnet, complex: opus}
            max_concurrent: 6
            limits: {timeout: 90m, stall: 10s, max_load: 2.5}
            budget: {run_usd: 5, day_usd: 50.5}
            review:
              agent: sonnet
              human: all
              tests: {command: "mvn -q verify", reports: "target/*.xml", timeout: 5m}
            workspace: {mode: shared, base: main, copy: [.env]}
            notify: {bell: false}
            ui: {theme: light, keys: {new_task: [n, a]}}
            agents:
              opus: {driver: claude, model: opus, max_concurrent: 2, fallback: [mine]}
              sonnet: {driver: claude}
              mine:
                driver: command
                command: [./agent.sh, --fast]
                prompt: file
                env: {API_KEY: "${HOME_KEY}", OTHER_TOKEN: abc, PLAIN: "1"}
            """;

    @Test
    void everyValueOfTheFileIsTakenAndTheRestHasItsDefault() {
        FuelConfig config = ConfigReader.read(EXAMPLE, "config.yaml").require().config();

        assertThat(config.primary()).isEqualTo(new AgentName("opus"));
        assertThat(config.agentFor(Complexity.TRIVIAL)).contains(new AgentName("sonnet"));
        assertThat(config.agentFor(Complexity.SIMPLE)).contains(new AgentName("opus"));
        assertThat(config.maxConcurrent()).isEqualTo(6);
        assertThat(config.limits().timeout()).isEqualTo(Duration.ofMinutes(90));
        assertThat(config.limits().maxPark()).isEqualTo(Duration.ofHours(2));
        assertThat(config.limits().maxLoad()).isEqualTo(2.5);
        assertThat(config.budget()).isEqualTo(new Budget(5.0, null, null, 50.5));
        assertThat(config.review())
                .isEqualTo(new ReviewSettings(
                        new AgentName("sonnet"),
                        ReviewSettings.Human.ALL,
                        new ReviewSettings.Tests("mvn -q verify", "target/*.xml", Duration.ofMinutes(5)),
                        false));
        assertThat(config.workspace().mode()).isEqualTo(WorkspaceSettings.Mode.SHARED);
        assertThat(config.ui().keys()).isEqualTo(Map.of("new_task", List.of("n", "a")));
        AgentConfig mine = config.agent(new AgentName("mine")).orElseThrow();
        assertThat(mine.command()).containsExactly("./agent.sh", "--fast");
        assertThat(mine.maxConcurrent()).isEqualTo(6);
        assertThat(mine.maxAttempts()).isEqualTo(Defaults.MAX_ATTEMPTS);
        assertThat(mine.prompt()).isEqualTo(PromptDelivery.FILE);
    }

    @Test
    void anEmptyFileIsTheDefaults() {
        assertThat(ConfigReader.read("# nothing\n", "c").require().config()).isEqualTo(Defaults.config());
        assertThat(ConfigReader.read("", "c").require().config()).isEqualTo(Defaults.config());
    }

    @Test
    void reviewMayBeJustANameOrOff() {
        String agents = "\nagents: {one: {driver: claude}}";
        assertThat(ConfigReader.read("review: one" + agents, "c")
                        .require()
                        .config()
                        .review())
                .isEqualTo(new ReviewSettings(new AgentName("one"), ReviewSettings.Human.EPICS, null, false));
        assertThat(ConfigReader.read("review: off" + agents, "c")
                        .require()
                        .config()
                        .review())
                .isNull();
    }

    @Test
    void everyValueSaysWhereItComesFromAndSecretsAreHidden() {
        List<Setting> settings = ConfigReader.read(EXAMPLE, "c").require().settings();

        assertThat(settings)
                .contains(new Setting("max_concurrent", "6", new Position(4, 17)))
                .contains(new Setting("limits.max_park", "2h", null))
                .contains(new Setting("agents.mine.env.API_KEY", "${HOME_KEY}", new Position(21, 20)))
                .contains(new Setting("agents.mine.env.PLAIN", "1", new Position(21, 60)));
        assertThat(settings.toString()).doesNotContain("abc").contains(Secrets.HIDDEN);
    }

    @Test
    void referencesAreResolvedForARunOnly() {
        AgentConfig mine = ConfigReader.read(EXAMPLE, "c")
                .require()
                .config()
                .agent(new AgentName("mine"))
                .orElseThrow();

        assertThat(EnvironmentReferences.resolve(mine, Map.of("HOME_KEY", "s$1")))
                .containsEntry("API_KEY", "s$1")
                .containsEntry("PLAIN", "1");
        assertThatThrownBy(() -> EnvironmentReferences.resolve(mine, Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "agents.mine.env.API_KEY needs the variable HOME_KEY, which is not set: set it where Fuel is started");
        assertThat(mine.toString()).doesNotContain("abc");
    }

    static List<Arguments> wrongConfigurations() {
        return List.of(
                wrong("max_concurent: 4", "1:1: unknown key \"max_concurent\": did you mean \"max_concurrent\"?"),
                wrong("limits: {timeuot: 1m}", "1:10: unknown key of limits \"timeuot\": did you mean \"timeout\"?"),
                wrong(
                        "budget: {x: 1}",
                        "1:10: unknown key of budget \"x\": one of run_usd, task_usd, epic_usd, day_usd"),
                wrong("max_concurrent: four", "1:17: max_concurrent must be a whole number, 1 or more, not \"four\""),
                wrong("max_concurrent: 0", "1:17: max_concurrent must be a whole number, 1 or more, not \"0\""),
                wrong("max_concurrent: [1]", "1:17: max_concurrent must be a whole number, 1 or more, not a list"),
                wrong(
                        "limits:\n  timeout: 60",
                        "2:12: limits.timeout must be a duration like 30s, 15m or 2h, not \"60\""),
                wrong("limits: {stall: 0s}", "1:17: limits.stall must be a duration like 30s, 15m or 2h, not \"0s\""),
                wrong("limits: 5", "1:9: limits must be a map, not \"5\""),
                wrong("- a", "1:1: the configuration must be a map, not a list"),
                wrong("hello", "1:1: the configuration must be a map, not \"hello\""),
                wrong("notify: {bell: loud}", "1:16: notify.bell must be true or false, not \"loud\""),
                wrong("routing: learnt", "1:10: unknown value of routing \"learnt\": did you mean \"learned\"?"),
                wrong(
                        "budget: {day_usd: -1}",
                        "1:19: budget.day_usd must be an amount of US dollars above 0, not \"-1\""),
                wrong("primary: opus", "1:10: unknown agent \"opus\": there are none"),
                wrong(
                        "primary: opsu\nagents: {opus: {driver: claude}}",
                        "1:10: unknown agent \"opsu\": did you mean \"opus\"?"),
                wrong("review: {agent: x}", "1:17: unknown agent \"x\": there are none"),
                wrong("review: {tests: {timeout: 1m}}", "1:10: review.tests needs a command"),
                wrong("review: {tests: {command: x, reports: \"a[\"}}", "1:30: review.tests.reports is no glob: a["),
                wrong(
                        "complexity: {easy: a}",
                        "1:14: unknown key of complexity \"easy\": one of trivial, simple, moderate, complex"),
                wrong(
                        "complexity: {simpel: a}",
                        "1:14: unknown key of complexity \"simpel\": did you mean \"simple\"?"),
                wrong("agents: {a: {driver: cluade}}", "1:22: unknown driver \"cluade\": did you mean \"claude\"?"),
                wrong("agents: {a: {}}", "1:10: agents.a.driver is needed: one of " + driverWords()),
                wrong("agents: {a: {driver: command}}", "1:10: agents.a.command is needed by the driver command"),
                wrong("agents: {a: {driver: command, command: []}}", "1:40: agents.a.command is empty"),
                wrong(
                        "agents: {a: {driver: command, command: ./x}}",
                        "1:40: agents.a.command must be a list of texts, not \"./x\""),
                wrong(
                        "agents: {a: {driver: claude, command: [x]}}",
                        "1:30: agents.a.command is not for the driver claude"),
                wrong("agents: {a: {driver: claude, fallback: [a]}}", "1:30: agents.a.fallback names the agent itself"),
                wrong("agents: {a: {driver: claude, fallback: [b]}}", "1:41: unknown agent \"b\": one of a"),
                wrong(
                        "agents: {../x: {driver: claude}}",
                        "1:10: \"../x\" cannot be an agent's name: letters, digits and - _ . are allowed, at most 64"),
                wrong(
                        "agents: {a: {driver: claude, env: {FUEL_RUN_TOKEN: x}}}",
                        "1:36: the variable FUEL_RUN_TOKEN is set by Fuel itself"),
                wrong("agents: {a: {driver: claude, env: {A=B: x}}}", "1:36: \"A=B\" cannot be a variable's name"),
                wrong(
                        "max_concurrent: 1\nmax_concurrent: 2",
                        "2:1: the key \"max_concurrent\" stands here again: it is in line 1 already"),
                wrong("limits:\n\ttimeout: 1m", "2:1: a tab: YAML indents by spaces"),
                wrong("a: [1", "1:6: while parsing a flow sequence: expected ',' or ']', but got <stream end>"),
                wrong(
                        "primary: !!javax.script.X [a]",
                        "1:10: the tag tag:yaml.org,2002:javax.script.X: tags are not used here"),
                wrong("primary: !x y", "1:10: the tag !x: tags are not used here"),
                wrong("primary: &a x", "1:10: the anchor &a: write the values out"),
                wrong("primary: *a", "1:10: the alias *a: write the value out"),
                wrong("? [a]\n: b", "1:3: a list cannot be a key"),
                wrong("a: 1\n---\nb: 2", "2:1: a second document: a configuration is one"),
                wrong("primary: \"a\\0b\"", "1:10: the character U+0000 is not allowed here"),
                wrong("primary: a\nx: \u0007", "2:4: the character U+0007 is not allowed here"));
    }

    private static String driverWords() {
        return Arrays.stream(KnownDriver.values()).map(KnownDriver::word).collect(Collectors.joining(", "));
    }

    private static Arguments wrong(String text, String problem) {
        return Arguments.of(text, problem);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongConfigurations")
    void whatIsWrongIsSaidWithLineAndColumn(String text, String problem) {
        assertThat(problemsOf(text)).containsExactly("config.yaml:" + problem);
    }

    @Test
    void everyProblemIsFoundInOneReadingInTheOrderOfTheFile() {
        assertThat(problemsOf("primary: x\nmax_concurrent: a\nlimits: {stall: b}\nzzz: 1"))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("config.yaml:1:10:", "config.yaml:2:17:", "config.yaml:3:17:", "config.yaml:4:1:");
    }

    @Test
    void aBombOfAliasesIsRefusedAtItsFirstAnchor() {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int level = 1; level < 12; level++) {
            String alias = "*a" + (level - 1);
            bomb.append(
                    "a%d: &a%d [%s]%n".formatted(level, level, String.join(",", List.of(alias, alias, alias, alias))));
        }
        assertThat(problemsOf(bomb.toString()))
                .containsExactly("config.yaml:1:5: the anchor &a0: write the values out");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(problemsOf("a: " + "[".repeat(10_000)).getFirst()).contains("nested too deeply");
        assertThat(problemsOf("a: " + "{b: ".repeat(10_000)).getFirst()).contains("nested too deeply");
    }

    @Test
    void aHugeAMissingAndABinaryFileAreNamed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("config.yaml");
        assertThat(problemsOf(ConfigReader.read(file, "c")).getFirst())
                .startsWith("c:1:1: cannot be read: java.nio.file.NoSuchFileException");
        Files.write(file, new byte[300 * 1024]);
        assertThat(problemsOf(ConfigReader.read(file, "c"))).containsExactly("c:1:1: larger than 256 KiB");
        Files.write(file, new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        assertThat(problemsOf(ConfigReader.read(file, "c")).getFirst()).startsWith("c:1:1: not UTF-8");
    }

    private static List<String> problemsOf(String text) {
        return problemsOf(ConfigReader.read(text, "config.yaml"));
    }

    private static List<String> problemsOf(ConfigReading reading) {
        assertThat(reading).isInstanceOf(ConfigReading.Unusable.class);
        return ((ConfigReading.Unusable) reading)
                .problems().stream().map(ConfigProblem::toString).toList();
    }
}
