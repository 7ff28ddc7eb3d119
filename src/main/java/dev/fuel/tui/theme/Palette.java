package dev.fuel.tui.theme;

import dev.fuel.tui.canvas.Role;

/// The palettes, role by role. The true colours reach a contrast of 4.5 on three usual backgrounds each (black,
/// `#1e1e2e`, `#282c34`; white, `#fdf6e3`, `#eee8d5`); the dark difference backgrounds among the 256 are chosen by
/// hand, since their nearest match is grey.
final class Palette {
    private Palette() {}

    static Ink trueColour(Role role, Background background) {
        boolean dark = background == Background.DARK;
        return switch (role) {
            case TEXT -> Ink.plain(Colour.DEFAULT);
            case DIM -> rgb(dark ? 0x9aa5b1 : 0x5f6772);
            case FOCUS -> rgb(dark ? 0x5fd7ff : 0x005f87);
            case RUNNING -> rgb(dark ? 0x6cb6ff : 0x0550ae);
            case REVIEW -> rgb(dark ? 0xd2a8ff : 0x6639ba);
            case NEEDS -> rgb(dark ? 0xffb454 : 0x8f4a00);
            case OK -> rgb(dark ? 0x7ee787 : 0x116329);
            case WARN -> rgb(dark ? 0xf2cc60 : 0x6f5400);
            case BAD -> rgb(dark ? 0xff8f8a : 0xa40e26);
            case BLOCKED -> rgb(dark ? 0xb0a0a0 : 0x6e5a5a);
            case MATCH -> Ink.on(Colour.Rgb.of(0x000000), Colour.Rgb.of(0xffd75f));
            case DIFF_ADDED -> rgbOn(dark ? 0xe6edf3 : 0x1f2328, dark ? 0x123a1f : 0xdafbe1);
            case DIFF_REMOVED -> rgbOn(dark ? 0xe6edf3 : 0x1f2328, dark ? 0x4a1518 : 0xffe3e0);
            case DIFF_ADDED_WORD -> rgbOn(dark ? 0xe6edf3 : 0x1f2328, dark ? 0x1f6f3a : 0x9be9ac);
            case DIFF_REMOVED_WORD -> rgbOn(dark ? 0xe6edf3 : 0x1f2328, dark ? 0x8e2a2f : 0xffb3ad);
        };
    }

    static Ink indexed(Role role, Background background) {
        boolean dark = background == Background.DARK;
        return switch (role) {
            case TEXT -> Ink.plain(Colour.DEFAULT);
            case DIM -> indexed(dark ? 248 : 240);
            case FOCUS -> indexed(dark ? 81 : 24);
            case RUNNING -> indexed(dark ? 75 : 25);
            case REVIEW -> indexed(dark ? 183 : 61);
            case NEEDS -> indexed(dark ? 215 : 94);
            case OK -> indexed(dark ? 114 : 22);
            case WARN -> indexed(dark ? 221 : 58);
            case BAD -> indexed(dark ? 210 : 124);
            case BLOCKED -> indexed(dark ? 248 : 59);
            case MATCH -> Ink.on(new Colour.Indexed(16), new Colour.Indexed(221));
            case DIFF_ADDED -> Ink.on(new Colour.Indexed(dark ? 254 : 235), new Colour.Indexed(dark ? 22 : 194));
            case DIFF_REMOVED -> Ink.on(new Colour.Indexed(dark ? 254 : 235), new Colour.Indexed(dark ? 52 : 224));
            case DIFF_ADDED_WORD -> Ink.on(new Colour.Indexed(dark ? 231 : 235), new Colour.Indexed(dark ? 28 : 157));
            case DIFF_REMOVED_WORD -> Ink.on(new Colour.Indexed(dark ? 231 : 235), new Colour.Indexed(dark ? 88 : 217));
        };
    }

    static Ink sixteen(Role role, Background background) {
        boolean dark = background == Background.DARK;
        return switch (role) {
            case TEXT, BLOCKED -> Ink.plain(Colour.DEFAULT);
            case DIM -> Ink.plain(dark ? Colour.DEFAULT : new Colour.Named(8));
            case FOCUS -> named(dark ? 6 : 4);
            case RUNNING -> named(dark ? 12 : 4);
            case REVIEW -> named(5);
            case NEEDS -> Ink.bold(new Colour.Named(3));
            case OK, DIFF_ADDED -> named(2);
            case WARN -> named(3);
            case BAD -> Ink.bold(new Colour.Named(1));
            case MATCH -> Ink.on(new Colour.Named(0), new Colour.Named(3));
            case DIFF_REMOVED -> named(1);
            case DIFF_ADDED_WORD -> Ink.bold(new Colour.Named(2));
            case DIFF_REMOVED_WORD -> Ink.bold(new Colour.Named(1));
        };
    }

    static Ink mono(Role role) {
        Ink plain = Ink.plain(Colour.DEFAULT);
        return switch (role) {
            case TEXT, DIM, REVIEW, OK, BLOCKED, DIFF_ADDED, DIFF_REMOVED -> plain;
            case FOCUS, RUNNING, WARN -> plain.with(true, false, false);
            case NEEDS -> plain.with(false, true, false);
            case BAD -> plain.with(true, false, true);
            case MATCH, DIFF_ADDED_WORD, DIFF_REMOVED_WORD -> plain.with(false, false, true);
        };
    }

    private static Ink rgb(int value) {
        return Ink.plain(Colour.Rgb.of(value));
    }

    private static Ink rgbOn(int foreground, int background) {
        return Ink.on(Colour.Rgb.of(foreground), Colour.Rgb.of(background));
    }

    private static Ink indexed(int index) {
        return Ink.plain(new Colour.Indexed(index));
    }

    private static Ink named(int index) {
        return Ink.plain(new Colour.Named(index));
    }
}
