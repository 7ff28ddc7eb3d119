package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.RoutingReading.Named;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.TaskType;
import dev.fuel.domain.triage.TriageProposal;
import dev.fuel.domain.triage.TriageProposal.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the primary answers to questions, whatever stands around it.
class AnswerReadingTest {
    private static final List<AgentName> AGENTS = List.of(new AgentName("codex"));

    @Test
    void theLastWholeListOfChoicesCounts() {
        assertThat(RoutingReading.in("""
                        First I thought {"choices": [{"task": "f-1", "agent": "a"}]}, but:
                        ```json
                        {"choices": [{"task": "f-1", "agent": "codex", "reason": "it\\nfits"},
                                     {"task": "f-2", "agent": "opus"}]}
                        ```
                        and not {"choices": [{"task": "f-3"}]}.
                        """))
                .hasValue(List.of(new Named("f-1", "codex", "it fits"), new Named("f-2", "opus", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "codex",
                "{",
                "{\"choices\": []}",
                "{\"choices\": {\"task\": \"f-1\", \"agent\": \"codex\"}}",
                "{\"choices\": [{\"task\": 1, \"agent\": \"codex\"}]}",
                "{\"choices\": [{\"task\": \"f-1\", \"agent\": \"codex\"}"
            })
    void whatIsNoListOfChoicesIsNone(String text) {
        assertThat(RoutingReading.in(text)).isEmpty();
    }

    @Test
    void everyKindOfProposalIsRead() {
        assertThat(TriageReading.in("{\"proposal\": \"retry\", \"agent\": \"codex\", \"reason\": \"r\"}", AGENTS))
                .hasValue(new TriageProposal.Retry(AGENTS.getFirst(), "r"));
        assertThat(TriageReading.in("{\"proposal\": \"ask\", \"question\": \"Which?\", \"agent\": null}", AGENTS))
                .hasValue(new TriageProposal.Ask("Which?", ""));
        assertThat(TriageReading.in("""
                        {"proposal": "split", "tasks": [{"title": "One", "type": "bug", "complexity": "trivial"},
                         {"title": "Two", "description": "more", "after": [0]}]}""", AGENTS))
                .hasValue(new TriageProposal.Split(
                        List.of(
                                new Part("One", "", TaskType.BUG, Complexity.TRIVIAL, List.of()),
                                new Part("Two", "more", TaskType.FEATURE, Complexity.SIMPLE, List.of(0))),
                        ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"proposal\": \"retry\", \"agent\": \"nobody\"}",
                "{\"proposal\": \"give up\"}",
                "{\"proposal\": \"ask\"}",
                "{\"proposal\": \"split\", \"tasks\": [{\"title\": \"One\"}]}",
                "{\"proposal\": \"split\", \"tasks\": [{\"title\": \"One\", \"after\": [1]}, {\"title\": \"Two\"}]}",
                "{\"proposal\": \"split\", \"tasks\": [{\"title\": \"\"}, {\"title\": \"Two\"}]}"
            })
    void whatCannotBeDoneIsNoProposal(String text) {
        assertThat(TriageReading.in(text, AGENTS)).isEmpty();
    }

    @Test
    void theSchemasSayTheSameForm() {
        assertThat(RoutingReading.schema(List.of("f-1"), List.of("codex")))
                .contains("\"enum\":[\"f-1\"]", "\"enum\":[\"codex\"]", "\"required\":[\"choices\"]");
        assertThat(TriageReading.schema())
                .contains("\"enum\":[\"retry\",\"split\",\"ask\"]", "\"type\":[\"string\",\"null\"]");
    }
}
