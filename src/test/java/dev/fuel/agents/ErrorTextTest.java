package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.FailureType;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You’ve hit your usage limit. Upgrade to Pro (https://x), purchase more credits or try again at 6:34 PM. | RATE_LIMIT
            You've hit your weekly limit · resets Nov 25, 1:58am (UTC)                            | RATE_LIMIT
            You have exhausted your daily quota on this model.                                    | RATE_LIMIT
            429 The usage limit has been reached                                                  | RATE_LIMIT
            exceeded retry limit, last status: 429 Too Many Requests, request id: req_1           | NETWORK
            You exceeded your current quota, please check your plan and billing details. Please retry in 20.0s. | NETWORK
            Rate limit reached for m on tokens per min (TPM): Limit 30000. Please try again in 20s. | NETWORK
            getUserInfo error: rate-limited                                                       | NETWORK
            Quota exceeded. Check your plan and billing details.                                  | BUDGET
            You exceeded your current quota, please check your plan and billing details.          | BUDGET
            Credit balance is too low                                                             | BUDGET
            unexpected status 401 Unauthorized: Incorrect API key provided: sk-test.              | AUTH
            Missing environment variable: `OPENAI_API_KEY`.                                       | AUTH
            Error: No authentication information found.                                           | AUTH
            Error: Invalid or missing API key. Run 'amp login' to authenticate.                   | AUTH
            Authentication required. Please run 'cursor-agent login' first, or set CURSOR_API_KEY. | AUTH
            When using Gemini API, you must specify the GEMINI_API_KEY environment variable.      | AUTH
            unexpected status 503 Service Unavailable: The server is currently overloaded         | NETWORK
            Selected model is at capacity. Please try a different model.                          | NETWORK
            getUserInfo error: unavailable                                                        | NETWORK
            stream disconnected before completion: idle timeout waiting for SSE                   | NETWORK
            [API Error: Connection error. (cause: fetch failed)]                                  | NETWORK
            exception TypeError: fetch failed sending request                                     | NETWORK
            Connection reset by server ECONNRESET                                                 | NETWORK
            Cannot connect to API: Unable to connect. Is the computer able to access the url?     | NETWORK
            Error: Couldn't connect to the Amp server at http://127.0.0.1:9/.                     | NETWORK
            The operation timed out.                                                              | NETWORK
            """)
    void wordsTellTheKind(String words, FailureType expected) {
        assertThat(ErrorText.classify(words)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Codex ran out of room in the model's context window. Start a new thread or clear earlier history.",
                "The model `gpt-5` does not exist or you do not have access to it.",
                "Unexpected server error. Check server logs for details.",
                "Session not found",
                "Run aborted: tool-call budget of 1 exceeded (--max-tool-calls); observed 2.",
                "the file req_4290500 has 1503 lines",
                ""
            })
    void otherErrorsAreOfNoKnownKind(String words) {
        assertThat(ErrorText.classify(words)).isEmpty();
    }

    @Test
    void limitIsToldBeforeTheErrorAndAnUnknownErrorIsACrash() {
        var events = new ArrayList<AgentEvent>();
        ErrorText.tell("You've hit your usage limit", events::add);
        ErrorText.tell("out of cheese", events::add);
        assertThat(events)
                .containsExactly(
                        new AgentEvent.Limit(null, "You've hit your usage limit"),
                        new AgentEvent.Failed(FailureType.RATE_LIMIT, "You've hit your usage limit"),
                        new AgentEvent.Failed(FailureType.CRASH, "out of cheese"));
    }
}
