package dev.fuel.gate.duplication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages in which copies are looked for, as PMD calls them (`pmd cpd --help`, PMD 7), by their files' endings.
enum CodeLanguage {
    CPP("cpp", "c", "cc", "cpp", "cxx", "h", "hh", "hpp", "hxx"),
    CS("cs", "cs"),
    DART("dart", "dart"),
    ECMASCRIPT("ecmascript", "js", "jsx", "mjs", "cjs"),
    GO("go", "go"),
    GROOVY("groovy", "groovy"),
    JAVA("java", "java"),
    JULIA("julia", "jl"),
    KOTLIN("kotlin", "kt", "kts"),
    LUA("lua", "lua"),
    OBJECTIVEC("objectivec", "m", "mm"),
    PERL("perl", "pl", "pm"),
    PHP("php", "php"),
    PYTHON("python", "py"),
    RUBY("ruby", "rb"),
    RUST("rust", "rs"),
    SCALA("scala", "scala"),
    SWIFT("swift", "swift"),
    TYPESCRIPT("typescript", "ts", "tsx", "mts", "cts");

    private final String word;
    private final List<String> endings;

    CodeLanguage(String word, String... endings) {
        this.word = word;
        this.endings = List.of(endings);
    }

    String word() {
        return word;
    }

    boolean isOf(String file) {
        return endings.contains(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    static Optional<CodeLanguage> of(String file) {
        return Arrays.stream(values()).filter(language -> language.isOf(file)).findFirst();
    }
}
