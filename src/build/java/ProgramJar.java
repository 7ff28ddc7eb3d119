import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Fuel and all its libraries in one jar, stored and not compressed, because the start of the program pays for each
/// jar that is opened and each class that is unpacked.
///
/// - What costs libraries time at every start is taken out of their classes: see {@link QuickStart}.
/// - Of a multi-release jar the newest variant that this JDK reads is taken.
/// - Service files of the same name are joined; licence files are kept per library.
/// - Module descriptors, signatures and the native libraries of all platforms are left out.
final class ProgramJar {
    private static final String VERSIONS = "META-INF/versions/";
    private static final String SERVICES = "META-INF/services/";

    private final Map<String, byte[]> entries = new TreeMap<>();

    /// @param classPath folders and jars, the first one wins where two have the same file
    static void write(List<Path> classPath, Path jar) throws IOException {
        ProgramJar content = new ProgramJar();
        for (Path place : classPath) {
            if (Files.isDirectory(place)) {
                content.addFolder(place);
            } else {
                content.addJar(place);
            }
        }
        content.writeTo(jar);
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file), "fuel");
            }
        }
    }

    private void addJar(Path file) throws IOException {
        String library = file.getFileName().toString().replaceFirst("\\.jar$", "");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (JarFile jar = new JarFile(file.toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
            for (var entry :
                    jar.versionedStream().filter(entry -> !entry.isDirectory()).toList()) {
                try (var bytes = jar.getInputStream(entry)) {
                    files.putIfAbsent(entry.getName(), bytes.readAllBytes());
                }
            }
        }
        for (var each : files.entrySet()) {
            byte[] content = each.getValue();
            add(
                    each.getKey(),
                    each.getKey().endsWith(".class") ? QuickStart.rewritten(each.getKey(), content, files) : content,
                    library);
        }
    }

    private void add(String name, byte[] content, String library) {
        if (isLeftOut(name)) {
            return;
        }
        if (name.startsWith(SERVICES)) {
            entries.merge(name, content, ProgramJar::joined);
        } else if (isLicence(name)) {
            entries.put("META-INF/licenses/" + library + "/" + name.substring(name.lastIndexOf('/') + 1), content);
        } else {
            entries.putIfAbsent(name, content);
        }
    }

    private static boolean isLeftOut(String name) {
        return name.endsWith("module-info.class")
                || name.equals(JarFile.MANIFEST_NAME)
                || name.startsWith(VERSIONS)
                || name.startsWith("org/sqlite/native/")
                || name.startsWith("META-INF/native-image/")
                || name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private static boolean isLicence(String name) {
        return name.matches("(?i)(META-INF/)?(LICENSE|NOTICE|COPYING)[^/]*");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        both.writeBytes(second);
        return both.toByteArray();
    }

    private void writeTo(Path jar) throws IOException {
        var folders = new TreeMap<String, byte[]>();
        for (String name : entries.keySet()) {
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                folders.put(name.substring(0, slash + 1), new byte[0]);
            }
        }
        // Folders are entries too: Flyway finds its migrations by the folder's name.
        folders.putAll(entries);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(jar));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            put(
                    zip,
                    JarFile.MANIFEST_NAME,
                    "Manifest-Version: 1.0\nMain-Class: dev.fuel.Fuel\n".getBytes(StandardCharsets.UTF_8));
            for (var entry : folders.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
