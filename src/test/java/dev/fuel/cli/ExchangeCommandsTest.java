package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.consume.ConsumerLock;
import dev.fuel.domain.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeCommandsTest {
    @TempDir
    Path folder;

    private CommandLine fuel;
    private CommandLine other;

    @BeforeEach
    void initialise() throws Exception {
        fuel = new CommandLine(folder);
        other = new CommandLine(Files.createDirectory(folder.resolve("other")));
    }

    @Test
    void whatIsExportedIsImportedElsewhereAndExportedTheSame() {
        String first = fuel.out("add", "First", "-d", "Zwölf Boxkämpfer");
        fuel.out("add", "Second", "-b", first);
        String export = fuel.give("export").out();

        assertThat(other.giveReading(export, "import", "--dry-run").out())
                .isEqualTo("would import 2 tasks, 1 task dependencies, 3 events\n");
        assertThat(other.give("tasks").out()).isEmpty();
        assertThat(other.giveReading(export, "import").out())
                .isEqualTo("imported 2 tasks, 1 task dependencies, 3 events\n");
        assertThat(other.give("export").out()).isEqualTo(export);
        assertThat(other.out("ready")).contains(first).doesNotContain("Second");
        assertThat(other.giveReading(export, "import").out())
                .isEqualTo("imported nothing\nalready here: 2 tasks, 1 task dependencies, 3 events\n");
        assertThat(other.giveReading(export, "import", "--json").out())
                .startsWith("{\"schema_version\":1,\"dry_run\":false,\"added\":{},\"unchanged\":{\"tasks\":2,");
    }

    @Test
    void aFileIsPrivateAndOnlyAnExportIsReplaced() throws Exception {
        fuel.out("add", "First");
        assertThat(fuel.out("export", "all.jsonl")).isEqualTo("exported 1 tasks, 1 events");
        Path file = folder.resolve("all.jsonl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        fuel.out("add", "Second");
        assertThat(fuel.out("export", "all.jsonl", "--json"))
                .startsWith("{\"schema_version\":1,\"rows\":{\"epics\":0,\"runs\":0,\"tasks\":2,");
        assertThat(other.out("import", file.toString())).isEqualTo("imported 2 tasks, 2 events");

        Path foreign = Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThat(fuel.refusal("export", "notes.txt"))
                .isEqualTo("fuel: %s is there and is not an export of fuel: name another file".formatted(foreign));
        assertThat(foreign).hasContent("mine");
        assertThat(fuel.refusal("export", "no/such/folder.jsonl")).contains("cannot be written");
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.endsWith(".new"));
        }
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertThat(fuel.refusal("import", "nothing.jsonl"))
                .isEqualTo("fuel: cannot import nothing.jsonl: there is no such file");
        assertThat(fuel.giveReading("", "import").err()).contains("not an export of fuel: it is empty");
        assertThat(fuel.giveReading("\u001b]52;c;x\u0007\n", "import").err())
                .startsWith("fuel: not an export of fuel: its first line is not a JSON object");
        Prompt.Ending waiting = new Prompt(folder).onTerminal().give("import");
        assertThat(waiting.exit()).isEqualTo(2);
        assertThat(waiting.err()).contains("name the file to import");
    }

    @Test
    void nothingIsImportedWhileSomebodyConsumesAndExportsGoOn() {
        fuel.out("add", "First");
        String export = fuel.give("export").out();
        try (ConsumerLock _ = ConsumerLock.acquire(folder.resolve(".fuel"), "fuel consume", Instant.now())) {
            assertThat(fuel.giveReading(export, "import").err())
                    .startsWith("fuel: fuel consume (pid ")
                    .contains("already consumes this project");
            assertThat(fuel.give("export").out()).isEqualTo(export);
        }
    }

    @Test
    void agentsMayExportButNotImportAndNoTokenIsTold() {
        Run run = fuel.claim(fuel.out("add", "First"));
        Prompt.Ending export = fuel.giveInRun(run, "export");
        assertThat(export.exit()).isZero();
        assertThat(export.out()).contains(run.id().value()).doesNotContain(run.token());
        Prompt.Ending refused = fuel.giveInRun(run, "import", "x");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).startsWith("fuel: fuel import is for people");
    }
}
