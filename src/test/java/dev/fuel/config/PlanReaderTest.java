package dev.fuel.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.plan.ProposedPlan;
import dev.fuel.domain.plan.ProposedTask;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A plan as a person edits it and as an agent answers it.
class PlanReaderTest {
    @Test
    void aPlanIsReadWithItsDefaults() {
        ProposedPlan plan = usable("""
                tasks:
                  - key: model
                    title: Refunds in the model
                    description: |
                      First line.

                      Last line.
                    complexity: moderate
                    priority: P1
                  - {key: api, title: Endpoint, type: test, blocked_by: [model]}
                """);
        assertThat(plan.tasks()).hasSize(2);
        assertThat(plan.tasks().getFirst().description()).isEqualTo("First line.\n\nLast line.");
        assertThat(plan.tasks().getFirst().priority()).isEqualTo(new Priority(1));
        assertThat(plan.tasks().getLast().type()).isEqualTo(TaskType.TEST);
        assertThat(plan.tasks().getLast().complexity()).isEqualTo(Complexity.SIMPLE);
        assertThat(plan.tasks().getLast().blockedBy()).containsExactly("model");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tasks: []                                                                        | plan:1:8: it has no tasks
            other: 1                                                                         | it has no tasks
            tasks: {a: b}                                                                    | plan:1:8: tasks must be a list, not a map
            'tasks: [{key: a, title: A, blocked_by: [a]}]'                                   | plan:1:9: a waits for itself
            'tasks: [{key: one, title: A, blocked_by: [onne]}, {key: two, title: B}]'        | plan:1:9: unknown task in blocked_by of one, "onne": did you mean "one"?
            'tasks: [{key: a, title: A}, {key: a, title: B}]'                                | plan:1:29: two tasks have the key "a": the first is in line 1
            'tasks: [{key: a, title: A, blocked_by: [b]}, {key: b, title: B, blocked_by: [a]}]' | a circle: a waits for b, b for a
            'tasks: [{title: A}]'                                                            | a task has no key
            'tasks: [{key: a}]'                                                              | a has no title
            'tasks: [{key: a, title: A, priority: 9}]'                                       | task 1.priority must be 0 (most urgent) to 4, not "9"
            'tasks: [{key: a, title: A, typ: bug}]'                                          | unknown key of task 1 "typ": did you mean "type"?
            'tasks: [{key: a, title: A, type: story}]'                                       | unknown value of task 1.type "story"
            'tasks: [{key: a, title: &x A}]'                                                 | the anchor &x
            'tasks: [{key: a'                                                                | plan:
            """)
    void whatIsNoPlanIsToldWithItsPlace(String yaml, String problem) {
        assertThat(PlanReader.read(yaml, "plan"))
                .isInstanceOfSatisfying(
                        PlanReading.Unusable.class,
                        bad -> assertThat(bad.inFile()).contains(problem));
    }

    @Test
    void aThousandTasksAreTooMany() {
        String tasks = IntStream.range(0, 1_000)
                .mapToObj("{key: t%d, title: T}"::formatted)
                .collect(Collectors.joining(", "));
        assertThat(PlanReader.read("tasks: [%s]".formatted(tasks), "plan"))
                .isInstanceOfSatisfying(
                        PlanReading.Unusable.class,
                        bad -> assertThat(bad.words()).isEqualTo("it has 1,000 tasks: at most 100 are allowed"));
    }

    @Test
    void jsonIsReadAsItIs() {
        assertThat(usable("{\"tasks\":[{\"key\":\"a\",\"title\":\"\\u00dc \\\"x\\\" / y\",\"description\":null,"
                                + "\"priority\":2,\"blocked_by\":[]}]}")
                        .tasks()
                        .getFirst()
                        .title())
                .isEqualTo("Ü \"x\" / y");
    }

    /// Whatever stands in a plan, a person edits just that.
    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(
            @ForAll @Size(min = 1, max = 5) List<@NotBlank String> keys, @ForAll @Size(max = 5) List<String> texts) {
        List<ProposedTask> tasks = new ArrayList<>();
        List<String> names = keys.stream()
                .map(PlanReaderTest::clean)
                .filter(key -> !key.isBlank())
                .distinct()
                .toList();
        for (int index = 0; index < names.size(); index++) {
            String text = index < texts.size() ? clean(texts.get(index)) : "A: b\n  - c\n\n# d";
            tasks.add(new ProposedTask(
                    names.get(index),
                    "T " + text.replaceAll("\\p{Cntrl}", " ").strip(),
                    text.strip(),
                    TaskType.BUG,
                    Complexity.COMPLEX,
                    new Priority(index % 5),
                    index == 0 ? List.of() : List.of(names.get(index - 1))));
        }
        if (!tasks.isEmpty()) {
            ProposedPlan plan = new ProposedPlan(tasks);
            assertThat(usable(PlanWriter.write(plan, "Plan of\nall"))).isEqualTo(plan);
        }
    }

    /// Unpaired surrogates and the characters that YAML forbids come from no agent: its text is cleaned.
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(letter -> letter == '\n' || (letter >= ' ' && letter < 0xd800) || (letter >= 0x10000))
                .filter(letter -> letter < 0x7f || letter >= 0xa0)
                .limit(200)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static ProposedPlan usable(String yaml) {
        return switch (PlanReader.read(yaml, "plan")) {
            case PlanReading.Usable(ProposedPlan plan) -> plan;
            case PlanReading.Unusable bad -> throw new AssertionError(bad.inFile() + "\n" + yaml);
        };
    }
}
