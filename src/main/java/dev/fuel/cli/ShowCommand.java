package dev.fuel.cli;

import dev.fuel.app.EpicStory;
import dev.fuel.app.TaskStory;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;

/// `fuel show ID`: everything that matters about a task, epic, run, review, inbox or backlog item.
final class ShowCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("ID").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        String reference = invocation.arguments().word(0);
        UseCases use = UseCases.of(invocation);
        if (BacklogPage.isReference(reference)) {
            BacklogPage.print(invocation, use.backlog().item(reference));
            return ExitCode.DONE;
        }
        Identifier id = use.lookup().resolve(reference);
        switch (id) {
            case TaskId task -> showTask(invocation, use.queries().story(task.value()));
            case EpicId epic -> showEpic(invocation, use.epics().story(epic.value()));
            case RunId run -> showRun(invocation, use.runQueries().run(run.value()));
            case ReviewId review -> showReview(invocation, use.lookup().review(review.value()));
            case InboxId item -> showItem(invocation, use.lookup().inboxItem(item.value()));
            default -> throw new IllegalStateException("an id of no known kind: " + id);
        }
        return ExitCode.DONE;
    }

    private static void showTask(Invocation invocation, TaskStory story) {
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("task", fields -> JsonFields.story(fields, story)));
        } else {
            new TaskPage(invocation.output(), invocation.clock().instant()).print(story);
        }
    }

    static void showEpic(Invocation invocation, EpicStory story) {
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("epic", fields -> JsonFields.story(fields, story)));
        } else {
            new EpicPage(invocation.output(), invocation.clock().instant()).print(story);
        }
    }

    static void showRun(Invocation invocation, Run run) {
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("run", fields -> JsonFields.run(fields, run)));
        } else {
            new RunPage(invocation.output(), invocation.clock().instant()).print(run);
        }
    }

    static void showReview(Invocation invocation, Review review) {
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("review", fields -> JsonFields.review(fields, review)));
        } else {
            new ReviewPage(invocation.output(), invocation.clock().instant()).print(review);
        }
    }

    private static void showItem(Invocation invocation, InboxItem item) {
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("item", fields -> JsonFields.item(fields, item)));
        } else {
            new ItemPage(invocation.output(), invocation.clock().instant()).print(item);
        }
    }
}
