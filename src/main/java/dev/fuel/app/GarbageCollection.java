package dev.fuel.app;

import dev.fuel.consume.ConsumerLock;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Removes what nobody needs any more. Rows of the database stay, with all that `show`, `runs` and the statistics tell.
/// It may be cut off at any point and given again, and beside a consumer.
public final class GarbageCollection {
    private final Project project;
    private final Caller caller;

    public GarbageCollection(Project project, Caller caller) {
        this.project = project;
        this.caller = caller;
    }

    /// @param older  what ended longer ago than this may go
    /// @param dryRun only says what would be removed
    public Collected collect(Duration older, boolean dryRun) {
        caller.requirePerson("collect garbage");
        Instant limit = project.clock().instant().minus(older);
        List<Pile> piles = new ArrayList<>(List.of(new OldRunFiles(project, limit), new OldBackups(project)));
        List<String> kept = new ArrayList<>();
        repository().ifPresent(repository -> {
            piles.add(new MergedWorktrees(project, repository, kept::add));
            piles.add(new DisposableWorktrees(project, repository));
            piles.add(new OldReferences(project, repository, limit));
        });
        List<Waste> removed = new ArrayList<>();
        for (Pile pile : piles) {
            for (Pile.Removable removable : pile.find()) {
                if (!dryRun) {
                    removable.removal().run();
                }
                removed.addAll(removable.waste());
            }
        }
        @Nullable String leftOut = vacuum(dryRun, removed);
        Collected collected = new Collected(removed, kept, leftOut);
        if (!dryRun && !removed.isEmpty()) {
            project.store()
                    .change(
                            caller.actor(),
                            session -> session.events()
                                    .add(
                                            "project",
                                            "garbage_collected",
                                            "%d things, %,d bytes".formatted(removed.size(), collected.bytes())));
        }
        return collected;
    }

    private Optional<Repository> repository() {
        return Repository.discover(project.root(), project.environment()) instanceof Discovery.Found(Repository found)
                ? Optional.of(found)
                : Optional.empty();
    }

    /// Only as the consumer: while the database is written anew, nobody else can write.
    ///
    /// @return why not
    private @Nullable String vacuum(boolean dryRun, List<Waste> removed) {
        long free = project.store().freeBytes();
        if (free == 0) {
            return null;
        }
        Optional<ConsumerLock.Holder> holder = ConsumerLock.holder(project.folder());
        if (holder.isPresent()) {
            return leftOut(holder.get().toString());
        }
        if (!dryRun) {
            Optional<ConsumerLock> lock = ConsumerLock.tryAcquire(
                    project.folder(), "fuel gc", project.clock().instant());
            if (lock.isEmpty()) {
                return leftOut("another process");
            }
            try (ConsumerLock _ = lock.get()) {
                project.store().vacuum();
            }
        }
        removed.add(new Waste(Waste.Kind.DATABASE, "agent.db", free));
        return null;
    }

    private static String leftOut(String holder) {
        return "the database was left as large as it is, because %s consumes this project".formatted(holder);
    }
}
