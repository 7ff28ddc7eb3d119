package dev.fuel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir
    Path folder;

    private final BlockingQueue<ConfigReading> told = new LinkedBlockingQueue<>();
    private Path file;

    @BeforeEach
    void oneGoodConfiguration() throws Exception {
        file = folder.resolve("config.yaml");
        Files.writeString(file, "max_concurrent: 1");
    }

    @Test
    void anEditIsTakenUpAndABrokenOneKeepsTheLastGoodOne() throws Exception {
        try (ConfigFile config = ConfigFile.open(file, "config.yaml")) {
            config.watch(told::add);

            Files.writeString(file, "max_concurrent: 2");
            assertThat(next()).isInstanceOf(ConfigReading.Usable.class);
            assertThat(config.current().maxConcurrent()).isEqualTo(2);

            Files.writeString(file, "max_concurrent: many");
            assertThat(next()).isInstanceOf(ConfigReading.Unusable.class);
            assertThat(config.current().maxConcurrent()).isEqualTo(2);
            assertThat(config.problems())
                    .extracting(ConfigProblem::toString)
                    .containsExactly(
                            "config.yaml:1:17: max_concurrent must be a whole number, 1 or more, not \"many\"");

            Files.delete(file);
            assertThat(((ConfigReading.Unusable) next()).message()).contains("cannot be read");

            Path draft = Files.writeString(folder.resolve("draft"), "max_concurrent: 3");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            assertThat(next()).isInstanceOf(ConfigReading.Usable.class);
            assertThat(config.current().maxConcurrent()).isEqualTo(3);
            assertThat(config.problems()).isEmpty();
        }
    }

    @Test
    void aSaveThatSaysTheSameIsNotTold() throws Exception {
        try (ConfigFile config = ConfigFile.open(file, "config.yaml")) {
            config.watch(told::add);
            Files.writeString(file, "max_concurrent: 1");
            Files.writeString(folder.resolve("agent.db-wal"), "x");
            Files.writeString(file, "max_concurrent: 7");
            assertThat(next().require().config().maxConcurrent()).isEqualTo(7);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void whatCannotBeUsedAtTheStartIsRefused() throws Exception {
        Files.writeString(file, "nonsense: 1");
        assertThatThrownBy(() -> ConfigFile.open(file, "config.yaml"))
                .isInstanceOf(UnusableConfigException.class)
                .hasMessageStartingWith("config.yaml:1:1: unknown key \"nonsense\"");
    }

    private ConfigReading next() throws InterruptedException {
        ConfigReading reading = told.poll(10, TimeUnit.SECONDS);
        assertThat(reading).as("a change within 10 s").isNotNull();
        return reading;
    }
}
