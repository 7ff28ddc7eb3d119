package dev.fuel.tui.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.app.Caller;
import dev.fuel.app.Project;
import dev.fuel.app.ProjectLocation;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.tui.state.Loan;
import dev.fuel.tui.state.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A text goes to a real editor, which is a script here, and comes back.
@Timeout(30)
class ComposingTest {
    @TempDir
    Path folder;

    @Test
    void theTextComesBackAsTheEditorLeavesItAndNoFileStays() throws Exception {
        String editor = editor("printf 'and more\\n\\n' >> \"$1\"; echo \"$1\" > '%s/file'".formatted(folder));

        assertThat(compose(editor, "fees by day")).isEqualTo(new Message.TextComposed("fees by day\nand more"));
        assertThat(Path.of(Files.readString(folder.resolve("file")).strip())).doesNotExist();
    }

    @Test
    void anEditorThatFailsOrIsNotThereLeavesTheTextAsItWasAndSaysSo() throws Exception {
        assertThat(compose(editor("echo lost > \"$1\"; exit 3"), "fees"))
                .isEqualTo(new Message.Refused("the editor ended with 3: the text is as it was"));
        assertThatThrownBy(() -> compose("no-such-editor --wait", "fees"))
                .isInstanceOf(Refusal.class)
                .hasMessage("the editor no-such-editor cannot be started: set VISUAL or EDITOR to one that is there");
    }

    private Message compose(String editor, String text) {
        Map<String, String> environment = Map.of("PATH", System.getenv("PATH"), "EDITOR", editor);
        try (Project project =
                Project.open(new ProjectLocation(folder), environment, InstantSource.system(), new Random(1))) {
            Loans loans = new Loans(project, new CurrentConfig(project), null);
            return loans.open(new Loan.Compose(text), new Caller.Person(Actor.HUMAN))
                    .run();
        }
    }

    private String editor(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("editor"), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }
}
