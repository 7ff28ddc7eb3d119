package dev.fuel;

import java.nio.file.Path;

/// The run that the build makes the AOT cache from: what it loads and uses starts quickly afterwards.
///
/// Started by the build only, in an empty folder, which is its only argument.
final class Training {
    private Training() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        System.out.println("training in " + folder);
        Fuel.main(new String[] {"--version"});
    }
}
