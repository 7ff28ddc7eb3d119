package dev.fuel.store;

import dev.fuel.domain.Actor;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/// Claims tasks on many threads until none is ready, and prints each claim. Arguments: the database, how many threads.
final class ClaimingProcess {
    private static final int LOOK_AT = 32;

    private ClaimingProcess() {}

    public static void main(String[] arguments) {
        RandomGenerator random = new SecureRandom();
        try (Store store = Store.open(Path.of(arguments[0]), InstantSource.system(), random);
                var threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[1]))) {
            for (int thread = 0; thread < Integer.parseInt(arguments[1]); thread++) {
                // Not submit: what a thread throws must reach standard error, where the test looks.
                threads.execute(() -> claimAll(store, random));
            }
        }
    }

    private static void claimAll(Store store, RandomGenerator random) {
        while (true) {
            List<Task> ready = store.read(session -> session.queue().ready(LOOK_AT));
            if (ready.isEmpty()) {
                return;
            }
            TaskId task = ready.get(random.nextInt(ready.size())).id();
            Optional<Run> run = store.write(
                    Actor.CONSUMER,
                    session -> session.tasks().claim(task, NewRun.work(task, StoreFixture.AGENT, null)));
            run.ifPresent(claimed -> System.out.println(task + " " + claimed.id()));
        }
    }
}
