package dev.fuel.tui.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.tui.input.Key;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyMapTest {
    @Test
    void everyActionHasAKeyAndASentence() {
        assertThat(KeyMap.DEFAULT.bindings().stream().map(Binding::action).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Action.values()));
        assertThat(KeyMap.DEFAULT.bindings()).allSatisfy(binding -> {
            assertThat(binding.sentence()).isNotBlank();
            assertThat(binding.keys()).isNotEmpty();
        });
    }

    @Test
    void aKeyWithTwoMeaningsInOneContextIsRefused() {
        Binding one = new Binding(KeyContext.BOARD, Action.OPEN, List.of(Key.typed("x")), 0, "", "open");
        Binding other = new Binding(KeyContext.BOARD, Action.RETRY, List.of(Key.typed("x")), 0, "", "retry");

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
    void noKeyIsOneThatTerminalsKeepForThemselves() {
        List<Key> kept = List.of(Key.ctrl('s'), Key.ctrl('q'), Key.ctrl('\\'), Key.ctrl('j'), Key.ctrl('h'));

        assertThat(KeyMap.DEFAULT.bindings())
                .noneMatch(binding -> binding.keys().stream().anyMatch(kept::contains));
    }
}
