"""Turn Zero: the practice turn, and what is said at each of its steps."""

from collections.abc import Mapping

from wargame.tui.course import Stage
from wargame.tui.ink import Piece, piece

SCENARIO = "practice"
SEAT = "port"
SEED = 4
"""Chosen so that the turn shows every part: a choice, dice, spillover and drift."""

_SAID: Mapping[tuple[Stage, str], str] = {
    (Stage.NEWS, "choose"): (
        "A practice turn: nothing counts, and X ends it. Every turn begins with its date and its news. The "
        "coloured line below always says what Enter does. Press Enter."
    ),
    (Stage.CARD, "choose"): (
        "A card is dealt: a situation that everybody sees. The graph shows how tense each pair is, from 0 "
        "to 100: the busier the line, the hotter. Press G to look at it, C to come back here. Then Enter."
    ),
    (Stage.BRIEF, "choose"): (
        "Your brief: who you are, what you want. Nobody else sees it. B shows it again, ↓ scrolls. T shows "
        "your desk: cables lie there, and some of them are wrong; C comes back. Press Enter."
    ),
    (Stage.DECIDE, "choose"): (
        "What do you do? ▲ and ▼ show what an option raises and lowers. One is shut and says why. Take one: "
        "↑ ↓ and Enter, or its number, or a click."
    ),
    (Stage.DECIDE, "write"): (
        "Say why: a sentence will do. Enter goes on to the next question, arrows move the slider. "
        "Only the reason is needed. Then press Ctrl+S."
    ),
    (Stage.DECIDE, "look"): "Look it over. Enter puts it in the envelope; Esc goes back to change it.",
    (Stage.SEALED, "choose"): (
        "All envelopes are full, and nobody has seen another's. This is the moment to talk. Then press O to "
        "open them all at once."
    ),
    (Stage.REVEAL, "choose"): (
        "The reveal: one envelope after the other, each with what it moved; then dice, where any fall, first "
        "the odds, then what came. The graph moves along (G shows it). Enter for the next, A for all."
    ),
    (Stage.TURN_END, "choose"): (
        "A turn ends: what moved one pair spills over to others; time pulls each back to its usual level. "
        "Want to know why a number is what it is? Click it; or press N, then ↓ and Enter. Esc comes back."
    ),
    (Stage.END, "choose"): (
        "That was the practice turn. At the end every secret is told; → turns the pages. Now the real game: "
        "press X."
    ),
}


def said(stage: Stage, step: str) -> list[Piece]:
    """Return what the practice turn says at a step."""
    text = _SAID.get((stage, step), "")
    return [piece(("Practice  ", "key"), text)] if text else []
