package dev.fuel.consume;

import static dev.fuel.consume.ScriptedAgents.issue;
import static dev.fuel.consume.ScriptedAgents.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import dev.fuel.store.RunFilter;
import dev.fuel.store.TaskFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way of an epic with real git: five tasks that build on each other, two of them at the same time and in
/// conflict; one breaks the tests once, one is sent back by the reviewer once. It is sent back by a person, comes back,
/// and is approved.
class EpicFromTasksToApprovalTest {
    @TempDir
    Path folder;

    @Test
    void allOfItComesToTheRightEnd() throws IOException {
        try (var workshop = workshop(folder)) {
            wholeWay(workshop, folder, () -> false);
        }
    }

    @Test
    void consumersThatDieOnTheWayLeadToTheSameEnd() throws IOException {
        dyingAtRandom(new Random().nextLong(), 4);
    }

    @Test
    @Tag("soak")
    void consumersThatDieAgainAndAgainLeadToTheSameEnd() throws IOException {
        Random seeds = new Random();
        for (int round = 0; round < 30; round++) {
            dyingAtRandom(seeds.nextLong(), 30);
        }
    }

    private void dyingAtRandom(long seed, int deaths) throws IOException {
        System.out.println("EpicFromTasksToApprovalTest seed " + seed);
        var random = new Random(seed);
        Path place = Files.createDirectory(folder.resolve("seed-" + seed));
        try (var workshop = workshop(place)) {
            int[] left = {deaths};
            wholeWay(
                    workshop,
                    place,
                    () -> left[0]-- > 0 && workshop.untilIdleDyingAfter(1 + random.nextInt(deaths > 10 ? 8 : 25)));
        }
    }

    /// @param dies starts a consumer that may die; whether it did
    private static void wholeWay(Workshop workshop, Path place, BooleanSupplier dies) throws IOException {
        assertThat(new ProcessBuilder("mkfifo", place.resolve("gate").toString())
                        .start()
                        .onExit()
                        .join()
                        .exitValue())
                .isZero();
        EpicId epic = Epics.add(workshop, "Greet everybody");
        List<TaskId> tasks = addTasks(workshop, epic);
        consume(workshop, dies);

        String main = workshop.git("rev-parse", "main");
        assertThat(Epics.get(workshop, epic).status()).as(workshop::history).isEqualTo(EpicStatus.REVIEW_PENDING);
        assertThat(workshop.git("log", "--format=%s", "main")).isEqualTo("Begin");
        requireOneQuestion(workshop, epic, "5 of 5 tasks are closed", "Summary:\nIt greets, time 1.");
        requireWhatHappened(workshop, tasks);

        Epics.reject(workshop, epic, "Greet the cat too");
        assertThat(Epics.get(workshop, epic).status()).isEqualTo(EpicStatus.IN_PROGRESS);
        consume(workshop, dies);
        requireOneQuestion(workshop, epic, "6 of 6 tasks are closed", "Summary:\nIt greets, time 2.");
        assertThat(workshop.git("rev-parse", "main")).isEqualTo(main);

        List<String> commits =
                workshop.git("log", "--format=%H", "main..fuel/" + epic).lines().toList();
        Epics.approve(workshop, epic);
        requireEnd(workshop, epic, commits);
    }

    private static void consume(Workshop workshop, BooleanSupplier dies) {
        while (dies.getAsBoolean()) {
            // The next one takes over.
        }
        workshop.untilIdle();
    }

    private static List<TaskId> addTasks(Workshop workshop, EpicId epic) {
        List<TaskId> tasks = new ArrayList<>();
        for (String title : List.of("Base", "Left", "Right", "Join", "Polish")) {
            tasks.add(workshop.add(title, TaskType.FEATURE, epic));
        }
        workshop.store.change(Actor.HUMAN, session -> {
            session.dependencies().add(tasks.get(1), tasks.get(0));
            session.dependencies().add(tasks.get(2), tasks.get(0));
            session.dependencies().add(tasks.get(3), tasks.get(1));
            session.dependencies().add(tasks.get(3), tasks.get(2));
            session.dependencies().add(tasks.get(4), tasks.get(3));
        });
        return tasks;
    }

    private static void requireOneQuestion(Workshop workshop, EpicId epic, String... words) {
        assertThat(workshop.inbox()).as(workshop::history).singleElement().satisfies(item -> {
            assertThat(item.type()).isEqualTo(InboxType.EPIC_REVIEW);
            assertThat(item.epic()).isEqualTo(epic);
            assertThat(item.body()).contains(words);
        });
    }

    private static void requireWhatHappened(Workshop workshop, List<TaskId> tasks) {
        for (TaskId id : tasks) {
            Task task = workshop.task(id);
            assertThat(task.status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(task.reviewRounds())
                    .as("%s: %s", task.title(), workshop.history())
                    .isEqualTo(task.title().equals("Left") || task.title().equals("Right") ? 1 : 0);
        }
        assertThat(failed(workshop, tasks.get(1)))
                .singleElement()
                .satisfies(review -> assertThat(review.checks())
                        .anyMatch(check -> check.name().equals(Check.TESTS) && check.isFailed()));
        assertThat(failed(workshop, tasks.get(2)))
                .singleElement()
                .satisfies(review -> assertThat(review.blocking()).hasSize(1));
        List<Run> runs = runs(workshop);
        assertThat(runs.stream().filter(run -> run.kind() == RunKind.MERGE && run.status() == RunStatus.COMPLETED))
                .as(workshop::history)
                .hasSize(1);
    }

    private static List<Review> failed(Workshop workshop, TaskId task) {
        return workshop.store.read(session -> session.reviews().of(task)).stream()
                .filter(review -> review.status() == ReviewStatus.FAILED)
                .toList();
    }

    private static List<Run> runs(Workshop workshop) {
        return workshop.store.read(session -> session.runs().list(RunFilter.latest(Integer.MAX_VALUE)));
    }

    private static void requireEnd(Workshop workshop, EpicId epic, List<String> commits) throws IOException {
        assertThat(Epics.get(workshop, epic).status()).isEqualTo(EpicStatus.APPROVED);
        assertThat(workshop.git("log", "--format=%H", "main").lines()).containsAll(commits);
        for (String file : List.of("base", "left", "right", "join", "polish", "change")) {
            assertThat(workshop.root.resolve(file + ".txt")).hasContent("good");
        }
        assertThat(workshop.root.resolve("shared.txt")).hasContent("left\nright");
        workshop.requireNoTrace("main");
        try (var left = Files.list(workshop.root.resolve(".fuel/worktrees"))) {
            assertThat(left).isEmpty();
        }
        assertThat(workshop.inbox()).isEmpty();
        List<Task> tasks = workshop.store.read(session -> session.tasks().list(TaskFilter.ALL));
        assertThat(tasks).hasSize(6);
        List<Run> ofAgents =
                runs(workshop).stream().filter(run -> run.agent() != null).toList();
        EpicReport report = workshop.store.read(session -> EpicReport.read(session, epic));
        assertThat(report.spending().runs()).isEqualTo(ofAgents.size());
        assertThat(report.agents()).extracting(Object::toString).containsExactly("author", "reviewer");
    }

    /// `$here` is the folder of the scripts; what must happen once leaves a folder there.
    private static ScriptedAgents scripted(Path place) {
        String work = """
                title=$(printf '%s\\n' "$prompt" | sed -n 's/^# Task f-[0-9a-f]*: //p' | head -n 1)
                case $title in
                Base) commit base.txt good; commit shared.txt start ;;
                Left)
                    if mkdir "$here/left" 2>/dev/null; then
                        cat "$here/gate" >/dev/null
                        commit shared.txt left
                        commit left.txt broken
                    else
                        commit left.txt good
                    fi ;;
                Right)
                    if mkdir "$here/right" 2>/dev/null; then
                        echo go >"$here/gate"
                        commit shared.txt right
                        commit right.txt bad
                    else
                        commit right.txt good
                    fi ;;
                Join) test -f left.txt && test -f right.txt && commit join.txt good ;;
                Polish) test -f join.txt && commit polish.txt good ;;
                *) commit change.txt good ;;
                esac
                echo "$title is done"
                """;
        String review =
                """
                if grep -q bad *.txt; then
                %s
                else
                %s
                fi
                """.formatted(verdict("fail", issue("blocking", "right.txt", "not bad but good")), verdict("pass"));
        return new ScriptedAgents(place)
                .when("author", "work", work)
                .when("author", "merge", "printf 'left\\nright\\n' >shared.txt; git add -A; git commit -q --no-edit")
                .when("author", "epic_review", "echo 'It greets, time 1.'", "echo 'It greets, time 2.'")
                .when("reviewer", "review", review);
    }

    private static Workshop workshop(Path place) {
        ScriptedAgents agents = scripted(place);
        return Workshop.withConfig(place, """
                primary: author
                max_concurrent: 2
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000}
                workspace: {mode: worktree, base: main}
                review: {agent: reviewer, tests: {command: "! grep broken *.txt"}}
                agents:
                  %s
                  %s
                """.formatted(agents.configured("author"), agents.configured("reviewer")));
    }
}
