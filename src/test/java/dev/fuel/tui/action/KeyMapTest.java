package dev.fuel.tui.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.tui.input.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyMapTest {
    @Test
    void everyActionHasAKeyAndASentence() {
        assertThat(KeyMap.DEFAULT.bindings().stream().map(Binding::action).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Action.values()));
        assertThat(KeyMap.DEFAULT.bindings()).allSatisfy(binding -> {
            assertThat(binding.action().sentence()).isNotBlank();
            assertThat(binding.keys()).isNotEmpty();
        });
    }

    @Test
    void aKeyWithTwoMeaningsInOneContextIsRefused() {
        Binding one = new Binding(KeyContext.BOARD, Action.OPEN, List.of(Key.typed("x")), 0);
        Binding other = new Binding(KeyContext.BOARD, Action.RETRY, List.of(Key.typed("x")), 0);

        assertThatThrownBy(() -> new KeyMap(List.of(one, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x is bound to open and to retry");
    }

    @Test
    void namesAndKeysAreTheSameBothWays() {
        for (Binding binding : KeyMap.DEFAULT.bindings()) {
            for (Key key : binding.keys()) {
                assertThat(KeyNames.parse(KeyNames.name(key))).isEqualTo(key);
            }
        }
    }

    @Test
    void theConfigurationGivesAnActionOtherKeysEverywhere() {
        KeyMap.Wished wished = KeyMap.of(Map.of("open", List.of("o", "Enter"), "cancel", List.of()));

        assertThat(wished.problems()).isEmpty();
        assertThat(wished.keyMap().action(KeyContext.BOARD, Key.typed("o"))).contains(Action.OPEN);
        assertThat(wished.keyMap().action(KeyContext.INBOX, Key.typed("o"))).contains(Action.OPEN);
        assertThat(wished.keyMap().action(KeyContext.BOARD, Key.typed("d"))).isEmpty();
    }

    @Test
    void whatTheConfigurationGetsWrongIsToldAndChangesNothing() {
        KeyMap.Wished wished = KeyMap.of(
                Map.of("aprove", List.of("a"), "retry", List.of("S"), "edit", List.of("Meta-x"), "copy", List.of("Y")));

        assertThat(wished.problems())
                .containsOnlyKeys("aprove", "retry", "edit")
                .containsEntry("aprove", "no action is called \"aprove\"")
                .hasEntrySatisfying("retry", problem -> assertThat(problem).contains("S is bound to", "stop-run"))
                .hasEntrySatisfying("edit", problem -> assertThat(problem).contains("Meta-x"));
        assertThat(wished.keyMap().action(KeyContext.BOARD, Key.typed("R"))).contains(Action.RETRY);
        assertThat(wished.keyMap().action(KeyContext.BOARD, Key.typed("Y"))).contains(Action.COPY);
    }

    @Test
    void aSpecialMeaningHidesTheWiderOne() {
        assertThat(KeyMap.DEFAULT.action(KeyContext.AGENTS, Key.typed("R"))).contains(Action.RESET_AGENT);
        assertThat(KeyMap.DEFAULT.bindings(KeyContext.AGENTS).stream().map(Binding::action))
                .contains(Action.RESET_AGENT, Action.OPEN, Action.HELP)
                .doesNotContain(Action.RETRY);
    }

    @Test
    void noKeyIsOneThatTerminalsKeepForThemselves() {
        List<Key> kept = List.of(Key.ctrl('s'), Key.ctrl('q'), Key.ctrl('\\'), Key.ctrl('j'), Key.ctrl('h'));

        assertThat(KeyMap.DEFAULT.bindings())
                .noneMatch(binding -> binding.keys().stream().anyMatch(kept::contains));
    }

    @ParameterizedTest
    @EnumSource(KeyContext.class)
    void helpListsNoActionTwice(KeyContext context) {
        assertThat(KeyMap.DEFAULT.bindings(context)).extracting(Binding::action).doesNotHaveDuplicates();
    }
}
