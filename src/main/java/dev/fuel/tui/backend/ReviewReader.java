package dev.fuel.tui.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.app.Caller;
import dev.fuel.app.Difference;
import dev.fuel.app.DifferenceQueries;
import dev.fuel.app.EpicActions;
import dev.fuel.app.EpicStory;
import dev.fuel.app.Project;
import dev.fuel.app.TaskQueries;
import dev.fuel.app.TaskStory;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.difference.Patch;
import dev.fuel.tui.difference.PatchReader;
import dev.fuel.tui.state.ForeignText;
import dev.fuel.tui.state.Paragraph;
import dev.fuel.tui.state.ReviewSubject;
import dev.fuel.tui.state.RunDetail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads what a verdict on work needs: the difference, the commits, what reviewers and checks have said.
final class ReviewReader {
    /// Nobody reads more on a screen; `fuel diff` has all of it.
    private static final int MOST_BYTES = 4 << 20;

    private static final int MOST_PROMPT_BYTES = 256 << 10;

    private final Project project;
    private final RunOutputs outputs;
    private final DifferenceQueries differences;

    ReviewReader(Project project, RunOutputs outputs) {
        this.project = project;
        this.outputs = outputs;
        this.differences = new DifferenceQueries(project, MOST_BYTES);
    }

    /// What is changed, or why that cannot be told.
    private record Changes(Patch patch, String without) {}

    ReviewSubject read(Identifier id) {
        return switch (id) {
            case TaskId task -> read(new TaskQueries(project.store()).story(task.value()));
            case EpicId epic -> read(new EpicActions(project.store(), person()).story(epic.value()));
            default ->
                throw new Refusal("no_work", "%s is no task and no epic: it changes nothing".formatted(id.value()));
        };
    }

    RunDetail read(RunId id) {
        Run run = project.store().read(session -> session.runs().get(id));
        Changes changes = changes(id);
        return new RunDetail(id, prompt(run), checks(run), changes.patch(), changes.without());
    }

    private Caller person() {
        return Caller.of(project.environment(), project.store(), Actor.HUMAN);
    }

    private ReviewSubject read(TaskStory story) {
        TaskId id = story.task().id();
        Changes changes = changes(id);
        List<Review> reviews = project.store().read(session -> session.reviews().of(id));
        List<String> facts = facts(changes.patch());
        if (!story.runs().isEmpty()) {
            Run last = story.runs().getLast();
            facts.addFirst("%s %s".formatted(last.agent(), last.id()));
        }
        List<Paragraph> text = new ArrayList<>(StoryText.of(story));
        text.addAll(StoryText.ofReviews(reviews));
        text.addAll(StoryText.ofCommits(commits(id)));
        return new ReviewSubject(
                id, story.task().title(), facts, StoryText.brief(reviews), text, changes.patch(), changes.without());
    }

    private ReviewSubject read(EpicStory story) {
        EpicId id = story.epic().id();
        Changes changes = changes(id);
        Map<TaskId, List<Review>> reviews = project.store()
                .read(session -> story.tasks().stream()
                        .map(waiting -> waiting.task().id())
                        .collect(Collectors.toMap(
                                task -> task, task -> session.reviews().of(task))));
        List<String> facts = facts(changes.patch());
        facts.addFirst("%d of %d tasks"
                .formatted(story.epic().tasksClosed(), story.epic().tasks()));
        List<Paragraph> text = new ArrayList<>(StoryText.of(story, reviews));
        text.addAll(StoryText.ofCommits(commits(id)));
        return new ReviewSubject(
                id,
                story.epic().title(),
                facts,
                StoryText.brief(story, reviews),
                text,
                changes.patch(),
                changes.without());
    }

    private static List<String> facts(Patch patch) {
        List<String> facts = new ArrayList<>();
        int files = patch.files().size();
        if (files > 0) {
            facts.add("+%d -%d".formatted(patch.added(), patch.removed()));
            facts.add(files == 1 ? "1 file" : files + " files");
        }
        return facts;
    }

    private Changes changes(Identifier id) {
        try {
            Difference difference = differences.of(id.value(), false);
            return new Changes(PatchReader.read(difference.text(), difference.omitted(), ForeignText::line), "");
        } catch (Refusal refusal) {
            return new Changes(Patch.EMPTY, String.valueOf(refusal.getMessage()));
        }
    }

    private List<String> commits(Identifier id) {
        try {
            return differences.commits(id);
        } catch (Refusal nothing) {
            return List.of(); // the place of the difference says why
        }
    }

    private List<Paragraph> prompt(Run run) {
        Path file = outputs.directory(run).prompt();
        if (!Files.isRegularFile(file)) {
            return List.of(Paragraph.of("Its prompt is not kept any more."));
        }
        try (var input = Files.newInputStream(file)) {
            String text = new String(input.readNBytes(MOST_PROMPT_BYTES), UTF_8);
            return text.lines().map(Paragraph::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private List<Paragraph> checks(Run run) {
        TaskId task = run.task();
        List<Review> reviews = task == null
                ? List.of()
                : project.store().read(session -> session.reviews().of(task)).stream()
                        .filter(review -> run.id().equals(review.run()))
                        .toList();
        List<Paragraph> text = new ArrayList<>(StoryText.of(run));
        text.addAll(StoryText.ofReviews(reviews));
        if (reviews.isEmpty()) {
            text.add(Paragraph.of("Nothing was checked on its work."));
        }
        return text;
    }
}
