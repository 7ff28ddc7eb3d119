import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

/// SQLite's native library, unpacked once: by itself sqlite-jdbc unpacks it at every start.
final class NativeLibrary {
    private NativeLibrary() {}

    /// The file's name on this system.
    static String name() {
        return System.mapLibraryName("sqlitejdbc");
    }

    static void unpack(List<Path> classPath, Path folder) throws IOException {
        String entry = "org/sqlite/native/" + system() + "/" + architecture() + "/" + name();
        for (Path place : classPath) {
            if (Files.isDirectory(place)) {
                continue;
            }
            try (JarFile jar = new JarFile(place.toFile())) {
                var found = jar.getJarEntry(entry);
                if (found != null) {
                    Files.createDirectories(folder);
                    try (InputStream bytes = jar.getInputStream(found)) {
                        Files.copy(bytes, folder.resolve(name()));
                    }
                    return;
                }
            }
        }
        // Without it sqlite-jdbc looks for one itself; the start is slower, or says what is missing.
        System.err.println("no unpacked SQLite library for this system: " + entry);
    }

    static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return "Mac";
        }
        return name.contains("linux") && isMusl() ? "Linux-Musl" : "Linux";
    }

    static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static boolean isMusl() {
        try (var loaders = Files.newDirectoryStream(Path.of("/lib"), "ld-musl-*")) {
            return loaders.iterator().hasNext();
        } catch (IOException noSuchFolder) {
            return false;
        }
    }
}
