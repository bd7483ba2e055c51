"""The kinds of warning: the codes by which they are told, accepted and looked up."""

from collections.abc import Mapping

CODES: Mapping[str, str] = {
    "never-dealt": "A card that no game can deal, and that nothing brings about.",
    "only-by-inject": "A card that comes only when the facilitator injects it.",
    "always-shut": "An option that no state allows.",
    "never-holds": "A condition that can never hold.",
    "never-reached": "A combination that comes after one which takes all of its cases.",
    "too-late": "Something that comes when the longest game is over.",
    "without-rival": "An option better than every sibling on all that its seat wants.",
    "rarely-asked": "A seat that cards ask less than once in two turns.",
    "too-long": "A text too long for a screen of 80 by 24.",
    "stand-in": "A text that a new card had when it was made, and that nobody has written yet.",
    "no-source": "A card without a source, in a scenario that names its own.",
    "rarely-dealt": "A card dealt in fewer than 1 of 200 games played.",
    "rarely-chosen": "An option chosen in fewer than 1 of 100 times, or never open, in the games played.",
    "telltale": "An option over 3 times as likely with one intent as with the others, in the games played.",
    "never-kept": "An objective surely kept in fewer than 1 of 20 games of some length, among those played.",
    "always-kept": "An objective surely kept in more than 19 of 20 games of some length, among those played.",
}
"""What each code says; the last five, and sometimes `rarely-asked`, come from games played."""
