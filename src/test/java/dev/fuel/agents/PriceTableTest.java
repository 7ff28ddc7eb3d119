package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.Usage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {
    private static final Usage USAGE = new Usage(2_000_000L, 100_000L, 4_000_000L, null, 7);

    @ParameterizedTest
    @CsvSource({
        "gpt-5, 4.00",
        "GPT-5-Codex, 4.00",
        "openai/gpt-5.4-mini, 2.25",
        "claude-sonnet-4-5-20250929, 8.70",
        "claude-sonnet-4.5, 8.70",
        "gemini-3.1-pro-preview, 6.00",
        "gpt-4.1-2025-04-14, 6.80"
    })
    void namesOfTheSameModelHaveTheSamePrice(String model, double usd) {
        assertThat(PriceTable.standard().estimate(model, USAGE).orElseThrow()).isCloseTo(usd, Offset.offset(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen3-coder-plus", "stub/stub-model", "gpt-5-ultra", "<synthetic>", ""})
    void aModelWithoutAPriceStaysUnknown(String model) {
        assertThat(PriceTable.standard().estimate(model, USAGE)).isEmpty();
    }

    @Test
    void withoutAModelOrTokensThereIsNoEstimate() {
        assertThat(PriceTable.standard().estimate(null, USAGE)).isEmpty();
        assertThat(PriceTable.standard().estimate("gpt-5", Usage.UNKNOWN)).isEmpty();
        assertThat(PriceTable.standard().estimate("gpt-5", new Usage(1L, null, null, null, null)))
                .isEmpty();
    }
}
