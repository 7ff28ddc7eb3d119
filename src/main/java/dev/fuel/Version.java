package dev.fuel;

/// The program's version, the same as in pom.xml.
final class Version {
    static final String NUMBER = "0.1.0";

    private Version() {}
}
