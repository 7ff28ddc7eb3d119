package dev.fuel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> NAMES = List.of("tasks", "task:add", "ready", "retry", "a");

    @Test
    void fewSlipsAreForgiven() {
        assertThat(Nearest.to("taks", NAMES)).contains("tasks");
        assertThat(Nearest.to("READY", NAMES)).contains("ready");
        assertThat(Nearest.to("rety", NAMES)).contains("retry");
        assertThat(Nearest.to("nothing", NAMES)).isEmpty();
        assertThat(Nearest.to("b", NAMES)).isEmpty();
        assertThat(Nearest.to("", NAMES)).isEmpty();
    }

    @Property(tries = 200)
    void aRightNameIsItsOwnNearest(
            @ForAll @Size(min = 1, max = 5) List<@AlphaChars @StringLength(min = 2, max = 12) String> names) {
        for (String name : names) {
            assertThat(Nearest.to(name, names)).get().asString().isEqualToIgnoringCase(name);
        }
    }
}
