package dev.fuel.config;

import java.util.List;
import java.util.stream.Collectors;

/// What reading a configuration led to.
public sealed interface ConfigReading {
    /// It can be used.
    ///
    /// @param settings each effective value, in the order of the documentation
    record Usable(FuelConfig config, List<Setting> settings) implements ConfigReading {
        public Usable {
            settings = List.copyOf(settings);
        }
    }

    /// It cannot: at least one problem, in the order of the file.
    record Unusable(List<ConfigProblem> problems) implements ConfigReading {
        public Unusable {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("unusable without a problem");
            }
        }

        public String message() {
            return problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"));
        }
    }

    /// The usable configuration.
    ///
    /// @throws UnusableConfigException naming every problem, if there is none
    default Usable require() {
        return switch (this) {
            case Usable usable -> usable;
            case Unusable unusable -> throw new UnusableConfigException(unusable);
        };
    }
}
