package dev.fuel;

/// The program's entrance.
public final class Fuel {
    private Fuel() {}

    public static void main(String[] args) {
        System.out.println("fuel");
    }
}
