import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes the program that is started, from what Maven compiled: one jar, the native library, the AOT caches of
/// training runs, and the shell code that starts it.
///
/// A single-file program. Arguments: `checkout` (for the launcher in the sources' folder) or `archive` (a
/// `tar.gz` with its own Java runtime), the version, the folder to make, the class path.
final class MakeDistribution {
    private MakeDistribution() {}

    public static void main(String[] args) throws Exception {
        String version = args[1];
        Path folder = Path.of(args[2]).toAbsolutePath();
        List<Path> classPath =
                Arrays.stream(args[3].split(File.pathSeparator)).map(Path::of).toList();
        switch (args[0]) {
            case "checkout" -> makeForCheckout(folder, classPath);
            case "archive" -> SelfContainedArchive.make(folder, version, classPath);
            default -> throw new IllegalArgumentException("neither checkout nor archive: " + args[0]);
        }
    }

    private static void makeForCheckout(Path folder, List<Path> classPath) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        makeProgram(folder, classPath, java);
        LaunchScript.writeForCheckout(folder, java);
    }

    /// The jar, the native library and the AOT caches, which only this Java can use.
    static void makeProgram(Path folder, List<Path> classPath, Path java) throws Exception {
        Files.createDirectories(folder);
        ProgramJar.write(classPath, folder.resolve("fuel.jar"));
        NativeLibrary.unpack(classPath, folder.resolve("native"));
        TrainingRun training = new TrainingRun(folder, java);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<Void> made :
                    both.invokeAll(List.of(making(training, "commands"), making(training, "everything")))) {
                made.get();
            }
        }
    }

    private static Callable<Void> making(TrainingRun training, String kind) {
        return () -> {
            training.make(kind);
            return null;
        };
    }
}
