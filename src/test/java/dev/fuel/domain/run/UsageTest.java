package dev.fuel.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void shareOfEarlierRunsIsTakenOffASessionsTotal() {
        var total = new Usage(4800L, 168L, 1200L, 0.5, 2);
        assertThat(total.minus(new Usage(2400L, 84L, 600L, 0.25, 7))).isEqualTo(new Usage(2400L, 84L, 600L, 0.25, 2));
        assertThat(total.minus(Usage.UNKNOWN)).isEqualTo(total);
        assertThat(Usage.UNKNOWN.minus(total)).isEqualTo(Usage.UNKNOWN);
        assertThat(new Usage(1L, null, null, 0.1, null).minus(total)).isEqualTo(new Usage(0L, null, null, 0.0, null));
    }
}
