import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Makes an empty database from the migrations and generates the jOOQ classes from it.
///
/// A single-file program that the build starts on the toolchain's JDK, because neither library loads in an older one.
/// Does nothing when the generated classes are newer than every migration and this file.
///
/// Arguments: the migrations' folder, the database to make, the folder for the generated sources.
final class GenerateJooq {
    private GenerateJooq() {}

    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path database = Path.of(args[1]);
        Path sources = Path.of(args[2]);
        if (isCurrent(migrations, sources)) {
            return;
        }
        Files.createDirectories(database.getParent());
        Files.deleteIfExists(database);
        String url = "jdbc:sqlite:" + database;
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.sqlite.JDBC").withUrl(url))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.sqlite.SQLiteDatabase")
                                .withExcludes("flyway_schema_history|sqlite_.*")
                                .withForcedTypes(
                                        new ForcedType()
                                                .withUserType("java.time.Instant")
                                                .withConverter("dev.fuel.store.InstantText")
                                                .withIncludeExpression("(?!.*pid_started_at)(.*_at|.*\\.at|.*_before"
                                                        + "|.*_until|.*_since)"),
                                        new ForcedType().withName("DOUBLE").withIncludeExpression(".*_usd"),
                                        new ForcedType()
                                                .withName("BIGINT")
                                                .withIncludeExpression(
                                                        "(.*\\.)?(seq|pid|tokens_.*|(usual_)?duration_ms|total_.*)")))
                        .withGenerate(new Generate()
                                .withPojos(false)
                                .withDaos(false)
                                .withRecords(true)
                                .withGlobalObjectReferences(true))
                        .withTarget(new Target()
                                .withPackageName("dev.fuel.store.jooq")
                                .withDirectory(sources.toString()))));
        Files.writeString(sources.resolve(".generated"), "");
    }

    private static boolean isCurrent(Path migrations, Path sources) throws IOException {
        Path mark = sources.resolve(".generated");
        if (!Files.exists(mark)) {
            return false;
        }
        var made = Files.getLastModifiedTime(mark);
        try (var files = Files.list(migrations)) {
            return files.allMatch(file -> file.toFile().lastModified() < made.toMillis());
        }
    }
}
