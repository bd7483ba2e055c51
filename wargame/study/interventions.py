"""What the facilitator did to a game, and why: cards put on the table, numbers set, outcomes decided."""

from typing import Literal, NamedTuple

from wargame.engine.causes import outcome_news, roll_about
from wargame.engine.commands import Inject, RuleNumber, RuleOutcome
from wargame.study.replay import Replay

InterventionKind = Literal["card", "number", "outcome"]
KINDS: dict[InterventionKind, str] = {
    "card": "cards put on the table",
    "number": "numbers set",
    "outcome": "outcomes decided",
}


class Intervention(NamedTuple):
    """One intervention: what was done in words, and the reason that was given."""

    at: int
    turn: int
    kind: InterventionKind
    what: str
    reason: str


def interventions(replay: Replay) -> tuple[Intervention, ...]:
    """Return every intervention in order."""
    found = (intervention(replay, at) for at in range(len(replay.records)))
    return tuple(one for one in found if one is not None)


def intervention(replay: Replay, at: int) -> Intervention | None:
    """Return what the facilitator did with a record; None where that is nothing."""
    book, turn = replay.book, replay.moments[at].turn
    match replay.records[at].command:
        case Inject(card=card, reason=reason):
            what = f"The card “{book.cards[card].card.title}” is put on the table"
            return Intervention(at, turn, "card", what, reason)
        case RuleNumber(number=number, value=value, reason=reason):
            what = f"{book.label(number)} is set to {value} at the end of the turn"
            return Intervention(at, turn, "number", what, reason)
        case RuleOutcome(path=path, outcome=outcome, reason=reason):
            news = outcome_news(book, path, outcome).rstrip(".") or f"outcome {outcome + 1}"
            what = f"{roll_about(book, path)} comes out so ({news})"
            return Intervention(at, turn, "outcome", what, reason)
        case _:
            return None
