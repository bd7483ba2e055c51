"""What the facilitator did to a game, and why: cards put on the table, numbers set, outcomes decided."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from wargame.content.base import FACILITATOR, SeatId
from wargame.engine.causes import tell
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
    return tuple(_interventions(replay))


def _interventions(replay: Replay) -> Iterator[Intervention]:
    book = replay.book
    for moment in replay.moments:
        command = replay.records[moment.at].command
        match command:
            case Inject(card=card, reason=reason):
                title = book.cards[card].card.title
                yield Intervention(moment.at, moment.turn, "card", title, reason)
            case RuleNumber(number=number, value=value, reason=reason):
                what = f"{book.label(number)} set to {value} at the end of the turn"
                yield Intervention(moment.at, moment.turn, "number", what, reason)
            case RuleOutcome(path=path, outcome=outcome, reason=reason):
                what = tell(book, f"{moment.turn}/{path}/{outcome}", SeatId(FACILITATOR))
                yield Intervention(
                    moment.at, moment.turn, "outcome", f"outcome {outcome + 1} of {what}", reason
                )
            case _:
                pass
