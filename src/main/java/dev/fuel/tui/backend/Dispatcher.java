package dev.fuel.tui.backend;

import dev.fuel.app.Consumption;
import dev.fuel.app.Project;
import dev.fuel.consume.ConsumerLock;
import dev.fuel.consume.ConsumerOptions;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.budget.BudgetScope;
import dev.fuel.process.DetachedProgram;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.state.Leaving;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who starts work on the project: this process, another one that this screen observes, or nobody.
final class Dispatcher implements AutoCloseable {
    private static final long SECONDS_TO_LEAVE = 40;

    private final Project project;
    private final @Nullable Path launcher;
    private final boolean opensPaused;
    private final Runnable changed;
    private @Nullable Consumption mine;
    private ConsumerLock.@Nullable Holder watched;
    private boolean opening = true;
    private String trouble = "";

    /// The last one that was observed and is no more; empty if there was none.
    private String gone = "";

    /// @param changed called when the place changes hands
    Dispatcher(Project project, @Nullable Path launcher, boolean paused, Runnable changed) {
        this.project = project;
        this.launcher = launcher;
        this.opensPaused = paused;
        this.changed = changed;
    }

    /// Becomes the consumer if nobody is, else observes the one who is. Until then the place that nobody has
    /// counts as ours: taking it is not for the moments in which a person waits for the screen. Once somebody else
    /// was seen in it, only a person takes it.
    synchronized void open() {
        if (!opening) {
            return;
        }
        try {
            takePlace(opensPaused);
        } catch (RuntimeException failure) {
            project.log().error("no place as the consumer", failure);
            trouble = "the consumer cannot start: %s (details in .fuel/fuel.log)".formatted(failure.getMessage());
            changed.run();
        }
    }

    synchronized Dispatch state() {
        boolean storedPause = project.store().read(session -> session.state().isPaused());
        String reason = trouble.isEmpty() ? spentDay() : trouble;
        if (mine != null) {
            return new Dispatch(
                    Dispatch.Holder.MINE, storedPause || mine.consumer().isPaused(), "", reason);
        }
        Optional<ConsumerLock.Holder> holder = observed();
        opening &= holder.isEmpty();
        if (opening) {
            return new Dispatch(Dispatch.Holder.MINE, storedPause || opensPaused, "", reason);
        }
        return holder.map(other -> new Dispatch(Dispatch.Holder.OTHER, storedPause, other.toString(), reason))
                .orElseGet(() -> new Dispatch(Dispatch.Holder.NONE, true, gone, reason));
    }

    private String spentDay() {
        return project.store().read(session -> session.budgets().inForce()).stream()
                .filter(mark -> mark.isSpent() && mark.scope() == BudgetScope.DAY)
                .map(BudgetMark::fact)
                .findFirst()
                .orElse("");
    }

    /// Of one's own consumer, of the one that is observed, or by taking the place that nobody has.
    synchronized void setPaused(boolean paused) {
        if (mine == null && observed().isEmpty()) {
            takePlace(paused);
            return;
        }
        Consumption own = mine;
        if (own != null) {
            own.consumer().pause(paused);
        }
        if (own == null || !paused) {
            project.store().changeDurably(Actor.HUMAN, session -> {
                boolean _ = paused ? session.state().pause() : session.state().unpause();
            });
        }
        changed.run();
    }

    synchronized void leave(Leaving leaving) {
        opening = false;
        Consumption own = mine;
        if (own == null) {
            return;
        }
        Path next = leaving == Leaving.BACKGROUND ? background() : null;
        boolean paused = own.consumer().isPaused();
        own.leave(leaving == Leaving.STOP, SECONDS_TO_LEAVE);
        own.close();
        mine = null;
        if (next != null) {
            goOnInBackground(next, paused);
        }
    }

    @Override
    public synchronized void close() {
        leave(Leaving.KEEP);
    }

    private void takePlace(boolean paused) {
        opening = false;
        var options = new ConsumerOptions("fuel", ConsumerOptions.Mode.FOREVER, paused, null, false);
        try {
            Consumption own = Consumption.open(project, options, launcher, _ -> {});
            mine = own;
            trouble = "";
            Thread.ofPlatform().name("consumer").daemon().start(() -> consume(own));
        } catch (Refusal refusal) {
            if (!refusal.code().equals(ConsumerLock.TAKEN)) {
                trouble = refusal.getMessage();
            }
        }
        changed.run();
    }

    /// A defect of the loop must be seen, and its place given up, not held by a thread that is dead.
    private void consume(Consumption own) {
        try {
            own.run();
        } catch (RuntimeException e) {
            project.log().error("the consumer ended", e);
            synchronized (this) {
                if (mine == own) {
                    own.close();
                    mine = null;
                    trouble = "the consumer ended: %s (details in .fuel/fuel.log)".formatted(e.getMessage());
                }
            }
            changed.run();
        }
    }

    /// Asks the lock only when the process that held it is not known to live.
    private Optional<ConsumerLock.Holder> observed() {
        ConsumerLock.Holder known = watched;
        if (known != null && ProcessHandle.of(known.pid()).isPresent()) {
            return Optional.of(known);
        }
        Optional<ConsumerLock.Holder> holder = ConsumerLock.holder(project.folder());
        watched = holder.isPresent() ? holder.get() : null;
        if (known != null) {
            gone = known.toString();
        }
        holder.flatMap(other -> ProcessHandle.of(other.pid())).ifPresent(process -> {
            var _ = process.onExit().thenRun(changed);
        });
        return holder;
    }

    /// The program that takes our place; known before that is given up.
    private Path background() {
        if (launcher == null) {
            throw new Refusal(
                    "no_launcher", "cannot go on in the background: start it yourself with `fuel consume --headless`");
        }
        return launcher.resolve("fuel");
    }

    private void goOnInBackground(Path program, boolean paused) {
        if (paused) {
            project.store().changeDurably(Actor.HUMAN, session -> {
                boolean _ = session.state().pause();
            });
        }
        DetachedProgram.start(
                List.of(program.toString(), "consume", "--headless"),
                project.root(),
                project.folder().resolve("fuel.log"));
    }
}
