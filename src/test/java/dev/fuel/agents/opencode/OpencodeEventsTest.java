package dev.fuel.agents.opencode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.EventParser;
import dev.fuel.agents.ToolState;
import dev.fuel.domain.run.FailureType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpencodeEventsTest {
    private static final long PRINTED = 1795368955000L;

    @Test
    void answerIsTheTextOfTheLastStep() {
        assertThat(events(
                        "{'type':'text','sessionID':'s','part':{'text':'first'}}",
                        "{'type':'step_start','sessionID':'s','part':{}}",
                        "{'type':'text','sessionID':'s','part':{'text':'a'}}",
                        "{'type':'text','sessionID':'s','part':{'text':'b'}}",
                        "{'type':'step_finish','sessionID':'s','part':{'reason':'stop'}}"))
                .contains(new AgentEvent.Started("s", null))
                .endsWith(new AgentEvent.Finished("a\nb", true));
    }

    @Test
    void commandThatFailedIsAFailedToolWhateverItsStatus() {
        assertThat(events("{'type':'tool_use','part':{'tool':'bash','callID':'c','state':{'status':'completed',"
                        + "'input':{'command':'false'},'output':'x','metadata':{'exit':3}}}}"))
                .containsExactly(
                        new AgentEvent.ToolCall("c", "bash", "false", ToolState.FAILED),
                        new AgentEvent.ToolResult("c", false, "x"));
    }

    @Test
    void refusedToolThatEndsTheRunIsAQuestionOfPermission() {
        String refused = "{'type':'tool_use','part':{'tool':'bash','callID':'c','state':{'status':'error',"
                + "'input':{'command':'ls'},'error':'The user rejected permission to use this specific tool call.'}}}";
        String message = "The user rejected permission to use this specific tool call.";
        assertThat(events(refused, "{'type':'step_finish','part':{'reason':'tool-calls'}}"))
                .contains(new AgentEvent.ToolDenied("c", "bash", message))
                .endsWith(new AgentEvent.Failed(FailureType.PERMISSION, "bash was refused: " + message));
        assertThat(events(refused, "{'type':'step_finish','part':{'reason':'stop'}}"))
                .endsWith(new AgentEvent.Finished("", true));
    }

    @Test
    void answerThatWasCutOffIsAFailure() {
        assertThat(events("{'type':'step_finish','part':{'reason':'length'}}"))
                .last()
                .isInstanceOf(AgentEvent.Failed.class);
    }

    @Test
    void errorThatWasPassedIsForgotten() {
        assertThat(events(
                        "{'type':'error','error':{'name':'ContextOverflowError','data':{'message':'too long'}}}",
                        "{'type':'text','part':{'text':'compacted'}}"))
                .containsExactly(new AgentEvent.Text("compacted"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, no, AUTH",
        "403, no, AUTH",
        "402, no, BUDGET",
        "404, no such model 503, CRASH",
        "400, usage limit of words, CRASH",
        "408, no, NETWORK",
        "429, slow down, NETWORK",
        "429, The usage limit has been reached, RATE_LIMIT",
        "429, insufficient_quota, BUDGET",
        "500, no, NETWORK",
        "529, no, NETWORK"
    })
    void statusDecides(int status, String message, FailureType expected) {
        assertThat(events("{'type':'error','error':{'name':'APIError','data':{'message':'%s','statusCode':%d}}}"
                        .formatted(message, status)))
                .last()
                .isEqualTo(new AgentEvent.Failed(expected, message));
    }

    @Test
    void timeToComeBackIsInTheBodyOrTheHeader() {
        String error = "{'type':'error','timestamp':" + PRINTED + ",'error':{'name':'APIError','data':"
                + "{'message':'m','statusCode':429,'responseHeaders':{'retry-after':'20'},'responseBody':'%s'}}}";
        Instant printed = Instant.ofEpochMilli(PRINTED);
        assertThat(events(error.formatted("")))
                .containsExactly(new AgentEvent.Failed(FailureType.NETWORK, "m", printed.plusSeconds(20)));
        assertThat(events(error.formatted("usage_limit_reached, resets_at: 1795372555")))
                .containsExactly(
                        new AgentEvent.Limit(Instant.ofEpochSecond(1795372555), "m"),
                        new AgentEvent.Failed(FailureType.RATE_LIMIT, "m", Instant.ofEpochSecond(1795372555)));
    }

    private static List<AgentEvent> events(String... lines) {
        byte[] bytes = String.join("\n", lines).replace('\'', '"').getBytes(UTF_8);
        EventParser parser = Opencode.PROFILE.parser().get();
        var events = new ArrayList<AgentEvent>();
        parser.feed(bytes, 0, bytes.length, events::add);
        parser.end(events::add);
        return events;
    }
}
