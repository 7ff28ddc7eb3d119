import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What a build is made of: the sources that are shipped or that build them, and the JDK that makes and runs it.
final class Sources {
    private static final List<String> PLACES = List.of("pom.xml", ".mvn", "src/main", "src/build/java");

    private Sources() {}

    /// Sixteen hex digits; equal for equal sources and an equal JDK.
    static String hash(Path root) throws IOException {
        MessageDigest digest = sha256();
        for (String place : PLACES) {
            try (Stream<Path> files = Files.walk(root.resolve(place))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    add(digest, root.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        Path jdk = Path.of(System.getProperty("java.home"));
        add(digest, jdk.toString(), Files.readAllBytes(jdk.resolve("release")));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static void add(MessageDigest digest, String name, byte[] content) {
        digest.update((name + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
