package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.review.TestFindings;
import dev.fuel.domain.review.TestFindings.Ending;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineRepositoryTest {
    private static final TestFindings FOUND = new TestFindings(
            Ending.ENDED,
            1,
            2,
            new TreeSet<>(List.of("a.b", "größer[\"x\"]")),
            new TreeSet<>(List.of("c")),
            new TreeSet<>(List.of("d")),
            List.of("z.xml (cut)", "a.xml (cut)"),
            List.of("slow"));

    @TempDir
    Path folder;

    @Test
    void whatWasFoundAtACommitIsKeptUntilItIsFoundAnew() {
        try (Store store = Store.open(folder.resolve("agent.db"), InstantSource.system(), new Random())) {
            store.change(Actor.CONSUMER, session -> session.baselines().save("c1", "make test", FOUND));
            assertThat(found(store, "c1", "make test")).isEqualTo(FOUND);
            assertThat(found(store, "c1", "make check")).isNull();
            assertThat(found(store, "c2", "make test")).isNull();
            TestFindings none = TestFindings.unavailable("no space");
            store.change(Actor.CONSUMER, session -> session.baselines().save("c1", "make test", none));
            assertThat(found(store, "c1", "make test")).isEqualTo(none);
        }
    }

    private static @Nullable TestFindings found(Store store, String commit, String command) {
        return store.read(session -> session.baselines().find(commit, command))
                .map(baseline -> baseline.findings())
                .orElse(null);
    }
}
