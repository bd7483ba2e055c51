"""What a seat is told of what has happened: the choices made, the rolls, and the changes of a turn."""

from collections.abc import Mapping, Sequence

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.causes import outcome_news, shown_label, tell
from wargame.engine.events import Chances, Choice
from wargame.engine.known import numbers_seen, odds_told, roll_told
from wargame.engine.ledger import Explained, entries, explained
from wargame.engine.sight_parts import ChoiceSight, RollSight
from wargame.engine.state import Exchange, State

NO_TURN = 0
"""A turn that nothing happened in: the first is 1."""


def choices(book: Book, state: State, here: Exchange | None, seat: SeatId) -> tuple[ChoiceSight, ...]:
    """Return what each seat chose in an exchange, by the label that the seat is shown."""
    if here is None:
        return ()
    return tuple(
        ChoiceSight(
            owner,
            book.scenario.actor(owner).short,
            _label(book, state, here, owner, choice, seat),
            choice.manner,
        )
        for owner, choice in here.choices.items()
    )


def _label(book: Book, state: State, here: Exchange, owner: SeatId, choice: Choice, seat: SeatId) -> str:
    option = book.asks[here.card][owner].options[choice.option].option
    return shown_label(option, owner, seat, state.phase == "ended")


def rolls(book: Book, state: State, seat: SeatId, turn: int) -> tuple[RollSight, ...]:
    """Return the rolls of a turn as far as the seat is told of them."""
    exchanges = [here for at, here in state.past if at == turn] if turn < state.turn else state.exchanges
    rolled = [(here.number, roll) for here in exchanges for roll in here.rolls]
    rolled += [(0, roll) for at, roll in state.driven if at == turn]
    if not rolled:
        return ()
    moved: dict[str, list[str]] = {}
    for row in entries(state, turn):
        moved.setdefault(row.change.cause, []).append(row.change.number)
    found = [_roll(book, state, seat, turn, exchange, roll, moved) for exchange, roll in rolled]
    return tuple(roll for roll in found if roll is not None)


def _roll(
    book: Book,
    state: State,
    seat: SeatId,
    turn: int,
    exchange: int,
    roll: Chances,
    moved: Mapping[str, Sequence[str]],
) -> RollSight | None:
    cause = (
        f"{turn}.{exchange}/{roll.path}/{roll.outcome}" if exchange else f"{turn}/{roll.path}/{roll.outcome}"
    )
    if not roll_told(book, state, seat, roll, moved.get(cause, ())):
        return None
    odds = odds_told(book, state, seat, roll.path)
    return RollSight(
        turn=turn,
        exchange=exchange,
        cause=tell(book, cause, seat, state.phase == "ended"),
        news=outcome_news(book, roll.path, roll.outcome),
        weights=roll.weights if odds else (),
        odds=_percent(roll.weights) if odds else (),
        outcome=roll.outcome if odds else None,
        ruled=roll.ruled,
    )


def _percent(weights: tuple[int, ...]) -> tuple[int, ...]:
    total = sum(weights)
    return tuple(round(100 * weight / total) if total else 0 for weight in weights)


def told_turn(state: State) -> int:
    """Return the turn that changes and rolls are told of: this one, and at its start the last."""
    return state.turn if state.exchanges else state.turn - 1


def changes(book: Book, state: State, seat: SeatId, turn: int) -> tuple[Explained, ...]:
    """Return the changes of a turn that the seat may see."""
    ledger, seen = list(entries(state, turn)), numbers_seen(book, state, seat)
    return tuple(
        [explained(book, state, seat, ledger, entry) for entry in ledger if entry.change.number in seen]
    )
