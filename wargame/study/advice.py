"""What the documents advise, beside what was chosen: the options that carry a row that is advice.

A decision all of whose options carry advice left nobody a choice about it, and is none of these.
"""

from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.content.cards import Option
from wargame.study.replay import Replay


class Advised(NamedTuple):
    """A decision in which some options carried advice and others did not; `options` are those that did.

    `open` are those of them that were not shut; `followed` says whether the choice carried advice itself.
    """

    turn: int
    exchange: int
    seat: SeatId
    rows: tuple[str, ...]
    options: tuple[str, ...]
    open: tuple[str, ...]
    chosen: str
    followed: bool
    manner: str


def advised(replay: Replay) -> tuple[Advised, ...]:
    """Return every decision that the documents advise on, in order; none where the rules mark no advice."""
    book, found = replay.book, []
    advice = book.rules.advice
    for moment in replay.moments:
        if moment.kind != "reveal":
            continue
        here = replay.state(moment.at).exchanges[-1]
        for seat, choice in here.choices.items():
            asked = book.asks[here.card][seat].options
            carriers = {key: one.option for key, one in asked.items() if _rows(one.option, advice)}
            if not carriers or len(carriers) == len(asked):
                continue
            ask = replay.sight(moment.at - 1, seat).ask
            shut = {option.id for option in ask.options if option.shut} if ask else set()
            rows = dict.fromkeys(row for option in carriers.values() for row in _rows(option, advice))
            found.append(
                Advised(
                    turn=moment.turn,
                    exchange=moment.exchange,
                    seat=seat,
                    rows=tuple(rows),
                    options=tuple(option.label for option in carriers.values()),
                    open=tuple(option.label for key, option in carriers.items() if key not in shut),
                    chosen=asked[choice.option].option.label,
                    followed=choice.option in carriers,
                    manner=choice.manner,
                )
            )
    return tuple(found)


def _rows(option: Option, advice: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row for row in option.covers if row in advice)
