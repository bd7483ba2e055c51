"""How far combinations of choices move each number, as a table that fits a line."""

from collections.abc import Iterable, Mapping, Sequence

from wargame.content.base import OptionId, SeatId
from wargame.lab.brought import reach
from wargame.lab.trial import Trial, Tried
from wargame.plain.aligned import APART, padded
from wargame.plain.voice import Voice
from wargame.plain.wrap import WIDTH, columns

_NOTHING = "."


def tell(voice: Voice, trial: Trial, numbers: Sequence[str]) -> None:
    """Say how far each combination moves each number; one that chance moves has a range."""
    tried = trial.tried
    moved = [number for number in numbers if any(reach(each, number) != (0, 0) for each in tried)]
    counts = [[number, *(_cell(*reach(each, number)) for each in tried)] for number in moved]
    ids = {seat: {option: str(option) for option in options} for seat, options in trial.options.items()}
    left = _chosen(tried, ids)
    parts = [*_fitting(counts, left)]
    if len(parts) > 1:
        # Too wide: options by their numbers, as the game shows them.
        ids = {
            seat: {o: str(at) for at, o in enumerate(options, 1)} for seat, options in trial.options.items()
        }
        left = _chosen(tried, ids)
        parts = [*_fitting(counts, left)]
        voice.list("Options, by number:", [f"{seat}: {_legend(ids[seat])}" for seat in ids])
    for part in parts:
        right = [padded(column, right=True) for column in part]
        voice.rows(APART.join(row).rstrip() for row in zip(*left, *right, strict=True))
    if not moved:
        voice.say()
        voice.say("No number moves.")


def _chosen(tried: Sequence[Tried], ids: Mapping[SeatId, Mapping[OptionId, str]]) -> list[list[str]]:
    """Return the columns that say which combination a row is about."""
    rows = ["", *(str(number) for number in range(1, len(tried) + 1))]
    seats = [[str(seat), *(known[each.choices[seat]] for each in tried)] for seat, known in ids.items()]
    return [padded(rows, right=True), *map(padded, seats)]


def _legend(known: Mapping[OptionId, str]) -> str:
    return ", ".join(f"{number} {option}" for option, number in known.items())


def _cell(low: int, high: int) -> str:
    if low == high:
        return f"{low:+d}" if low else _NOTHING
    return " to ".join(f"{end:+d}" if end else "0" for end in (low, high))


def _fitting(table: Sequence[list[str]], left: Sequence[list[str]]) -> Iterable[list[list[str]]]:
    """Return columns in as many parts as it takes for each to fit a line; without any, one empty part."""
    width = WIDTH - sum(columns(column[0]) + len(APART) for column in left)
    part: list[list[str]] = []
    taken = 0
    for column in table:
        wide = max(map(columns, column)) + len(APART)
        if part and taken + wide > width:
            yield part
            part, taken = [], 0
        part.append(column)
        taken += wide
    yield part
