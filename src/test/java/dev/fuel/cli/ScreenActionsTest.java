package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.action.Action;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What can be done on the screen can be done by a command.
class ScreenActionsTest {
    static Stream<String> commands() {
        return Arrays.stream(Action.values())
                .map(Action::command)
                .filter(command -> !command.isEmpty())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandOfAnActionExists(String command) {
        String name = command.split(" ", -1)[0];

        assertThat(Commands.find(name)).as(command).isPresent();
    }

    @Test
    void whatChangesTheProjectHasACommand() {
        assertThat(Action.APPROVE.command()).startsWith("inbox:act");
        assertThat(Action.PAUSE_AGENT.command()).startsWith("pause --agent");
    }
}
