package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a new worktree is given before an agent starts in it.
class WorkspaceSetupTest {
    @TempDir
    Path folder;

    @Test
    void ignoredFilesAreCopiedAndTheSetupKnowsThePortsOnceForEachWorktree() {
        String settings = "base: main, copy: [.env], setup: \"cat .env && echo $FUEL_PORT_BASE >>ports.env\"";
        try (var workshop = Workshop.withConfig(folder, Workshop.plainConfig("").replace("base: main", settings))) {
            Workshop.write(workshop.root.resolve(".git/info/exclude"), "*.env\n");
            Workshop.write(workshop.root.resolve(".env"), "KEY=1\n");
            Path gate = workshop.gate();
            Path environment = folder.resolve("seen");
            TaskId task =
                    workshop.add("Work", "fail-times 1", "environment " + environment, "wait " + gate, "commit a b");
            workshop.consume();
            workshop.until(
                    "it is at its second attempt",
                    session -> session.runs().running().stream()
                            .anyMatch(run -> run.attempt() == 2 && run.process() != null));

            String base = Integer.toString(workshop.task(task).portBase());
            assertThat(workshop.worktree(task).resolve(".env")).hasContent("KEY=1");
            assertThat(workshop.worktree(task).resolve("ports.env")).hasContent(base);
            Workshop.open(gate);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            assertThat(environment).content().contains("FUEL_PORT_BASE=" + base + "\n");
        }
    }
}
