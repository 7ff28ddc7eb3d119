import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Error Prone and NullAway over all sources; whatever they find fails the build.
///
/// They take three quarters of the time of a compilation, which uses one processor. So the compiler compiles without
/// them, and here the program and its tests are read at the same time, the tests against the classes of the program.
/// The
/// files of one folder are read together: of a class that was read from its class file NullAway does not see all
/// annotations. Nothing is done if no file has changed since all of them were found good.
///
/// A single-file program. Arguments: a file to mark a good end with, the class path, with Error Prone, NullAway and the
/// classes of the sources, and the folders of the sources.
final class Lint {
    private static final int LIMIT_IN_SECONDS = 600;

    private static final List<String> CHECKS = List.of(
            "-Xplugin:ErrorProne",
            "-Xep:NullAway:ERROR",
            "-Xep:MissingSummary:OFF",
            "-Xep:ImmutableEnumChecker:OFF",
            "-XepOpt:NullAway:OnlyNullMarked=true",
            "-XepOpt:NullAway:JSpecifyMode=true",
            "-XepOpt:NullAway:HandleTestAssertionLibraries=true");

    /// Nothing is written: the compiler stops after the phase in which Error Prone reads.
    private static final List<String> FLAGS = List.of(
            "-proc:none",
            "-implicit:none",
            "-parameters",
            "-Werror",
            "-XDcompilePolicy=simple",
            "--should-stop=ifError=FLOW",
            "--should-stop=ifNoError=FLOW",
            "-XDaddTypeAnnotationsToSymbol=true");

    private static final List<String> EXPORTED =
            List.of("api", "code", "file", "main", "model", "parser", "processing", "tree", "util");
    private static final List<String> OPENED = List.of("code", "comp");

    private Lint() {}

    public static void main(String[] args) throws Exception {
        Path mark = Path.of(args[0]);
        List<List<Path>> shares = new ArrayList<>();
        for (String folder : Arrays.asList(args).subList(2, args.length)) {
            shares.add(sourcesIn(Path.of(folder)));
        }
        List<Path> sources = shares.stream().flatMap(List::stream).toList();
        if (!isDue(mark, sources)) {
            return;
        }
        FileTime begin = FileTime.from(Instant.now());
        if (!allGood(args[1], shares)) {
            System.exit(1);
        }
        Files.createDirectories(mark.toAbsolutePath().getParent());
        Files.writeString(mark, "%d files%n".formatted(sources.size()));
        Files.setLastModifiedTime(mark, begin);
    }

    private static List<Path> sourcesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static boolean isDue(Path mark, List<Path> sources) throws IOException {
        if (!Files.exists(mark) || !Files.readString(mark).equals("%d files%n".formatted(sources.size()))) {
            return true;
        }
        FileTime last = Files.getLastModifiedTime(mark);
        for (Path file : sources) {
            if (Files.getLastModifiedTime(file).compareTo(last) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean allGood(String classPath, List<List<Path>> shares) throws Exception {
        Path work = Files.createTempDirectory("fuel-lint-");
        try {
            List<Process> processes = new ArrayList<>();
            for (int number = 0; number < shares.size(); number++) {
                Path words = work.resolve("words-" + number);
                Files.write(words, words(classPath, shares.get(number)));
                processes.add(new ProcessBuilder(command(words))
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("output-" + number).toFile())
                        .start());
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> processes.forEach(Process::destroy)));
            boolean good = true;
            for (int number = 0; number < processes.size(); number++) {
                boolean ended = processes.get(number).waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS);
                good &= ended && processes.get(number).exitValue() == 0;
                System.out.print(Files.readString(work.resolve("output-" + number)));
                if (!ended) {
                    System.out.println("javac did not end within %d s".formatted(LIMIT_IN_SECONDS));
                }
            }
            return good;
        } finally {
            Distributions.delete(work);
        }
    }

    private static List<String> command(Path words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        EXPORTED.forEach(
                name -> command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED"));
        OPENED.forEach(name -> command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1", "-J-Xms512m", "-J-Xmn300m"));
        command.add("@" + words);
        return command;
    }

    private static List<String> words(String classPath, List<Path> share) {
        String checkers = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(place -> place.endsWith(".jar"))
                .reduce((first, second) -> first + File.pathSeparator + second)
                .orElseThrow();
        List<String> words = new ArrayList<>(FLAGS);
        words.add(String.join(" ", CHECKS));
        words.addAll(List.of("-processorpath", checkers, "-classpath", classPath));
        share.forEach(file -> words.add(file.toString()));
        return words.stream().map(Lint::quoted).toList();
    }

    /// As an argument file of the compiler wants it.
    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
