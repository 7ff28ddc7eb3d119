package dev.fuel.consume;

import dev.fuel.domain.Request;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Attachment;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must be seen to before anything new starts.
///
/// @param nextRequest when a request that is still to come is due
record Duties(
        List<Request> requests,
        @Nullable Instant nextRequest,
        List<Run> running,
        List<Task> inReview,
        Set<EpicId> epics,
        List<Attachment> attachments) {
    static Duties read(Session session) {
        List<Task> review = session.tasks().inReview();
        List<Run> running = session.runs().running();
        List<Request> due = new ArrayList<>();
        @Nullable Instant next = null;
        for (Request request : session.requests().pending()) {
            Instant notBefore = request.notBefore();
            if (notBefore == null || !notBefore.isAfter(session.now())) {
                due.add(request);
            } else {
                next = Planner.earlier(next, notBefore);
            }
        }
        return new Duties(
                due,
                next,
                running,
                review.stream().filter(task -> task.heldBy().isEmpty()).toList(),
                EpicFacts.inQuestion(session, running, due),
                session.attachments().all());
    }
}
