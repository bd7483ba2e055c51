"""What combinations of choices move: as a table where one fits, else one combination below the other."""

from collections.abc import Iterator, Mapping, Sequence

from wargame.content.base import OptionId, SeatId
from wargame.lab.brought import by_row, facts, outcomes, reach
from wargame.lab.staged import Staged
from wargame.lab.trial import Trial, Tried
from wargame.play.words import counted, spans
from wargame.tui.ink import GAP, Piece, firm, piece
from wargame.tui.telling.staged import opens

MOST_TABLES = 4
"""Tables, one below the other, into which what moves may be split."""
_APART = 2
_Column = list[tuple[str, str]]
"""Two lines of a head, then a cell for each combination, each with its style."""


def trial(found: Trial | str, staged: Staged, width: int) -> list[Piece]:
    """Return what combinations bring; `found` is a sentence where there is something to be set otherwise."""
    if isinstance(found, str):
        return [piece((found, "warn"))]
    told: list[Piece] = []
    for seat, option, why in found.shut:
        key, way = opens(staged, seat, option)
        told.append(piece((f"{seat} {option}: {why}.", "warn"), mark=("· ", "muted"), key=key))
        told += [Piece(way.runs, way.mark, way.indent, key)] if way else []
    told += [GAP] if told else []
    turn = staged.state.turn
    rows = table(found, tuple(staged.names.numbers), width)
    told += [*rows, *_besides(found.tried, turn)] if rows else list(_blocks(found.tried, turn))
    if found.left:
        left = f"{counted(found.left, 'more combination')}: S varies some seats, or holds a choice."
        if found.apart:
            shown = f"{len(found.tried)} of {len(found.tried) + found.left} combinations"
            left = (
                f"{shown}: each seat alone, the others as usual. S varies some together, or holds a choice."
            )
        told += [GAP, piece((left, "muted"))]
    return told


def table(found: Trial, numbers: Sequence[str], width: int) -> list[Piece]:
    """Return a row for each combination: options by seat, what moves as columns; nothing if it is too wide.

    Where the names of options are too wide, they are told by their numbers, as a table does; what then still
    does not fit goes on below, in a few tables.
    """
    moved = [number for number in numbers if any(reach(each, number) != (0, 0) for each in found.tried)]
    moves = [_moves(found.tried, number) for number in moved]
    for short, most in ((False, 1), (True, MOST_TABLES)):
        ids = {
            seat: {option: str(at) if short else str(option) for at, option in enumerate(options, 1)}
            for seat, options in found.options.items()
        }
        choices = list(_choices(found.tried, ids))
        room = width - sum(map(_wide, choices)) - _APART * (len(choices) - 1)
        parts = _fitting(moves, room)
        if len(parts) <= most and all(_wide(column) + _APART <= room for column in moves) and room >= 0:
            told = [own for part in parts for own in (GAP, *_rows([*choices, *part], len(ids)))][1:]
            told += [] if moved else [piece(("No number moves.", "muted"))]
            return [*([*_legend(ids), GAP] if short else []), *told]
    return []


def _fitting(columns: Sequence[_Column], width: int) -> list[list[_Column]]:
    """Return columns in as many parts as it takes for each to fit; without any, one empty part."""
    parts: list[list[_Column]] = [[]]
    left = width
    for column in columns:
        wide = _wide(column) + _APART
        if wide > left and parts[-1]:
            parts.append([])
            left = width
        parts[-1].append(column)
        left -= wide
    return parts


def _wide(column: _Column) -> int:
    return max(len(cell) for cell, _ in column)


def _choices(tried: Sequence[Tried], ids: Mapping[SeatId, Mapping[OptionId, str]]) -> Iterator[_Column]:
    yield [("", "key"), ("", "key"), *((str(at), "key") for at in range(1, len(tried) + 1))]
    for seat, known in ids.items():
        first = tried[0].choices[seat] if tried else None
        chosen = [each.choices[seat] for each in tried]
        cells = [(known[option], "muted" if option == first else "strong") for option in chosen]
        yield [(str(seat), "heading"), ("", "heading"), *cells]


def _moves(tried: Sequence[Tried], number: str) -> _Column:
    owner, dot, track = number.partition(".")
    one, dash, other = number.partition("-")
    first, second = (owner, track) if dot else (f"{one}{dash}", other)
    return [(first, "muted"), (second, "muted"), *(_cell(*reach(each, number)) for each in tried)]


def _cell(low: int, high: int) -> tuple[str, str]:
    if low == high:
        return (f"{low:+d}", way(low)) if low else ("", "plain")
    return "…".join(f"{end:+d}" if end else "0" for end in (low, high)), "plain"


def way(by: int) -> str:
    """Return the style of a move."""
    return "up" if by > 0 else "down"


def _rows(columns: Sequence[_Column], seats: int) -> Iterator[Piece]:
    """Yield the lines of a table: numbers flush right, seats and options flush left."""
    wide = [_wide(column) for column in columns]
    for at in range(len(columns[0])):
        cells = []
        for number, (column, width) in enumerate(zip(columns, wide, strict=True)):
            text, style = column[at]
            told = text.ljust(width) if 0 < number <= seats else text.rjust(width)
            cells.append((firm((" " * _APART if number else "") + told), style))
        if any(text for column in columns for text, _ in column[at : at + 1]):
            yield piece(*cells)


def _legend(ids: Mapping[SeatId, Mapping[OptionId, str]]) -> Iterator[Piece]:
    for seat, known in ids.items():
        told = ", ".join(f"{number} {option}" for option, number in known.items())
        yield piece((f"{seat}: ", "heading"), (told, "muted"))


def _besides(tried: Sequence[Tried], turn: int) -> list[Piece]:
    """Return what numbers alone cannot say, by the rows of the table that bring it."""
    told: list[Piece] = []
    for rows, sentences in by_row(tried, turn):
        mark = (f"{spans(rows)}: ", "key")
        if len(sentences) == 1:
            told.append(piece(sentences[0], mark=mark))
        else:
            told.append(piece(("chance:", "muted"), mark=mark))
            told += [piece(each, mark=("· ", "muted"), indent=2) for each in sentences]
    return [GAP, *told] if told else []


def _blocks(tried: Sequence[Tried], turn: int) -> Iterator[Piece]:
    for number, each in enumerate(tried, 1):
        chosen = " · ".join(f"{seat} {option}" for seat, option in each.choices.items())
        yield from ([GAP] if number > 1 else [])
        yield piece((chosen, "strong"), mark=(f"{number} ", "key"))
        moves = [(n, after - before) for n, (before, after) in each.sure.moves.items() if after != before]
        parts = [part for n, by in moves for part in ((f"{n} ", "plain"), (f"{by:+d}   ", way(by)))]
        yield piece(*parts, indent=2) if parts else piece(("No number moves.", "muted"), indent=2)
        for fact in facts(each.sure, turn):
            yield piece(fact, indent=2)
        for sentence in outcomes(each, turn) if each.outcomes else ():
            yield piece((sentence, "muted"), mark=("· ", "muted"), indent=2)
