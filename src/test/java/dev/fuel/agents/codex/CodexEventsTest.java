package dev.fuel.agents.codex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.EventParser;
import dev.fuel.agents.ToolState;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodexEventsTest {
    @Test
    void reconnectingIsNoError() {
        assertThat(events(
                        "{'type':'error','message':'Reconnecting... 2/5 (unexpected status 503 (x): a)'}",
                        "{'type':'error','message':'Reconnecting... waiting for network (Connection failed)'}",
                        "{'type':'error','message':'Reconnecting... waiting for network'}"))
                .containsExactly(
                        new AgentEvent.Retrying(2, 5, "unexpected status 503 (x): a"),
                        new AgentEvent.Retrying(1, 0, "Connection failed"),
                        new AgentEvent.Retrying(2, 0, ""));
    }

    @Test
    void errorCountsOnlyIfNothingCameAfterIt() {
        assertThat(events("{'type':'error','message':'unexpected status 401 Unauthorized'}"))
                .containsExactly(new AgentEvent.Failed(FailureType.AUTH, "unexpected status 401 Unauthorized"));
        assertThat(events(
                        "{'type':'error','message':'unexpected status 401 Unauthorized'}",
                        "{'type':'item.completed','item':{'id':'1','type':'agent_message','text':'on'}}"))
                .containsExactly(new AgentEvent.Text("on"));
    }

    @Test
    void remarksAreNotEvents() {
        assertThat(events(
                        "{'type':'item.completed','item':{'id':'0','type':'error','message':'Model metadata not found'}}",
                        "{'type':'item.updated','item':{'id':'1','type':'todo_list','items':[]}}",
                        "{'type':'item.completed','item':{'id':'1','type':'todo_list','items':[]}}",
                        "{'type':'turn.started'}"))
                .isEmpty();
    }

    @Test
    void toolsOfAllKindsHaveANameAndAnArgument() {
        assertThat(events(
                        "{'type':'item.completed','item':{'id':'1','type':'file_change','changes':"
                                + "[{'path':'src/A.java','kind':'update'},{'path':'B','kind':'add'}],'status':'completed'}}",
                        "{'type':'item.started','item':{'id':'2','type':'mcp_tool_call','server':'s','tool':'look',"
                                + "'arguments':{'query':'x y'},'status':'in_progress'}}",
                        "{'type':'item.completed','item':{'id':'2','type':'mcp_tool_call','server':'s','tool':'look',"
                                + "'arguments':{'query':'x y'},'status':'failed'}}",
                        "{'type':'item.completed','item':{'id':'3','type':'web_search','query':'java 25'}}"))
                .containsExactly(
                        new AgentEvent.ToolCall("1", "file_change", "src/A.java", ToolState.DONE),
                        new AgentEvent.ToolResult("1", true, ""),
                        new AgentEvent.ToolCall("2", "look", "x y", ToolState.RUNNING),
                        new AgentEvent.ToolResult("2", false, ""),
                        new AgentEvent.ToolCall("3", "web_search", "java 25", ToolState.DONE),
                        new AgentEvent.ToolResult("3", true, ""));
    }

    @Test
    void declinedCommandIsARefusedTool() {
        assertThat(events("{'type':'item.completed','item':{'id':'1','type':'command_execution','command':'rm x',"
                        + "'aggregated_output':'no','exit_code':null,'status':'declined'}}"))
                .containsExactly(
                        new AgentEvent.ToolCall("1", "command_execution", "rm x", ToolState.FAILED),
                        new AgentEvent.ToolDenied("1", "command_execution", "rm x"),
                        new AgentEvent.ToolResult("1", false, "no"));
    }

    @Test
    void failedCommandIsAFailedToolWhateverItsStatus() {
        assertThat(events("{'type':'item.completed','item':{'id':'1','type':'command_execution','command':'false',"
                        + "'aggregated_output':'','exit_code':3,'status':'completed'}}"))
                .contains(new AgentEvent.ToolResult("1", false, ""));
    }

    @Test
    void usageOfALaterTurnIsWhatItAdded() {
        assertThat(
                        events(
                                "{'type':'turn.completed','usage':{'input_tokens':1500,'cached_input_tokens':300,'output_tokens':42}}",
                                "{'type':'turn.completed','usage':{'input_tokens':4000,'cached_input_tokens':900,'output_tokens':50}}"))
                .filteredOn(AgentEvent.UsageReported.class::isInstance)
                .containsExactly(
                        new AgentEvent.UsageReported(new Usage(1200L, 42L, 300L, null, 1)),
                        new AgentEvent.UsageReported(new Usage(1900L, 8L, 600L, null, 1)));
    }

    private static List<AgentEvent> events(String... lines) {
        byte[] bytes = String.join("\n", lines).replace('\'', '"').getBytes(UTF_8);
        EventParser parser = Codex.PROFILE.parser().get();
        var events = new ArrayList<AgentEvent>();
        parser.feed(bytes, 0, bytes.length, events::add);
        parser.end(events::add);
        return events;
    }
}
