package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeNoticeTest {
    private static final int LIMIT_SECONDS = 20;

    @TempDir
    Path folder;

    @Test
    void ownCommitIsTold() throws Exception {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            Semaphore notices = new Semaphore(0);
            try (var subscription = fixture.store.onChange(notices::release)) {
                assertThat(subscription).isNotNull();
                fixture.add("something");
                assertThat(notices.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            }
            notices.drainPermits();
            fixture.add("after the subscription");
            assertThat(notices.availablePermits()).isZero();
        }
    }

    @Test
    void eachCommitOfAnotherProcessIsTold() throws Exception {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            Semaphore notices = new Semaphore(0);
            try (var subscription = fixture.store.onChange(notices::release)) {
                assertThat(subscription).isNotNull();
                JavaProcess writer = JavaProcess.start(folder, "writer", WritingProcess.class, fixture.file.toString());
                assertThat(notices.tryAcquire(3, LIMIT_SECONDS, TimeUnit.SECONDS))
                        .isTrue();
                writer.kill();
                writer.awaitEnd();
            }
        }
    }

    @Test
    void otherStoreOfTheSameProcessIsTold() throws Exception {
        try (StoreFixture fixture = new StoreFixture(folder);
                StoreFixture other = new StoreFixture(folder)) {
            Semaphore notices = new Semaphore(0);
            try (var subscription = fixture.store.onChange(notices::release)) {
                assertThat(subscription).isNotNull();
                other.store.change(Actor.CLI, session -> session.state().pause());
                assertThat(notices.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void rolledBackChangeIsNotTold() {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            Semaphore notices = new Semaphore(0);
            try (var subscription = fixture.store.onChange(notices::release)) {
                assertThat(subscription).isNotNull();
                try {
                    fixture.store.change(Actor.CLI, session -> {
                        session.state().pause();
                        throw new IllegalArgumentException("changed its mind");
                    });
                } catch (IllegalArgumentException expected) {
                    assertThat(expected).hasMessage("changed its mind");
                }
                assertThat(notices.availablePermits()).isZero();
                boolean paused = fixture.store.read(session -> session.state().isPaused());
                assertThat(paused).isFalse();
            }
        }
    }
}
