"""The facilitator's interventions, and the appendix: method, versions, digest, how to check all of it."""

import platform
from collections import Counter
from collections.abc import Iterator

from wargame import __version__
from wargame.engine.records import FORMAT, RULES
from wargame.play.words import NAMED_SEED, counted, joined
from wargame.study.interventions import KINDS, interventions
from wargame.study.report.parts import Facts, Group, Items, Prose, Section, Table, kept
from wargame.study.report.told import HIDDEN, Told

_METHOD = (
    "Everything here is worked out from the save alone: a record of each command and of what the rules "
    "made of it. Opening a save decides every command again, and refuses one that does not hold what the "
    "rules make of it.",
    "A change stands in the ledger with its cause. Spillover is led back to the causes of what spilled, in "
    "proportion, by largest remainder, so that the shares are whole and add up.",
    "Turning points: the net change of a pair in a turn, of 25 points; the mean Brier score of a question, "
    "of 0.5, if above 0.25; the distance between the highest and the lowest forecast, of 100; a rung "
    "crossed counts 0.5, the highest 0.9; a late answer 0.6.",
    "Tensions, odds and intents are estimates made for teaching. They measure nothing outside the game.",
)
_ANONYMOUS = (
    "This report names no reviewer, no file and no date: reviewers are numbered as they first spoke, and "
    f"in what people typed, the names of reviewers and those that were listed stand as {HIDDEN}. Nothing "
    "in this file leads back to them. Whatever else people typed is as they typed it: a name that was not "
    "listed is still there."
)


def rulings(told: Told) -> Section | None:
    """Return the chapter on the facilitator, for those from whom nothing is kept."""
    if not told.whole:
        return None
    found = interventions(told.replay)
    counts = Counter(one.kind for one in found)
    said = joined([f"{counts[kind]} {called}" for kind, called in KINDS.items() if counts[kind]])
    count = f"{counted(len(found), 'intervention')}{f': {said}' if said else ''}."
    rows = tuple((one.turn, one.what, told.typed(one.reason)) for one in found)
    return Section(
        "facilitator",
        "What the facilitator did",
        "Facilitator",
        kept(Prose(count), Table("Interventions", ("Turn", "What", "Why"), rows)),
    )


def appendix(told: Told) -> Section:
    """Return the chapter."""
    return Section(
        "appendix",
        "Appendix",
        "Appendix",
        kept(
            Prose(_ANONYMOUS) if told.anonymous else None,
            Items("Method", _METHOD),
            Items("What the cards cite", told.names.sources),
            Group("Versions, and how to check this", (Facts(tuple(_checks(told))),)),
        ),
    )


def _checks(told: Told) -> Iterator[tuple[str, str]]:
    game = told.replay.game
    yield "Program", f"wargame {__version__}, Python {platform.python_version()}"
    yield "Save", f"format {FORMAT}, rules {game.begin.rules} (this program plays rules {RULES})"
    again = "yes" if game.adjudicated else "no: the game is of older rules, and was only read"
    yield "Decided again", again
    yield "Scenario", f"{told.book.rules.id}, length {told.book.length_name}, content {game.begin.digest}"
    yield f"{told.replay.counts.capitalize()}s", str(len(game.records))
    if told.begun:
        yield "Begun", told.begun
    yield ("Final digest" if told.replay.ended else "Digest so far"), game.digest
    yield "To check it", f"wargame verify {told.save or 'SAVE'} --against {game.digest}"
    yield "The promise about the dice", told.replay.promise
    if told.ending is not None:
        yield "Seed", told.ending.seed
        yield "Salt", told.ending.salt
        yield (
            "What was promised",
            "The promise is the SHA-256 of the salt followed by the seed, both as bytes.",
        )
    if game.state.setup.seed_given:
        yield "Mind", NAMED_SEED
