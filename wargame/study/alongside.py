"""The exchanges of a turn in several games side by side: by card, and else by place in the turn."""

from collections.abc import Sequence

from wargame.engine.ending import ExchangeEnd

_LAST = 99


def alongside(games: Sequence[Sequence[ExchangeEnd]]) -> list[list[ExchangeEnd | None]]:
    """Return rows with one exchange of each game or None, in the order of the turn.

    A card that came in several games is one row, wherever in the turn it came. What is left stands beside
    what is left of the other games under the same number.
    """
    rows: list[list[ExchangeEnd | None]] = []
    alone: list[tuple[int, ExchangeEnd]] = []
    for at, game in enumerate(games):
        for here in game:
            others = [one for other, more in enumerate(games) if other != at for one in more]
            if any(here.title == one.title for one in others):
                _put(rows, len(games), at, here, [_title(row) == here.title for row in rows])
            else:
                alone.append((at, here))
    shared = len(rows)
    for at, here in alone:
        fits = [place >= shared and _number(row) == here.number for place, row in enumerate(rows)]
        _put(rows, len(games), at, here, fits)
    # Of two that come equally early, the one that the first games had earlier.
    return sorted(rows, key=lambda row: (_number(row), [one.number if one else _LAST for one in row]))


def _put(
    rows: list[list[ExchangeEnd | None]], games: int, at: int, here: ExchangeEnd, fits: Sequence[bool]
) -> None:
    """Put an exchange of a game into the first row that fits and has room for it, else into a new one."""
    free = [row for row, fit in zip(rows, fits, strict=True) if fit and row[at] is None]
    row: list[ExchangeEnd | None] = free[0] if free else [None] * games
    if not free:
        rows.append(row)
    row[at] = here


def _title(row: Sequence[ExchangeEnd | None]) -> str | None:
    return next(one.title for one in row if one is not None)


def _number(row: Sequence[ExchangeEnd | None]) -> int:
    """Return where in its turn a row comes at the earliest."""
    return min(one.number for one in row if one is not None)
