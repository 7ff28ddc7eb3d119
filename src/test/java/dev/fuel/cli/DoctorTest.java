package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aProjectThatWorks() throws Exception {
        folder = folder.toRealPath();
        git("init", "-q", "-b", "main");
        git("config", "user.name", "Somebody");
        git("config", "user.email", "somebody@localhost");
        git("commit", "-q", "--allow-empty", "-m", "first");
        new Prompt(folder).give("init");
        program("agent.sh", "exit 0");
        configure("agents: {mine: {driver: command, command: [./agent.sh]}}");
    }

    @Test
    void whereNothingIsWrongTheExitCodeIsZero() {
        Prompt.Ending ending = new Prompt(folder).give("doctor");
        assertThat(ending.out())
                .contains("ok      git: git version")
                .contains("ok      database: ")
                .contains("ok      agent mine: " + folder.resolve("agent.sh"))
                .contains("ok      consumer: none runs")
                .doesNotContain("wrong");
        assertThat(ending.exit()).isZero();
    }

    @Test
    void eachThingThatIsWrongSaysHowToMendIt() throws Exception {
        git("branch", "fuel");
        configure("""
                agents:
                  gone: {driver: command, command: [./nowhere.sh]}
                  poor: {driver: claude, binary: ./old-claude, env: {A_KEY: "${NOT_SET_ANYWHERE}"}}
                  old:  {driver: claude, binary: ./old-claude}
                """);
        program("old-claude", "echo '0.1 (old)'");
        Prompt.Ending ending = new Prompt(folder).give("doctor");
        assertThat(ending.exit()).isEqualTo(1);
        assertThat(ending.out())
                .contains("wrong   branch fuel: a branch named fuel blocks")
                .contains("to mend it: git branch -m fuel another-name")
                .contains("wrong   agent gone: program not found: ./nowhere.sh")
                .contains("wrong   agent poor: agents.poor.env.A_KEY needs the variable NOT_SET_ANYWHERE")
                .contains("wrong   agent old: old-claude 0.1 is too old: no --print, ")
                .contains("to mend it: update %s".formatted(folder.resolve("old-claude")));
    }

    @Test
    void aBrokenConfigurationIsAFindingLikeOthers() throws Exception {
        configure("agnets: {}");
        Prompt.Ending ending = new Prompt(folder).give("doctor", "--json");
        assertThat(ending.exit()).isEqualTo(1);
        assertThat(ending.out())
                .contains("\"works\":false")
                .contains(".fuel/config.yaml:1:1: unknown key \\\"agnets\\\": did you mean \\\"agents\\\"?");
    }

    private void configure(String text) throws Exception {
        Files.writeString(folder.resolve(".fuel/config.yaml"), text);
    }

    private void program(String name, String script) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void git(String... words) {
        var all = new ArrayList<>(List.of("git"));
        all.addAll(List.of(words));
        Command.Result result = new Command(all, folder, Map.of(), Duration.ofSeconds(20), null).run();
        assertThat(result.exitCode()).as(result.stderr()).isZero();
    }
}
