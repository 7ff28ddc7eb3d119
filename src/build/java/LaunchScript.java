import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The shell code that starts the program, and the one place where the virtual machine's flags stand.
final class LaunchScript {
    /// The cache is only usable with the flags that it was made with.
    ///
    /// - Serial collector and small heap, given back where it is not used: the program is short-lived or idle.
    ///   What is young has room for an opening of the screen, which a collection would stop for 20 ms.
    /// - C1 only: start-up counts, nothing computes for long (measured: equal start, a third less memory). And
    ///   that for what runs twice as often as usual: a tenth less processor time while the screen opens.
    /// - The cache is mapped where it was made for, so that its pages need no change and are shared by all
    ///   that run.
    /// - A cache that does not fit any more (another Java, another CPU) is passed over without a word.
    static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=2",
            "-Xms32m",
            "-Xmn16m",
            "-Xmx160m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "--enable-native-access=ALL-UNNAMED");

    private LaunchScript() {}

    /// What the virtual machine gets besides the cache: flags, properties, class path.
    ///
    /// @param folder where the program stands, as the one who starts it writes it
    static List<String> arguments(String folder) {
        List<String> all = new ArrayList<>(FLAGS);
        all.add("-Dorg.sqlite.lib.path=" + folder + "/native");
        all.add("-Dorg.sqlite.lib.name=" + NativeLibrary.name());
        // Where the driver looks for libraries that it once unpacked: it lists the whole folder at each start.
        all.add("-Dorg.sqlite.tmpdir=" + folder + "/native");
        all.add("-cp");
        all.add(folder + "/fuel.jar");
        return all;
    }

    /// `launch`, read by the launcher in the sources' folder. Complete when it is there.
    static void writeForCheckout(Path folder, Path java) throws IOException {
        Path root = folder.getParent().getParent();
        String text = """
                # Made by the build; read by the launcher in the sources' folder.
                fuel_home=%s
                fuel_folder=%s
                fuel_java=%s
                fuel_java_release=%s
                fuel_stamp=%s
                %s""".formatted(
                        quoted(root),
                        quoted(folder),
                        quoted(java),
                        quoted(java.getParent().resolveSibling("release")),
                        quoted(folder.resolve("stamp")),
                        start());
        Path draft = folder.resolve("launch.draft");
        Files.writeString(draft, text);
        Files.move(draft, folder.resolve("launch"), StandardCopyOption.ATOMIC_MOVE);
    }

    /// `bin/fuel` of the archive: needs nothing but what lies beside it.
    static void writeForArchive(Path script) throws IOException {
        Files.createDirectories(script.getParent());
        Files.writeString(script, """
                #!/bin/sh
                # Starts Fuel with the Java runtime that lies beside it.
                fuel_launcher=$0
                while [ -L "$fuel_launcher" ]; do
                    fuel_target=$(readlink "$fuel_launcher")
                    case $fuel_target in
                        /*) fuel_launcher=$fuel_target ;;
                        *) fuel_launcher=${fuel_launcher%%/*}/$fuel_target ;;
                    esac
                done
                fuel_home=$(cd "${fuel_launcher%%/*}/.." && pwd -P) || exit 4
                fuel_launcher=$fuel_home/bin/fuel
                fuel_folder=$fuel_home/lib
                fuel_java=$fuel_home/runtime/bin/java
                %s
                fuel_start "$@"
                """.formatted(start()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String start() {
        String arguments = arguments("$fuel_folder").stream()
                .map(argument -> "\"" + argument + "\"")
                .collect(Collectors.joining(" "));
        return """
                fuel_start() {
                    case $1 in
                        "" | init | consume | demo | config | doctor | import | export) fuel_cache=everything ;;
                        *) fuel_cache=commands ;;
                    esac
                    exec "$fuel_java" "-XX:AOTCache=$fuel_folder/$fuel_cache.aot" %s $FUEL_JAVA_OPTIONS \\
                        "-Dfuel.launcher=$fuel_launcher" dev.fuel.Fuel "$@"
                }
                """.formatted(arguments);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
