package dev.fuel.tui.backend;

import dev.fuel.app.StoredDecision;
import dev.fuel.domain.Request;
import dev.fuel.domain.Word;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.store.Session;
import dev.fuel.tui.state.Later;
import dev.fuel.tui.state.PendingAct;
import dev.fuel.tui.state.SnoozedLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Tells what waits for a person from what waits for its time: decisions that can still be taken back, and items that
/// were put off.
final class LaterReader {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ROOT);

    private LaterReader() {}

    /// @param waiting the items that wait for a person, oldest first
    record Sorted(List<InboxItem> waiting, Later later) {}

    static Sorted read(Session session) {
        List<InboxItem> open = session.inbox().open();
        List<Request> acts =
                session.requests().pending().stream().filter(LaterReader::isAct).toList();
        Set<String> decided = acts.stream()
                .filter(act -> kind(act) == RequestKind.DECIDE)
                .map(Request::target)
                .collect(Collectors.toSet());
        List<InboxItem> waiting = new ArrayList<>();
        List<InboxItem> snoozed = new ArrayList<>();
        for (InboxItem item : open) {
            if (!decided.contains(item.id().value())) {
                (item.isSnoozed(session.now()) ? snoozed : waiting).add(item);
            }
        }
        Map<InboxId, InboxItem> byId = open.stream().collect(Collectors.toMap(InboxItem::id, Function.identity()));
        return new Sorted(
                waiting,
                new Later(
                        acts.stream().map(act -> act(act, byId)).toList(),
                        snoozed.stream()
                                .map(item -> snoozed(item, session.now()))
                                .sorted(Comparator.comparing(SnoozedLine::until))
                                .toList()));
    }

    private static RequestKind kind(Request request) {
        return Word.of(RequestKind.class, request.kind());
    }

    private static boolean isAct(Request request) {
        return Word.find(RequestKind.class, request.kind())
                        .filter(RequestKind::isDelayedAct)
                        .isPresent()
                && request.notBefore() != null;
    }

    private static PendingAct act(Request request, Map<InboxId, InboxItem> items) {
        return new PendingAct(request.id(), words(request, items), Objects.requireNonNull(request.notBefore()));
    }

    private static String words(Request request, Map<InboxId, InboxItem> items) {
        return switch (kind(request)) {
            case DECIDE -> decision(request, items);
            case RETRY -> request.target() + " is tried again";
            case MESSAGE -> "message to " + request.target() + " goes";
            case STOP_RUN, STOP_ALL, START_NOW, MERGE_EPIC, PLAN_EPIC ->
                throw new IllegalStateException(request.kind());
        };
    }

    private static String decision(Request request, Map<InboxId, InboxItem> items) {
        InboxItem item = items.get(new InboxId(request.target()));
        String about = item == null
                ? request.target()
                : item.task() != null
                        ? item.task().value()
                        : item.epic() != null ? item.epic().value() : request.target();
        InboxAction action = StoredDecision.parse(request.text()).action();
        return switch (action) {
            case APPROVE -> about + " approved, lands";
            case REQUEST_CHANGES -> about + " refused, goes back";
            case ACCEPT -> about + ": what is proposed is done";
            case ANSWER -> about + " answered, goes";
            case RETRY -> about + " is tried again";
            case TAKE_OVER, DONE, RELEASE, RESET, RAISE, CANCEL, DISMISS ->
                "%s: %s".formatted(about, action.word().replace('_', ' '));
        };
    }

    private static SnoozedLine snoozed(InboxItem item, Instant now) {
        Instant until = Objects.requireNonNull(item.snoozedUntil());
        ZonedDateTime time = until.atZone(ZoneId.systemDefault());
        LocalDate today = now.atZone(ZoneId.systemDefault()).toLocalDate();
        String words = (time.toLocalDate().equals(today) ? TODAY : OTHER_DAY).format(time);
        return new SnoozedLine(
                item.id(), item.type().word().replace('_', ' ').toUpperCase(Locale.ROOT), item.title(), until, words);
    }
}
