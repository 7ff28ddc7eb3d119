package dev.fuel.tui.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What differs between a line and the one that takes its place, as pieces of the two texts. Lines that have little in
/// common have no such pieces: everything would be one.
public record WordDifference(List<Span> removed, List<Span> added) {
    public static final WordDifference NONE = new WordDifference(List.of(), List.of());

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    /// With more words on one line than this nobody looks for single ones.
    private static final int MOST_WORDS = 400;

    /// A piece of a text, in characters; the end is not part of it.
    public record Span(int from, int to) {
        public boolean contains(int index) {
            return index >= from && index < to;
        }
    }

    public WordDifference {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    public static WordDifference of(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        if (before.equals(after) || old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            return NONE;
        }
        boolean[] keptOld = new boolean[old.size()];
        boolean[] keptNow = new boolean[now.size()];
        int common = keep(old, now, keptOld, keptNow);
        boolean alike =
                3 * common >= Math.max(before.strip().length(), after.strip().length());
        return alike ? new WordDifference(spans(old, keptOld), spans(now, keptNow)) : NONE;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /// Marks the longest common sequence of words.
    ///
    /// @return how many characters other than spaces are in it
    private static int keep(List<String> old, List<String> now, boolean[] keptOld, boolean[] keptNow) {
        int[][] longest = new int[old.size() + 1][now.size() + 1];
        for (int left = old.size() - 1; left >= 0; left--) {
            for (int right = now.size() - 1; right >= 0; right--) {
                longest[left][right] = old.get(left).equals(now.get(right))
                        ? longest[left + 1][right + 1] + 1
                        : Math.max(longest[left + 1][right], longest[left][right + 1]);
            }
        }
        int common = 0;
        int left = 0;
        int right = 0;
        while (left < old.size() && right < now.size()) {
            if (old.get(left).equals(now.get(right))) {
                common += old.get(left).strip().length();
                keptOld[left] = true;
                keptNow[right] = true;
                left++;
                right++;
            } else if (longest[left + 1][right] >= longest[left][right + 1]) {
                left++;
            } else {
                right++;
            }
        }
        return common;
    }

    private static List<Span> spans(List<String> words, boolean[] kept) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        for (int index = 0; index < words.size(); index++) {
            int end = at + words.get(index).length();
            if (!kept[index]) {
                boolean joins = !spans.isEmpty() && spans.getLast().to() == at;
                int from = joins ? spans.removeLast().from() : at;
                spans.add(new Span(from, end));
            }
            at = end;
        }
        return spans;
    }
}
