package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandOfTheTableIsMadeAndNamesItsOptionsOnce() {
        for (Commands.Entry entry : Commands.ALL) {
            Syntax syntax = Commands.create(entry.name()).syntax().and(Syntax.COMMON);
            List<String> names = syntax.options().stream()
                    .flatMap(option -> option.letter() == null
                            ? Stream.of(option.name())
                            : Stream.of(option.name(), option.letter()))
                    .toList();
            assertThat(names).as(entry.name()).doesNotHaveDuplicates();
            assertThat(entry.summary()).as(entry.name()).isNotBlank().doesNotEndWith(".");
        }
        assertThat(new HashSet<>(Commands.names())).hasSameSizeAs(Commands.ALL);
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        Path script = Files.writeString(folder.resolve("complete.bash"), Completion.bash() + """
                        for line in 'fuel conf' 'fuel --json do' 'fuel config --j'; do
                            COMP_LINE=$line; COMP_POINT=${#line}; _fuel; echo "${COMPREPLY[*]}"
                        done
                        """);
        Command.Result result =
                new Command(List.of("bash", script.toString()), folder, Map.of(), Duration.ofSeconds(20), null).run();
        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout().lines()).first().isEqualTo("config");
        assertThat(result.stdout()).contains("doctor").contains("--json");
    }

    @Test
    void theOtherShellsGetEveryCommandToo() {
        for (String name : Commands.names()) {
            assertThat(Completion.zsh()).contains("'" + name.replace(":", "\\:") + ":");
            assertThat(Completion.fish()).contains("-a '" + name + "'");
        }
    }

    @Test
    void installLinksTheLauncherAndNeverReplacesWhatIsNotFuels() throws Exception {
        Path launcher = Files.writeString(folder.resolve("fuel"), "#!/bin/sh\nfuel_launcher=$0\n");
        var prompt = new Prompt(folder).startedBy(launcher);

        assertThat(prompt.give("install").out())
                .startsWith("installed %s -> %s%n".formatted(folder.resolve("home/.local/bin/fuel"), launcher))
                .contains("is not on PATH");
        assertThat(prompt.give("install").out()).startsWith("already installed: ");
        Path newer = Files.copy(
                launcher, Files.createDirectory(folder.resolve("newer")).resolve("fuel"));
        assertThat(prompt.startedBy(newer).give("install").out()).startsWith("installed ");
        assertThat(Files.readSymbolicLink(folder.resolve("home/.local/bin/fuel")))
                .isEqualTo(newer);

        Path foreign = Files.createDirectory(folder.resolve("bin")).resolve("fuel");
        Files.writeString(foreign, "something else");
        Prompt.Ending refused = prompt.give("install", "bin");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("is there and is not Fuel's");
        assertThat(foreign).hasContent("something else");
    }
}
