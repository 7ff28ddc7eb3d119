package dev.fuel.cli;

import dev.fuel.app.Caller;
import dev.fuel.app.EpicApproval;
import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.Epic;

/// `fuel inbox:approve E`: the epic's work lands on its base branch, and the epic is over.
final class InboxApproveCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.required("EPIC").json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        var project = invocation.project();
        Caller person = Caller.of(project.environment(), project.store(), Actor.HUMAN);
        Epic epic =
                new EpicApproval(project, person).approve(invocation.arguments().word(0));
        if (invocation.output().isJson()) {
            invocation.output().json(json -> json.object("epic", fields -> JsonFields.epic(fields, epic)));
        } else {
            String where = epic.baseBranch() == null ? "" : ", its work is on " + epic.baseBranch();
            invocation.output().line("%s is approved%s".formatted(epic.id(), where));
        }
        return ExitCode.DONE;
    }
}
