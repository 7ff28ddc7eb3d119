package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.config.ReviewSettings;
import dev.fuel.domain.Request;
import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.store.Session;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything that the next step of an epic is decided from.
///
/// @param items        about the epic itself, oldest first
/// @param runs         about the epic itself, oldest first
/// @param summaryTries how often a summary may still be tried; none once it is written
/// @param merge        the request to make it fit onto its base branch; null if nobody has asked
/// @param plan         the request for a plan; null if nobody has asked
/// @param tested       what the test command has found of the work that {@link #resolver} has merged
/// @param snapshot     of the agents and slots; what is ready is not in it
record EpicFacts(
        Epic epic,
        List<InboxItem> items,
        List<Run> runs,
        int summaryTries,
        @Nullable Request merge,
        @Nullable Request plan,
        Tested tested,
        Snapshot snapshot,
        FuelConfig config) {
    EpicFacts {
        items = List.copyOf(items);
        runs = List.copyOf(runs);
    }

    /// What would open items say to a person?
    boolean isAsked() {
        return items.stream()
                .anyMatch(item -> item.actionedAt() == null && item.type().isAboutWork());
    }

    boolean isAskedToApprove() {
        return items.stream().anyMatch(item -> item.actionedAt() == null && item.type() == InboxType.EPIC_REVIEW);
    }

    /// The merge run that has made the work fit onto its base branch, of which no person has been told yet; null if
    /// there is none.
    @Nullable
    Run resolver() {
        return resolver(items, runs);
    }

    private static @Nullable Run resolver(List<InboxItem> items, List<Run> runs) {
        return EpicRecords.resolver(items)
                .flatMap(id ->
                        runs.stream().filter(run -> run.id().value().equals(id)).findFirst())
                .orElse(null);
    }

    /// The runs of the test command since that merge run.
    List<Run> testsAfter(Run merge) {
        return runs.stream()
                .filter(run -> run.kind() == RunKind.CHECK && run.seq() > merge.seq())
                .toList();
    }

    @Nullable
    Run running() {
        return runs.stream()
                .filter(run -> run.status() == RunStatus.RUNNING)
                .findFirst()
                .orElse(null);
    }

    /// The epics for which there may be something to do: read in each turn.
    static Set<EpicId> inQuestion(Session session, List<Run> running, List<Request> requests) {
        if (!session.epics().exist()) {
            return Set.of();
        }
        Set<EpicId> epics = new LinkedHashSet<>(session.signOff().inQuestion());
        running.stream().filter(run -> run.task() == null && run.epic() != null).forEach(run -> epics.add(run.epic()));
        requests.stream()
                .filter(request -> is(request, RequestKind.MERGE_EPIC) || is(request, RequestKind.PLAN_EPIC))
                .forEach(request -> epics.add(new EpicId(request.target())));
        return epics;
    }

    /// @param paused   beside the pause in the database
    /// @param programs what is known of the agents' programs
    static EpicFacts read(
            Session session,
            EpicId id,
            boolean paused,
            Function<Session, Map<AgentName, ProgramStanding>> programs,
            FuelConfig config) {
        List<InboxItem> items = session.inbox().of(id);
        List<Run> runs = session.runs().of(id);
        return new EpicFacts(
                session.epics().get(id),
                items,
                runs,
                session.epics().summaryTries(id),
                open(session, RequestKind.MERGE_EPIC, id),
                open(session, RequestKind.PLAN_EPIC, id),
                tested(session, resolver(items, runs), config),
                GateReader.snapshot(session, paused, true, programs.apply(session), config),
                config);
    }

    private static Tested tested(Session session, @Nullable Run merge, FuelConfig config) {
        ReviewSettings settings = config.review();
        return merge == null || settings == null || settings.tests() == null
                ? Tested.NOTHING
                : Tested.read(
                        session,
                        merge.headCommit(),
                        merge.baseCommit(),
                        settings.tests().command());
    }

    private static @Nullable Request open(Session session, RequestKind kind, EpicId epic) {
        return session.requests().open().stream()
                .filter(request -> is(request, kind) && request.target().equals(epic.value()))
                .findFirst()
                .orElse(null);
    }

    private static boolean is(Request request, RequestKind kind) {
        return Word.find(RequestKind.class, request.kind()).orElse(null) == kind;
    }
}
