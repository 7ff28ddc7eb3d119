package dev.fuel.consume;

import dev.fuel.domain.Actor;
import dev.fuel.domain.run.Attachment;
import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.process.LivingProcess;
import dev.fuel.store.Store;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Gives tasks back whose attached session ended without a word: the terminal was closed, the machine was restarted.
public final class Attachments {
    private final Store store;
    private final Runnable wake;
    private final Set<ProcessIdentity> watched = new HashSet<>();

    /// @param wake called, on any thread, when a process of a session has ended
    Attachments(Store store, Runnable wake) {
        this.store = store;
        this.wake = wake;
    }

    /// Whether somebody has the session open.
    public static boolean isOpen(Attachment attachment) {
        return processes(attachment).anyMatch(LivingProcess::isAlive);
    }

    /// Closes those of whom nobody is left.
    public static void releaseAbandoned(Store store, Actor actor) {
        List<Attachment> abandoned = store.read(session -> session.attachments().all()).stream()
                .filter(attachment -> !isOpen(attachment))
                .toList();
        if (!abandoned.isEmpty()) {
            store.change(actor, session -> abandoned.forEach(session.attachments()::close));
        }
    }

    /// Closes the abandoned ones among these and watches the others.
    void lookAfter(List<Attachment> open) {
        if (open.isEmpty()) {
            watched.clear();
            return;
        }
        open.stream()
                .flatMap(Attachments::processes)
                .filter(watched::add)
                .forEach(process -> LivingProcess.onEnd(process, wake));
        releaseAbandoned(store, Actor.CONSUMER);
    }

    private static Stream<ProcessIdentity> processes(Attachment attachment) {
        return Stream.concat(Stream.of(attachment.holder()), Stream.ofNullable(attachment.program()));
    }
}
