package dev.fuel.cli;

import dev.fuel.app.DiscardActions;
import dev.fuel.app.Discarded;
import dev.fuel.app.Stake;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import java.util.List;
import java.util.stream.Collectors;

/// `fuel discard ID…`: throws worktrees and branches away. What was in them stays under a reference.
final class DiscardCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE
                .oneOrMore("ID")
                .flag("-y", "--yes", "do not ask, although work that is nowhere else is thrown away")
                .json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        DiscardActions actions = UseCases.of(invocation).discarding();
        List<Stake> stakes = actions.examine(invocation.arguments().words());
        List<Stake> lost = stakes.stream().filter(stake -> !stake.isNothing()).toList();
        if (!lost.isEmpty() && !invocation.arguments().has("--yes") && !isConfirmed(invocation, lost)) {
            invocation.note("nothing was discarded");
            return ExitCode.REFUSED;
        }
        List<Discarded> discarded = actions.discard(stakes);
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.objects("discarded", discarded, DiscardCommand::describe));
        } else {
            discarded.forEach(each -> print(output, each));
        }
        return ExitCode.DONE;
    }

    private static boolean isConfirmed(Invocation invocation, List<Stake> lost) {
        String what = lost.stream()
                .map(stake -> "%s of %s".formatted(stake.words(), stake.of().value()))
                .collect(Collectors.joining(", "));
        if (!invocation.surroundings().isInteractive()) {
            throw new Refusal("not_confirmed", "this throws away %s: say so with `fuel discard --yes`".formatted(what));
        }
        return invocation.isYes("Throw away %s?".formatted(what));
    }

    private static void print(Output output, Discarded discarded) {
        String id = discarded.stake().of().value();
        output.line(
                Role.LINK.of(id), Span.of("  discarded: " + discarded.stake().words()));
        discarded.keptAs().forEach(ref -> output.line(Role.DIM.of("  kept; to get it back: git branch NAME " + ref)));
        if (discarded.stake().of() instanceof EpicId) {
            output.line(Role.DIM.of("  its closed tasks stay closed: fuel reopen those that are to be done again"));
        }
    }

    private static void describe(Json json, Discarded discarded) {
        json.text("id", discarded.stake().of())
                .number("commits", discarded.stake().commits())
                .number("uncommitted_files", discarded.stake().uncommitted())
                .texts("kept_as", discarded.keptAs());
    }
}
