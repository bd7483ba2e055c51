"""What the help of the table says."""

from collections.abc import Sequence

from wargame.tui.course import Stage
from wargame.tui.ink import GAP, Piece, firm, heading, piece, points

_NOW = {
    Stage.STANDS: "A fork: where things stood in the game that it goes on from. Enter goes on.",
    Stage.NEWS: "A turn begins. Read its news; Enter shows what happens.",
    Stage.CARD: "A situation lies on the table. Everybody reads it; Enter goes on to the decisions.",
    Stage.BRIEF: "This brief is for your seat alone. B shows it again later.",
    Stage.DECIDE: (
        "Choose an option: ↑ and ↓ and Enter, its number, or a click. Then say why. Only what is in the "
        "envelope counts, and you can change it until the envelopes are opened."
    ),
    Stage.LATE: "The clock decided. Enter leaves this sitting.",
    Stage.SEALED: "All envelopes are full. O opens them all at once; D lets you decide once more.",
    Stage.REVEAL: "Each press of Enter shows one thing: choices, dice, changes. A shows all at once.",
    Stage.TURN_END: "The turn ends: what moved one pair spills over to others. Enter shows it step by step.",
    Stage.END: "→ and ← turn the pages of the end. You can still ask why any number is what it is.",
    Stage.CURTAIN: "",
}
_KEYS = (
    ("Enter", "the next step, or pick what the pointer is at"),
    ("↑ ↓", "move the pointer, or scroll; ↑ at the first option goes back to the card"),
    ("Tab", "to the next panel; Shift+Tab to the one before"),
    ("1 to 9", "an option by its number"),
    ("C G N T", "card, graph, numbers, desk (cables and news)"),
    ("B", "your brief, objectives and intent"),
    ("O", "open the envelopes"),
    ("D", "decide once more"),
    ("A, →", "all of a reveal at once; the rest of its part"),
    ("P", "stop the clock, or let it go on; Ctrl+T while you write"),
    ("R", "what happened in the last turn whose envelopes were opened"),
    ("S", "which works the letters in the cards stand for"),
    ("Esc", "back: out of a text, a form, a window"),
    ("Ctrl+P", "every command by name; colours too"),
    ("Ctrl+Q", "leave; the game is saved at every decision"),
)


_FORM = (
    (
        "Reason",
        "a sentence or more. The lines marked + are beginnings of sentences, for who likes one: Tab, ↑ ↓ and "
        "Enter, or a click, puts one into your reason.",
    ),
    ("Forecast", "how likely you think it: type 7 0 for 70%, or → and ←. Backspace unsets it."),
    ("", "An unset forecast is not scored; → begins at 50%."),
    ("Base rate", "how often such a thing is so, as far as all know: a place to begin from."),
    ("Enter", "the next question; Tab too, and Shift+Tab the one before"),
    ("Ctrl+S", "look it over, then give it. Esc: another option; what you wrote stays."),
)


def table(stage: Stage, writing: bool = False) -> list[Piece]:
    """Return what can be done now, how to read the map, and every key; first the form, while one writes."""
    told = [piece(("Now", "heading")), piece(_NOW[stage])]
    if writing:
        told = [piece(("The form", "heading")), piece("Only the reason is needed; the rest may stay empty.")]
        told += [piece(what, mark=(firm(key, 10), "key")) for key, what in _FORM]
    told += heading("How to read the table")
    told += [
        piece(
            "The graph shows how tense each pair is, from 0 to 100. The busier a line, the hotter; a "
            "highlighted number moved this turn, ▲ up or ▼ down."
        ),
        piece(
            "To ask why a number is what it is, pick it: G or N (or Tab) to it, arrows, Enter; or click it."
        ),
        piece(
            "Options show which numbers they raise ▲ and lower ▼; how far, you are not told. What others "
            "choose, and what chance adds, comes on top."
        ),
    ]
    told += heading("Keys")
    told += [piece(what, mark=(firm(key, 10), "key")) for key, what in _KEYS]
    return [
        *told,
        GAP,
        piece(("While you write, letters are text: press Esc first. ^S means Ctrl+S.", "muted")),
    ]


SET_UP = (
    piece("Say who sits where, how long the game is to be, and whether a clock runs; then begin."),
    GAP,
    piece(
        "Press the number of your teams, and they are given the seats that the scenario recommends to so "
        "many. Then change what you like: a team may hold two."
    ),
    piece("Tab goes from one question to the next. ↑ ↓ and Enter change a seat; ← → choose a word."),
    piece(
        "A bot plays a seat by itself. A seat with nobody in it takes what the card says happens if nobody "
        "decides."
    ),
    piece("Several people hand one keyboard on from seat to seat; between them a curtain hides everything."),
    GAP,
    piece(
        "R resumes a saved game where it stopped. Ctrl+S begins a new one. Ctrl+P lists every command, "
        "colours too. Ctrl+Q leaves."
    ),
)


REPLAY = (
    piece("A saved game, moment by moment. Nothing that you do here changes the save."),
    *heading("Walking"),
    *(
        piece(what, mark=(firm(key, 10), "key"))
        for key, what in (
            ("→ ←", "the next moment, or the one before; so does Enter"),
            (". ,", "the next decision, or the one before"),
            ("] [", "the next turn, or the one before"),
            ("x X", "the next rung crossed, or the one before"),
            ("f F", "the next mark on the time line, or the one before"),
            ("< >", "the start, or the end"),
            ("P + -", "let it play by itself; faster, slower"),
            ("Backspace", "back to where you were before a jump out of a window"),
            ("mouse", "press or drag on the time line; on a mark: what it is, and a click goes to it"),
        )
    ),
    *heading("Looking"),
    *(
        piece(what, mark=(firm(key, 10), "key"))
        for key, what in (
            ("v V", "whose eyes: the game as it was, as all saw it, or as one seat saw it; back"),
            ("C G H", "story, graph, chart"),
            ("N T", "numbers, desk"),
            ("Enter", "on a number or a line of the graph: why it is what it is; on a cause: go there"),
            ("E", "what each decision here did to every number, at once and later"),
            ("U", "the turning points; Enter on one goes to its moment"),
        )
    ),
    *heading("Notes, kept in a file beside the save"),
    *(
        piece(what, mark=(firm(key, 10), "key"))
        for key, what in (
            ("M", "a bookmark on this moment, or none"),
            ("O", "a note on this moment"),
            ("A", "all notes; of several reviewers too"),
        )
    ),
    *heading("And"),
    *(
        piece(what, mark=(firm(key, 10), "key"))
        for key, what in (
            ("Tab Esc", "the next panel; back to the story"),
            ("Ctrl+P", "every command, colours too"),
            ("Ctrl+Q", "leave; the save is as it was"),
        )
    ),
    GAP,
    piece(("On the time line: ! a rung crossed, ▲ a turning point, ◆ a note.", "muted")),
)

STUDIO = (
    piece(
        "One card at a time, as a form and as YAML. What you change in one is in the other at once. Every "
        "key press is kept beside the deck; the deck itself changes only when you save."
    ),
    *heading("Panels"),
    *(
        piece(what, mark=(firm(key, 10), "key"))
        for key, what in (
            ("F2", "the cards; ! has a problem, ? a warning, * is not saved; / finds, and offers words"),
            ("F3", "the form; below it stands what the field is for"),
            ("F4", "the card as YAML, with the lines' numbers in the file"),
            ("F5", "the card as the table shows it to each seat"),
            ("F6", "what each combination of choices moves"),
            ("S", "on these two, sets the stage: a turn, numbers, flags, choices; R puts it back"),
            ("F7", "what leads to the card and where it leads; Enter goes there, Backspace comes back"),
            ("F8", "what is wrong with it; Enter goes to the field, Y to the line"),
            (
                "F9",
                "what your edits do to the odds, from games of bots; L: another length, P: play on unseen",
            ),
        )
    ),
    *heading("In the form"),
    *(
        piece(what, mark=(firm(key, 10), "key"))
        for key, what in (
            ("Enter", "change the field; on a heading: fold what it heads, or unfold it"),
            ("[ ]", "the part before, the next one: seats, options, outcomes; so do Ctrl+↑ ↓"),
            ("← →", "fold the part, unfold it"),
            ("- +", "fold all parts, unfold all"),
            ("Del", "take away what is pointed at; in the list, the card"),
            (
                "Alt+↑ ↓",
                "move it up or down; so do { }; in the list, move the card",
            ),
            ("R", "another relation, track or seat in place of this one"),
        )
    ),
    *heading("In a field"),
    *(
        piece(what, mark=(firm(key, 10), "key"))
        for key, what in (
            ("Enter", "close the field; in a text of several lines it begins a new line, and Esc closes"),
            ("Tab", "complete what you began, else the next field; Shift+Tab the one before"),
            ("↓ Enter", "take one of the choices below the field; so does a click"),
        )
    ),
    *heading("New from here"),
    *(
        piece(what, mark=(firm(key, 10), "key"))
        for key, what in (
            (
                "N",
                "add an option, an effect, a chance, a follow-up, a joint outcome, a card, a copy",
            ),
            ("Ctrl+N", "while you type: the names that begin with the same letters"),
        )
    ),
    *heading("Undo and save"),
    *(
        piece(what, mark=(firm(key, 10), "key"))
        for key, what in (
            ("Ctrl+S", "save every deck that was changed"),
            (
                "Ctrl+Z",
                "take back the last step, as often as you like; Ctrl+Y does it again. A step is what you "
                "typed in a field, or a word",
            ),
            ("Ctrl+Q", "leave; what is not saved is there again the next time"),
        )
    ),
    GAP,
    piece(("At the bottom of the screen ^S means Ctrl+S.", "muted")),
)


def sources(found: Sequence[str]) -> list[Piece]:
    """Return which works the letters in the cards stand for."""
    if not found:
        return [piece("This scenario names no sources.")]
    told = points(found)
    return [piece("The letters in cards and reports stand for these:"), GAP, *told]
