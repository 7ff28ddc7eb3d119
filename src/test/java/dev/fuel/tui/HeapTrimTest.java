package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTrimTest {
    private long megabytes;
    private long afterwards;
    private int collections;
    private final HeapTrim trim = new HeapTrim(() -> megabytes << 20, () -> {
        collections++;
        megabytes = afterwards;
    });

    @Test
    void aHeapThatHasGrownIsCollectedOnce() {
        afterwards = 30;
        lookAt(64);
        assertThat(collections).isZero();
        lookAt(65);
        assertThat(collections).isOne();
        lookAt(40);
        lookAt(64);
        assertThat(collections).isOne();
    }

    @Test
    void whatIsReallyNeededIsNotCollectedAgainAndAgain() {
        afterwards = 100;
        lookAt(101);
        lookAt(110);
        lookAt(124);
        assertThat(collections).isOne();
        lookAt(125);
        assertThat(collections).isEqualTo(2);
    }

    private void lookAt(long size) {
        megabytes = size;
        trim.look();
    }
}
