package dev.fuel.tui.state;

import java.util.List;

/// Which row of a list is selected, by its key, so that it stays selected whatever moves around it.
///
/// @param key   the selected row's
/// @param index where it stood last; if the row vanishes, its successor there is selected
/// @param top   the first visible row
public record ListFocus(String key, int index, int top) {
    public static final ListFocus START = new ListFocus("", 0, 0);

    /// Finds the row again among the keys as they are now, at the same height of the screen, and scrolls it into
    /// view.
    ///
    /// @param visible how many rows can be seen
    ListFocus settle(List<String> keys, int visible) {
        if (keys.isEmpty()) {
            return START;
        }
        int found = keys.indexOf(key);
        int now = found >= 0 ? found : Math.clamp(index, 0, keys.size() - 1);
        int shifted = found >= 0 ? top + now - index : top;
        int lowest = Math.max(0, now - Math.max(1, visible) + 1);
        int last = Math.max(0, keys.size() - Math.max(1, visible));
        return new ListFocus(keys.get(now), now, Math.min(Math.clamp(shifted, lowest, Math.max(lowest, now)), last));
    }

    ListFocus move(List<String> keys, int distance) {
        if (keys.isEmpty()) {
            return START;
        }
        return select(keys, Math.clamp((long) index + distance, 0, keys.size() - 1));
    }

    ListFocus select(List<String> keys, int row) {
        return new ListFocus(keys.get(row), row, top);
    }

    /// Selects the row of that key, if there is one.
    ListFocus find(List<String> keys, String wanted) {
        int row = keys.indexOf(wanted);
        return row < 0 ? this : select(keys, row);
    }

    /// The wheel moves what is seen; the selection follows only to stay visible.
    ListFocus scroll(List<String> keys, int distance, int visible) {
        if (keys.size() <= visible) {
            return this;
        }
        int moved = Math.clamp(top + distance, 0, keys.size() - visible);
        int row = Math.clamp(index, moved, moved + Math.max(1, visible) - 1);
        return new ListFocus(keys.get(row), row, moved);
    }
}
