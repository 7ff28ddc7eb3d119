package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Verdict;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictReadingTest {
    private static final String PASS = "{\"verdict\":\"pass\",\"summary\":\"fine\",\"issues\":[]}";
    private static final String FAIL = """
            {"verdict": "fail", "summary": "a leak", "issues": [
              {"type": "bug", "severity": "blocking", "file": "src/A.java", "line": 7, "description": "never closed"},
              {"severity": "follow_up", "description": "a test is missing"}]}""";

    @Test
    void readsEverythingThatAVerdictSays() {
        assertThat(VerdictReading.in(FAIL)).hasValueSatisfying(verdict -> {
            assertThat(verdict.isPass()).isFalse();
            assertThat(verdict.summary()).isEqualTo("a leak");
            assertThat(verdict.issues())
                    .containsExactly(
                            new Issue("bug", Issue.Severity.BLOCKING, "src/A.java", 7, "never closed"),
                            new Issue("other", Issue.Severity.FOLLOW_UP, null, null, "a test is missing"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "Here it is: %s",
                "```json\n%s\n```\nThat is all.",
                "I looked at `void f() { return; }` and {this}. %s",
                "{\"result\": %s, \"cost\": 1}",
                "[%s]",
                "{\"half\": [1, 2\n%s",
                "{\"verdict\":\"fail\",\"summary\":\"draft\",\"issues\":[]}\nNo, rather:\n%s",
                "{\"verdict\":\"pass|fail\",\"summary\":\"the form\",\"issues\":[]} %s",
                "%s\n{\"verdict\":\"fail\",\"summary\":\"cut off",
            })
    void isFoundWhateverStandsAround(String around) {
        assertThat(VerdictReading.in(around.formatted(PASS)))
                .hasValueSatisfying(verdict -> assertThat(verdict.isPass()).isTrue());
    }

    @Test
    void theLastOfSeveralCounts() {
        assertThat(VerdictReading.in(PASS + "\n" + FAIL))
                .hasValueSatisfying(verdict -> assertThat(verdict.isPass()).isFalse());
    }

    @Test
    void whatAVerdictQuotesIsNoVerdict() {
        String quoting = """
                {"verdict":"fail","summary":"it prints a verdict","issues":[],"example":%s}""".formatted(PASS);
        assertThat(VerdictReading.in(quoting)).map(Verdict::isPass).hasValue(false);
        String unknown = quoting.replace("\"fail\"", "\"perhaps\"");
        assertThat(VerdictReading.in(unknown)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "It is good.",
                "pass",
                "{\"verdict\":\"pass\"}",
                "{\"verdict\":\"maybe\",\"issues\":[]}",
                "{\"verdict\":true,\"issues\":[]}",
                "{\"verdict\":\"pass\",\"issues\":\"none\"}",
                "{\"verdict\":\"pass\",\"issues\":[\"none\"]}",
                "{\"verdict\":\"pass\",\"issues\":[{\"severity\":\"grave\",\"description\":\"x\"}]}",
                "{\"verdict\":\"pass\",\"issues\":[{\"severity\":\"blocking\",\"description\":\" \"}]}",
                "{\"verdict\":\"pass\",\"issues\":[]",
            })
    void whatDoesNotSayAllIsNone(String text) {
        assertThat(VerdictReading.in(text)).isEmpty();
    }

    @Test
    void passWithABlockingIssueIsAFailAndFailWithoutAnIssueNamesItsSummary() {
        String torn = FAIL.replace("\"fail\"", "\"pass\"");
        assertThat(VerdictReading.in(torn)).map(Verdict::isPass).hasValue(false);
        String bare = "{\"verdict\":\"FAIL\",\"summary\":\"it does nothing\",\"issues\":[]}";
        assertThat(VerdictReading.in(bare))
                .hasValueSatisfying(verdict -> assertThat(verdict.issues())
                        .singleElement()
                        .satisfies(issue -> {
                            assertThat(issue.isBlocking()).isTrue();
                            assertThat(issue.description()).isEqualTo("it does nothing");
                        }));
    }

    @Test
    void hostileTextCostsLittle() {
        for (String piece : new String[] {"{", "{\"a\":", "{\"a\":[{},", "{\"verdict\":\"", "{\"a\":[\"{"}) {
            String text = piece.repeat(200_000 / piece.length()) + PASS;
            Assertions.setMaxStackTraceElementsDisplayed(20);
            org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(2), () -> VerdictReading.in(text));
        }
    }
}
