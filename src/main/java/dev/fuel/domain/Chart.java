package dev.fuel.domain;

import java.util.List;

/// Numbers as small pictures of ASCII signs, which every terminal and every font shows alike.
public final class Chart {
    /// From nothing to the most.
    private static final String HEIGHTS = "_.:-=+*#";

    private Chart() {}

    /// A share: `[######--]`. All empty where the whole is nothing.
    ///
    /// @param signs between the brackets
    public static String bar(double part, double whole, int signs) {
        int filled = whole <= 0 ? 0 : (int) Math.clamp(Math.floor(part * signs / whole), 0, signs);
        return "[" + "#".repeat(filled) + "-".repeat(signs - filled) + "]";
    }

    /// How something went on, one sign for each number: `__.:=#`. Only what is nothing looks like nothing.
    public static String trend(List<? extends Number> values) {
        double most = values.stream().mapToDouble(Number::doubleValue).max().orElse(0);
        var trend = new StringBuilder();
        for (Number value : values) {
            double share = most <= 0 ? 0 : value.doubleValue() / most;
            int height = share <= 0 ? 0 : Math.max(1, (int) Math.round(share * (HEIGHTS.length() - 1)));
            trend.append(HEIGHTS.charAt(height));
        }
        return trend.toString();
    }
}
