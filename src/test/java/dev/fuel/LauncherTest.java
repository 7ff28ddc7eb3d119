package dev.fuel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, with a program and a build that only say that they were started.
final class LauncherTest {
    private static final int LIMIT_IN_SECONDS = 30;

    @TempDir
    Path folder;

    private Path checkout;

    private record Result(int exit, String text) {}

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = folder.resolve("a check out");
        Files.createDirectories(checkout.resolve("src/main"));
        Files.createDirectories(checkout.resolve("src/build/java"));
        Files.createDirectories(checkout.resolve("target/dist"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("fuel"), checkout.resolve("fuel"));
        Files.writeString(checkout.resolve("src/build/java/BuildProgram.java"), """
                class BuildProgram {
                    public static void main(String[] args) {
                        System.err.println("building " + args[0]);
                        System.exit(1);
                    }
                }
                """);
        stamp(Instant.now().plusSeconds(60));
        Files.writeString(checkout.resolve("target/dist/launch"), """
                fuel_home='%1$s'
                fuel_java=/bin/sh
                fuel_java_release=/bin/sh
                fuel_stamp='%1$s/target/dist/stamp'
                fuel_start() {
                    printf 'started by %%s with %%s\\n' "$fuel_launcher" "$#"
                    printf '[%%s]\\n' "$@"
                }
                """.formatted(checkout));
    }

    @Test
    void startsTheBuiltProgramWithAllItsArguments() throws Exception {
        Result result = launch(checkout, "./fuel", "add", "two words", "");

        assertThat(result)
                .isEqualTo(new Result(0, "started by " + checkout + "/fuel with 3\n[add]\n[two words]\n[]\n"));
    }

    @Test
    void followsLinksToItself() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("first"), checkout.resolve("fuel"));
        Files.createSymbolicLink(bin.resolve("fuel"), Path.of("first"));

        assertThat(launch(folder, bin.resolve("fuel").toString()).text())
                .startsWith("started by " + checkout + "/fuel with 0");
    }

    @Test
    void buildsWhenASourceIsNewer() throws Exception {
        stamp(Instant.now().minusSeconds(60));

        assertThat(launch(checkout, "./fuel")).isEqualTo(new Result(4, "building " + checkout + "\n"));
    }

    @Test
    void insideARunTakesTheBuildThatIsThere() throws Exception {
        stamp(Instant.now().minusSeconds(60));

        assertThat(launch(checkout, "sh", "-c", "FUEL_RUN_TOKEN=token ./fuel").text())
                .startsWith("started by ");
    }

    @Test
    void buildsWhenTheFolderWasMoved() throws Exception {
        Path moved = Files.move(checkout, folder.resolve("moved"));

        assertThat(launch(moved, "./fuel")).isEqualTo(new Result(4, "building " + moved + "\n"));
    }

    @Test
    void saysWhatIsMissingInOneLine() throws Exception {
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Files.copy(Path.of("fuel"), alone.resolve("fuel"));

        assertThat(launch(alone, "./fuel"))
                .isEqualTo(new Result(
                        4,
                        "fuel: the sources are missing beside " + alone
                                + "/fuel; start fuel from a complete checkout\n"));
    }

    private void stamp(Instant instant) throws IOException {
        Path stamp = checkout.resolve("target/dist/stamp");
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, FileTime.from(instant));
    }

    private Result launch(Path directory, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("FUEL_RUN_TOKEN");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(output, UTF_8));
    }
}
