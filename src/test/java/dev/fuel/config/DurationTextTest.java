package dev.fuel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @Property(tries = 500)
    void whatIsWrittenIsReadAgain(@ForAll @LongRange(min = 0, max = 999_999_999) long milliseconds) {
        Duration duration = Duration.ofMillis(milliseconds);
        assertThat(DurationText.parse(DurationText.format(duration))).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "-5m", "5 m", "1.5h", "5M", "9999999999s", "5w"})
    void anythingElseIsNone(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }
}
