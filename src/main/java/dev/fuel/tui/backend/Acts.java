package dev.fuel.tui.backend;

import dev.fuel.app.Caller;
import dev.fuel.app.OutwardActs;
import dev.fuel.app.Project;
import dev.fuel.consume.ConsumerLock;
import dev.fuel.domain.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// What a person on this screen asked for and could take back, followed to its end. A consumer carries it out; where
/// there is none, this process does.
final class Acts {
    /// How long a due act may stay undone before it is looked at whether its consumer still lives.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Project project;

    Acts(Project project) {
        this.project = project;
    }

    /// Waits for its end.
    ///
    /// @return empty if it was taken back
    Optional<String> outcome(long id) {
        var changes = new Semaphore(0);
        try (var _ = project.store().onChange(changes::release)) {
            while (true) {
                Optional<Request> request =
                        project.store().read(session -> session.requests().find(id));
                if (request.isEmpty() || request.get().doneAt() != null) {
                    return request.map(done -> Objects.requireNonNullElse(done.result(), "done"));
                }
                Duration left = untilDue(request.get());
                if (!left.isPositive() && ConsumerLock.holder(project.folder()).isEmpty()) {
                    return Optional.of(OutwardActs.carryOut(project, request.get()));
                }
                var _ = changes.tryAcquire((left.isPositive() ? left : PATIENCE).toMillis() + 1, TimeUnit.MILLISECONDS);
                changes.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Duration untilDue(Request request) {
        Instant due = request.notBefore();
        return due == null ? Duration.ZERO : Duration.between(project.clock().instant(), due);
    }

    void flush(Collection<Long> requests, Caller person) {
        if (!requests.isEmpty()) {
            new OutwardActs(project, person).flush(requests);
        }
    }
}
