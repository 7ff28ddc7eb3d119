package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdsTest {
    @TempDir
    Path folder;

    private StoreFixture fixture;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anyUnambiguousBeginningIsAccepted() {
        TaskId task = fixture.add("only one").id();
        String digits = task.value().substring(2);

        for (String text : List.of(task.value(), digits, digits.substring(0, 1), "F-" + digits.substring(0, 3))) {
            assertThat(resolve(text, IdKind.TASK)).isEqualTo(task);
        }
    }

    @Test
    void ambiguousBeginningListsTheCandidates() {
        List<TaskId> tasks = new ArrayList<>();
        for (int number = 0; number < 17; number++) {
            tasks.add(fixture.add("task " + number).id());
        }
        // 17 ids over 16 first digits: two of them share one.
        char shared = tasks.stream()
                .map(task -> task.value().charAt(2))
                .filter(digit -> tasks.stream()
                                .filter(task -> task.value().charAt(2) == digit)
                                .count()
                        > 1)
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> resolve("f-" + shared, IdKind.TASK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is ambiguous")
                .hasMessageContaining("f-" + shared);
    }

    @Test
    void unknownIdNamesTheNearest() {
        String known = fixture.add("known").id().value();
        String mistyped = known.substring(0, 7) + (known.charAt(7) == '0' ? '1' : '0');

        assertThatThrownBy(() -> resolve(mistyped, IdKind.TASK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no task '%s'".formatted(mistyped))
                .hasMessageContaining(known);
    }

    @Test
    void idOfAnotherKindIsSaidToBeThat() {
        String epic = fixture.store
                .write(Actor.HUMAN, session -> session.epics().add("An epic", "", null))
                .id()
                .value();

        assertThatThrownBy(() -> resolve(epic, IdKind.TASK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is the id of an epic, not of task");
        assertThat(resolve(epic, IdKind.TASK, IdKind.EPIC).value()).isEqualTo(epic);
    }

    @Test
    void whatIsNoIdAtAllIsRefused() {
        for (String text : List.of("", "f-", "../etc", "f-zzzzzz", "12345678", "f-' OR 1=1")) {
            assertThatThrownBy(() -> resolve(text, IdKind.TASK)).isInstanceOf(Refusal.class);
        }
    }

    private Identifier resolve(String text, IdKind... kinds) {
        return fixture.store.read(session -> session.ids().resolve(text, kinds));
    }
}
