/// What the screen shows, as immutable values, and how messages change it. No drawing, no terminal, no store.
///
/// **The path of a key.** The terminal's bytes become a `Key` (package `input`); the loop hands it to `Update` as a
/// `Message`, and what comes out is a `Step`: the next `AppState`, and `Effect`s for the loop to perform. What an
/// effect leads to comes back as a message, and so does everything else that happens.
///
/// 1. `Update` takes each message; keys go to `Keys`, pastes to `Pastes`, the mouse to `Mice` and `Dropping`.
/// 2. While something lies over the view (`Overlay`) its keys have it: `OverlayKeys`, and for each kind `Choosing`
///    (menu, palette, help), `FormKeys`, `PromptKeys`, `WritingKeys`, `Quitting`. `Composing` lends its text to an
///    editor.
/// 3. Otherwise the key map says which `Action` it is in this context. `Availability`, with `ReadingAvailability`,
///    says in words why it is not possible; hints, help and menus ask the same.
/// 4. `Targets` and `Marks` say what it acts on. It moves (`Moves`, `Opening`, `OutputKeys`, `ReadingKeys`,
///    `DifferenceKeys`, `Reviewing`), asks back (`Menus`, `Answers`, `Questions`, `Snoozing`) or asks for
///    something (`Changing`).
/// 5. What is asked for is `Asked`: a `Change`, which the project commits (`Made`) and which `History` keeps with
///    what takes it back, or a `Loan` of the terminal. `Underway` shows what is not done yet, `Problems` what must
///    be read.
/// 6. Each step ends in `Settle`: selections are found again by key and scrolled into view, `Watching` gives each
///    output pane its run, `Paging` has lines read that are not in memory.
///
/// **The state** is `AppState`: the `Board` as it was read last (columns of cards; lines of agents, inbox, runs,
/// epics, events), where the person is (`BoardFocus`, `ListFocus`, `Reading`), what is open (`Outputs`, `Pages`,
/// the overlay), the switches of this session (`Options`) and what was done in it (`Doing`).
///
/// **Texts that scroll** are `OutputPane` and `DifferencePane`, each with its place, marks and search. Where a part
/// stands is computed from the size alone: the `Layout`s. Text from outside becomes harmless in `ForeignText`.
@NullMarked
package dev.fuel.tui.state;

import org.jspecify.annotations.NullMarked;
