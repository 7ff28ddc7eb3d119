package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordTemplateTest {
    @Test
    void slotBecomesAsManyWordsAsItHas() {
        WordTemplate template = WordTemplate.of("exec {session} --json {model} -");
        assertThat(template.fill(Map.of("session", List.of("resume", "a b"))))
                .containsExactly("exec", "resume", "a b", "--json", "-");
        assertThat(template.fill(Map.of("model", List.of("--model", "$1\\x"))))
                .containsExactly("exec", "--json", "--model", "$1\\x", "-");
    }

    @Test
    void slotWithinAWordIsFilledInThere() {
        WordTemplate template = WordTemplate.of("--config roots=[{folders}] --resume={id}");
        assertThat(template.fill(Map.of("folders", List.of("\"/a\"", "\"/$b\""), "id", List.of("x"))))
                .containsExactly("--config", "roots=[\"/a\",\"/$b\"]", "--resume=x");
        assertThat(template.fill(Map.of())).containsExactly("--config", "roots=[]", "--resume=");
    }

    @Test
    void quotesHoldAWordTogether() {
        assertThat(WordTemplate.of("--allowedTools 'Bash(git *),Bash(fuel *)'").words())
                .containsExactly("--allowedTools", "Bash(git *),Bash(fuel *)");
    }

    @Test
    void flagsAreWhatAHelpLists() {
        assertThat(WordTemplate.of("exec --json --resume={id} -c a=b -c c=d - {args}")
                        .flags())
                .containsExactly("--json", "--resume", "-c");
        assertThat(WordTemplate.EMPTY.isEmpty()).isTrue();
    }
}
