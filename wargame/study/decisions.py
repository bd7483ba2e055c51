"""The exchanges of a game and what was decided in each, as far as the eyes that one looks with may read it.

Everything comes from sights: of a decision that is another's, only the label that was shown is there.
"""

from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.engine.ledger import Explained
from wargame.engine.sight_parts import CardSight, ChoiceSight, EnvelopeSight, OptionSight, RollSight, Sight
from wargame.study.replay import TRUTH, Replay
from wargame.study.viewing import envelope


class Decided(NamedTuple):
    """What a seat decided; what stands after `manner` is known to those alone who may look into its envelope.

    `passed` are the options that it did not take, each with why it was shut, if it was. `milder` is the label
    that others read, where that is another.
    """

    seat: SeatId
    label: str
    manner: str
    prompt: str | None = None
    office: str | None = None
    envelope: EnvelopeSight | None = None
    passed: tuple[OptionSight, ...] = ()
    milder: str | None = None


class Played(NamedTuple):
    """An exchange that was opened: its card, what was decided, and what came of it at once."""

    at: int
    turn: int
    number: int
    card: CardSight | None
    decided: tuple[Decided, ...]
    news: tuple[str, ...]
    rolls: tuple[RollSight, ...]
    changes: tuple[Explained, ...]
    discuss: tuple[str, ...]


class TurnEnd(NamedTuple):
    """What the end of a turn brought."""

    at: int
    turn: int
    news: tuple[str, ...]
    rolls: tuple[RollSight, ...]
    changes: tuple[Explained, ...]


def played(replay: Replay, viewer: SeatId = TRUTH) -> tuple[Played, ...]:
    """Return every exchange whose envelopes were opened, in order."""
    return tuple(_played(replay, moment.at, viewer) for moment in replay.moments if moment.kind == "reveal")


def turn_ends(replay: Replay, viewer: SeatId = TRUTH) -> tuple[TurnEnd, ...]:
    """Return what the end of every turn that has ended brought, in order."""
    found = []
    for moment in replay.moments:
        if moment.kind in ("turn-end", "end"):
            sight = replay.sight(moment.at, viewer, in_play=True)
            found.append(TurnEnd(moment.at, moment.turn, *_after(sight, moment.turn, 0)))
    return tuple(found)


def _played(replay: Replay, at: int, viewer: SeatId) -> Played:
    sight = replay.sight(at, viewer, in_play=True)
    here = replay.state(at).exchanges[-1]
    card = replay.book.cards[here.card].card if here.card is not None else None
    return Played(
        at,
        sight.turn,
        sight.exchange,
        sight.card,
        tuple(_decided(replay, at, choice, viewer) for choice in sight.choices),
        *_after(sight, sight.turn, sight.exchange),
        discuss=card.discuss if card and viewer == TRUTH else (),
    )


def _decided(replay: Replay, at: int, choice: ChoiceSight, viewer: SeatId) -> Decided:
    seat = choice.seat
    if viewer not in (seat, TRUTH):
        return Decided(seat, choice.label, choice.manner)
    # What was open and what was shut is told as it was when the seat could still choose.
    ask = replay.sight(at - 1, seat).ask
    state = replay.state(at)
    taken = state.exchanges[-1].choices[seat].option
    option = replay.book.asks[state.exchanges[-1].card][seat].options[taken].option
    milder = option.shown_as if viewer == TRUTH and option.shown_as != option.label else None
    return Decided(
        seat,
        option.label,
        choice.manner,
        prompt=ask.prompt if ask else None,
        office=ask.office if ask else None,
        envelope=envelope(replay, at, seat, viewer),
        passed=tuple(other for other in ask.options if other.id != taken) if ask else (),
        milder=milder,
    )


def _after(
    sight: Sight, turn: int, exchange: int
) -> tuple[tuple[str, ...], tuple[RollSight, ...], tuple[Explained, ...]]:
    moment = turn, exchange
    return (
        tuple(item.text for item in sight.news if (item.turn, item.exchange) == moment),
        tuple(roll for roll in sight.rolls if (roll.turn, roll.exchange) == moment),
        tuple(change for change in sight.changes if (change.turn, change.exchange) == moment),
    )
