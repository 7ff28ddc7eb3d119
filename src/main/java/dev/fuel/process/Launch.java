package dev.fuel.process;

import dev.fuel.domain.run.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What is needed to start the process of one run.
///
/// @param token            the secret by which every process of the run is found again
/// @param runDirectory     where the run's files go; it is made if it is missing
/// @param workingDirectory where the program starts; it must exist
/// @param command          the program, by name (looked for on `PATH`) or path, and its arguments
/// @param environment      laid over Fuel's own; an empty value removes the variable
/// @param prompt           kept as `prompt.md`
/// @param promptOnStdin    whether the program reads the prompt from its standard input, which is empty otherwise
public record Launch(
        RunId run,
        String token,
        Path runDirectory,
        Path workingDirectory,
        List<String> command,
        Map<String, String> environment,
        String prompt,
        boolean promptOnStdin) {
    public Launch {
        if (token.isBlank()) {
            throw new IllegalArgumentException("%s has no token".formatted(run));
        }
        if (command.isEmpty() || command.getFirst().isEmpty()) {
            throw new IllegalArgumentException("%s has no program to run".formatted(run));
        }
        runDirectory = runDirectory.toAbsolutePath();
        workingDirectory = workingDirectory.toAbsolutePath();
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
