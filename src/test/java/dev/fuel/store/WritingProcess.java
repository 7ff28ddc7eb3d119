package dev.fuel.store;

import dev.fuel.domain.Actor;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Task;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Adds tasks for as long as it lives, and prints the id of each after it has been committed. Argument: the database.
final class WritingProcess {
    private WritingProcess() {}

    public static void main(String[] arguments) {
        try (Store store = Store.open(Path.of(arguments[0]), InstantSource.system(), new SecureRandom())) {
            while (true) {
                Task task = store.write(Actor.CLI, session -> session.tasks().add(NewTask.titled("one more")));
                System.out.println(task.id());
            }
        }
    }
}
