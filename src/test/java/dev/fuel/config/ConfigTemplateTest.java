package dev.fuel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigTemplateTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMMAND")
    void programThatIsFoundAloneIsThePrimaryAgent(KnownDriver driver) {
        FuelConfig config = config(List.of(driver));
        assertThat(config.agents().values()).extracting(AgentConfig::driver).containsOnly(driver.word());
        assertThat(config.primary()).isIn(config.agents().keySet());
        assertThat(config.agents().keySet()).containsAll(config.complexity().values());
    }

    @Test
    void everyProgramThatIsFoundHasAnAgent() {
        List<KnownDriver> all = Arrays.stream(KnownDriver.values())
                .filter(driver -> driver.program() != null)
                .toList();
        assertThat(config(all).agents().values())
                .extracting(AgentConfig::driver)
                .containsAll(all.stream().map(KnownDriver::word).toList());
        assertThat(config(List.of()).agents().keySet()).isEmpty();
    }

    private static FuelConfig config(List<KnownDriver> found) {
        return ConfigReader.read(ConfigTemplate.write(found, "main"), "the new configuration")
                .require()
                .config();
    }
}
