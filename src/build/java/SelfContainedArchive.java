import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// `fuel-<version>-<os>-<arch>.tar.gz`: Fuel with a Java runtime of the modules that it needs.
final class SelfContainedArchive {
    /// What `jdeps --print-module-deps` finds in Fuel and its libraries, less what only unused parts of them name
    /// (desktop, naming, management). The result is tried by hand: unpacked elsewhere, with no Java on PATH.
    private static final String MODULES = "java.base,java.logging,java.sql,jdk.unsupported";

    private static final int LIMIT_IN_SECONDS = 120;

    private SelfContainedArchive() {}

    static void make(Path target, String version, List<Path> classPath) throws Exception {
        String name = "fuel-%s-%s-%s"
                .formatted(version, NativeLibrary.system().toLowerCase(Locale.ROOT), NativeLibrary.architecture());
        Path work = target.resolve("archive");
        Path folder = work.resolve(name);
        Distributions.delete(work);
        Files.createDirectories(folder);
        Path runtime = folder.resolve("runtime");
        run(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules=" + MODULES,
                "--generate-cds-archive",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output=" + runtime);
        MakeDistribution.makeProgram(folder.resolve("lib"), classPath, runtime.resolve("bin/java"));
        Files.delete(folder.resolve("lib/training.log"));
        LaunchScript.writeForArchive(folder.resolve("bin/fuel"));
        run(
                "tar",
                "-C",
                work.toString(),
                "-czf",
                target.resolve(name + ".tar.gz").toString(),
                name);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end after %d s: %s".formatted(LIMIT_IN_SECONDS, List.of(command)));
        }
        if (process.exitValue() != 0) {
            throw new IOException("ended with %d: %s".formatted(process.exitValue(), List.of(command)));
        }
    }
}
