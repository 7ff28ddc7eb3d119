package dev.fuel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.domain.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/// `fuel install [DIR]`: a link to the launcher, in place of nothing but an older link of the same kind.
final class InstallCommand implements Subcommand {
    private static final String NAME = "fuel";

    @Override
    public Syntax syntax() {
        return Syntax.NONE.optional("DIR");
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Surroundings surroundings = invocation.surroundings();
        Path launcher = surroundings.launcher();
        if (launcher == null) {
            throw new Refusal(
                    "no_launcher", "cannot install: fuel was not started by its launcher, run ./fuel install");
        }
        Path folder = invocation
                .arguments()
                .optionalWord(0)
                .map(invocation.directory()::resolve)
                .orElseGet(() -> home(surroundings).resolve(".local/bin"));
        Path link = folder.resolve(NAME);
        try {
            boolean made = link(link, launcher);
            invocation.output().line((made ? "installed " : "already installed: ") + link + " -> " + launcher);
        } catch (IOException e) {
            throw new Refusal("cannot_install", "cannot make %s: %s".formatted(link, e));
        }
        if (!isOnPath(surroundings, folder)) {
            invocation.output().line("%s is not on PATH: add it in your shell's profile".formatted(folder));
        }
        return ExitCode.DONE;
    }

    private static Path home(Surroundings surroundings) {
        return surroundings
                .variable("HOME")
                .map(Path::of)
                .orElseThrow(() -> new UsageException("HOME is not set: name the folder, fuel install DIR"));
    }

    private static boolean link(Path link, Path launcher) throws IOException {
        if (Files.isSymbolicLink(link)) {
            Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
            if (target.equals(launcher)) {
                return false;
            }
            boolean ours = target.endsWith(NAME) && (Files.notExists(target) || isLauncher(target));
            if (!ours) {
                throw foreign(link);
            }
            Files.delete(link);
        } else if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw foreign(link);
        }
        Files.createDirectories(link.resolveSibling(""));
        Files.createSymbolicLink(link, launcher);
        return true;
    }

    /// Every launcher of Fuel names its variables so.
    private static boolean isLauncher(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(4096), UTF_8).contains("fuel_launcher=$0");
        }
    }

    private static Refusal foreign(Path link) {
        return new Refusal(
                "in_the_way",
                "cannot install: %s is there and is not Fuel's; move it or name another folder".formatted(link));
    }

    private static boolean isOnPath(Surroundings surroundings, Path folder) {
        return Arrays.asList(surroundings.variable("PATH").orElse("").split(File.pathSeparator, -1))
                .contains(folder.toString());
    }
}
