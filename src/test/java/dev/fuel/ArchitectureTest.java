package dev.fuel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The shape of the program: who may use whom, and where each library lives. A rule also holds while its package is
/// empty.
final class ArchitectureTest {
    private static final String ROOT = "dev.fuel";
    private static final String GENERATED = ROOT + ".store.jooq";
    private static final int MOST_LINES = 500;

    /// What each package may use of the others, beside `domain` and itself.
    private static final Map<String, Set<String>> ARROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("domain", Set.of()),
            Map.entry("process", Set.of()),
            Map.entry("config", Set.of()),
            Map.entry("exchange", Set.of()),
            Map.entry("store", Set.of("exchange", "config")),
            Map.entry("git", Set.of("process", "config")),
            Map.entry("agents", Set.of("process", "config")),
            Map.entry("prompt", Set.of("config")),
            Map.entry("gate", Set.of("prompt", "agents", "git", "process", "store", "config")),
            Map.entry("consume", Set.of("gate", "prompt", "agents", "git", "process", "store", "config")),
            Map.entry(
                    "app",
                    Set.of("consume", "gate", "prompt", "agents", "git", "process", "store", "exchange", "config")),
            Map.entry("cli", Set.of("app", "consume", "gate", "agents", "git", "process", "store", "config")),
            Map.entry("mcp", Set.of("cli", "exchange")),
            Map.entry("tui", Set.of("app", "consume", "gate", "agents", "git", "process", "store", "config"))));

    /// Each outside library, and the one or few packages that may name it.
    private static final Map<String, Set<String>> HOMES = new TreeMap<>(Map.ofEntries(
            Map.entry("org.jooq..", Set.of("store..")),
            Map.entry("java.sql..", Set.of("store..")),
            Map.entry("org.sqlite..", Set.of("store..")),
            Map.entry("org.flywaydb..", Set.of("store..")),
            Map.entry("com.googlecode.lanterna..", Set.of("tui.terminal..")),
            Map.entry("org.yaml.snakeyaml..", Set.of("config..")),
            Map.entry("com.samskivert.mustache..", Set.of("prompt..")),
            Map.entry("io.modelcontextprotocol..", Set.of("mcp..")),
            Map.entry("reactor..", Set.of("mcp..")),
            Map.entry("tools.jackson..", Set.of("agents", "cli..", "exchange..", "mcp..", "store..")),
            Map.entry("com.fasterxml.jackson..", Set.of("agents", "cli..", "exchange..", "mcp..", "store.."))));

    private static final JavaClasses PROGRAM = program();

    /// Without what jOOQ generates, and without the insides of libraries: of those only the names count.
    private static JavaClasses program() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/" + GENERATED.replace('.', '/') + "/"))
                .importPackages(ROOT);
    }

    @Test
    void packagesUseOnlyWhatLiesBelowThem() {
        ARROWS.forEach((name, allowed) -> {
            String[] forbidden = ARROWS.keySet().stream()
                    .filter(other -> !other.equals(name) && !other.equals("domain") && !allowed.contains(other))
                    .map(ArchitectureTest::packagesOf)
                    .toArray(String[]::new);
            holds(noClasses()
                    .that()
                    .resideInAPackage(packagesOf(name))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden));
        });
    }

    @Test
    void everyPackageHasItsPlaceInTheArrows() {
        Set<String> found = PROGRAM.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1).replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
        assertThat(ARROWS.keySet()).containsAll(found);
    }

    @Test
    void nothingInsideUsesTheEntrance() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT));
    }

    @Test
    void packagesHaveNoCycles() {
        holds(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void theDomainUsesOnlyTheJdk() {
        holds(classes()
                .that()
                .resideInAPackage(packagesOf("domain"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        packagesOf("domain"),
                        "java.lang..",
                        "java.math..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations.."));
    }

    @Test
    void theDomainReadsAndWritesNothing() {
        holds(noClasses()
                .that()
                .resideInAPackage(packagesOf("domain"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net.."));
    }

    @Test
    void everyLibraryHasItsHome() {
        HOMES.forEach((library, homes) -> holds(noClasses()
                .that()
                .resideOutsideOfPackages(
                        homes.stream().map(home -> ROOT + "." + home).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)));
    }

    @Test
    void onlyTheProcessPackageStartsPrograms() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(packagesOf("process"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class));
        holds(noClasses()
                .should()
                .callMethodWhere(describe(
                        "Runtime.exec is called",
                        call -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                                && call.getName().equals("exec"))));
    }

    @Test
    void onlyTheEntranceEndsTheProgram() {
        holds(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Fuel")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethodWhere(describe(
                        "Runtime.exit or halt is called",
                        call -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                                && Set.of("exit", "halt").contains(call.getName()))));
    }

    @Test
    void timeChanceAndEnvironmentArePassedIn() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .callMethodWhere(describe("it asks the surroundings by itself", call -> {
                    String target = call.getTargetOwner().getName() + "." + call.getName();
                    return target.equals("java.lang.System.getenv")
                            || target.equals("java.lang.System.currentTimeMillis")
                            || target.equals("java.lang.Math.random")
                            || target.equals("java.util.UUID.randomUUID")
                            || (target.matches("java\\.time\\.(Instant|LocalDate|LocalDateTime|ZonedDateTime)\\.now")
                                    && call.getTarget().getRawParameterTypes().isEmpty());
                }))
                .orShould()
                .callMethod(InstantSource.class, "system");
        holds(rule);
    }

    @Test
    void packagesAreNullMarked() {
        var marked = new TreeMap<String, Boolean>();
        for (JavaClass each : PROGRAM) {
            marked.merge(
                    each.getPackageName(),
                    each.getSimpleName().equals("package-info") && each.isAnnotatedWith(NullMarked.class),
                    Boolean::logicalOr);
        }
        assertThat(marked)
                .isNotEmpty()
                .allSatisfy((name, isMarked) -> assertThat(isMarked)
                        .as("%s has a package-info.java with @NullMarked", name)
                        .isTrue());
    }

    @Test
    void namesSayWhatAThingIs() {
        holds(noClasses().should().haveNameMatching(".*(Helper|Helpers|Util|Utils|Info|Data|Impl)"));
    }

    @Test
    void filesStayReadable() {
        List<Path> tooLong = Stream.of("src/main/java", "src/test/java", "src/build/java")
                .map(Path::of)
                .flatMap(ArchitectureTest::sources)
                .filter(file -> lines(file) > MOST_LINES)
                .toList();
        assertThat(tooLong).as("files with more than %d lines", MOST_LINES).isEmpty();
    }

    private static String packagesOf(String name) {
        return ROOT + "." + name + "..";
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
