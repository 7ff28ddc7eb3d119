package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyDependenciesTest {
    private static final int TASKS = 12;
    private static final int LINKS = 120;

    @TempDir
    Path folder;

    @Test
    void manyAtOnceAreTakenAndRefusedAsOneByOne() throws Exception {
        long seed = System.nanoTime();
        try (StoreFixture single = new StoreFixture(Files.createDirectory(folder.resolve("single")));
                StoreFixture many = new StoreFixture(Files.createDirectory(folder.resolve("many")))) {
            List<TaskId> ids = new ArrayList<>();
            for (int number = 0; number < TASKS; number++) {
                ids.add(single.add("task " + number).id());
                assertThat(many.add("task " + number).id()).isEqualTo(ids.getLast());
            }
            ids.add(new TaskId("f-000000"));
            List<String> oneByOne =
                    single.store.write(Actor.CLI, session -> link(ids, new Random(seed), session.dependencies()::add));
            List<String> atOnce = many.store.write(Actor.CLI, session -> {
                ManyDependencies dependencies = session.dependencies().many();
                List<String> outcomes = link(ids, new Random(seed), dependencies::add);
                dependencies.close();
                return outcomes;
            });
            assertThat(atOnce).as("seed " + seed).isEqualTo(oneByOne);
            for (TaskId id : ids.subList(0, TASKS)) {
                assertThat(many.task(id)).as("seed " + seed).isEqualTo(single.task(id));
            }
        }
    }

    /// The codes of what was refused; `added` for the rest.
    private static List<String> link(List<TaskId> ids, Random random, BiConsumer<TaskId, TaskId> add) {
        List<String> outcomes = new ArrayList<>();
        for (int number = 0; number < LINKS; number++) {
            try {
                add.accept(ids.get(random.nextInt(ids.size())), ids.get(random.nextInt(ids.size())));
                outcomes.add("added");
            } catch (Refusal refusal) {
                outcomes.add(refusal.code());
            }
        }
        return outcomes;
    }
}
