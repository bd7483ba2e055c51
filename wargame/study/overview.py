"""What a course of many games comes to: outcomes, points, choices by card, and calibration.

Decisions and forecasts of people and of bots are counted apart. Somebody is calibrated if of what was called
70% about 70 in a hundred came true; for that many forecasts are needed (Murphy and Winkler, Journal of the
Royal Statistical Society C 26, 1977), so it is not told of a few games. The intervals take forecasts for
independent, which those on one question of one game are not: true ones are wider.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean

from wargame.lab.estimates import share
from wargame.study.tables import Table, Value

ENOUGH = 10
"""Games from which on calibration is told."""

_BIN = 10

Row = Mapping[str, Value]


def overview(tables: Mapping[str, Table]) -> dict[str, Table]:
    """Return what the tables of a course come to, as tables by name."""
    found = (_outcomes(tables), _scores(tables), _choices(tables), calibration(tables))
    return {table.name: table for table in found}


def as_dicts(table: Table) -> Iterator[Row]:
    """Yield the rows of a table by the names of its columns."""
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def _outcomes(tables: Mapping[str, Table]) -> Table:
    ended = [row for row in as_dicts(tables["games"]) if row["ended"]]
    counted = Counter((row["scenario"], row["title"], row["ending"], row["how"], row["war"]) for row in ended)
    every = Counter(row["scenario"] for row in ended)
    rows = [(*key, games, every[key[0]]) for key, games in counted.items()]
    return Table("outcomes", ("scenario", "title", "ending", "how", "war", "games", "of"), rows)


def _scores(tables: Mapping[str, Table]) -> Table:
    grouped: dict[tuple[Value, ...], list[Row]] = {}
    for row in as_dicts(tables["seats"]):
        if row["points"] is not None:
            grouped.setdefault((row["scenario"], row["seat"], row["short"], row["holder"]), []).append(row)
    columns = (
        "scenario", "seat", "short", "holder", "games", "points", "lowest", "highest", "worth", "brier",
    )  # fmt: skip
    rows = []
    for key, own in grouped.items():
        points, worth = _numbers(own, "points"), _numbers(own, "worth")
        briers = _numbers(own, "brier")
        brier = round(fmean(briers), 4) if briers else None
        mean = round(fmean(points), 2), min(points), max(points), round(fmean(worth), 2)
        rows.append((*key, len(own), *mean, brier))
    return Table("scores", columns, rows)


def _choices(tables: Mapping[str, Table]) -> Table:
    made = [row for row in as_dicts(tables["decisions"]) if row["manner"] != "vacant"]
    asks = ("scenario", "card", "card_title", "seat", "holder")
    asked = Counter(tuple(row[name] for name in asks) for row in made)
    chosen = Counter((*(row[name] for name in asks), row["option"], row["label"]) for row in made)
    late = Counter((*(row[name] for name in asks), row["option"]) for row in made if row["manner"] == "late")
    order = {key: at for at, key in enumerate(asked)}
    seats = {
        seat: at for at, seat in enumerate(dict.fromkeys(row["seat"] for row in as_dicts(tables["seats"])))
    }
    cards = {card: at for at, card in enumerate(dict.fromkeys(row["card"] for row in made))}
    rows = []
    for key in sorted(chosen, key=lambda key: (cards[key[1]], seats[key[3]], order[key[:5]], -chosen[key])):
        of = asked[key[:5]]
        rows.append((*key, chosen[key], late[key[:6]], of, round(chosen[key] / of, 4)))
    return Table("choices", (*asks, "option", "label", "chosen", "late", "of", "share"), rows)


def calibration(tables: Mapping[str, Table]) -> Table:
    """Return, of each tenth that was stated, how often it came true; without rows of too few games."""
    columns = ("holder", "from", "to", "forecasts", "said", "came_true", "share", "low", "high")
    known = [row for row in as_dicts(tables["forecasts"]) if row["outcome"] is not None]
    if len({row["save"] for row in known}) < ENOUGH:
        return Table("calibration", columns, ())
    grouped: dict[tuple[str, int], list[Row]] = {}
    for row in known:
        percent = row["percent"]
        assert isinstance(percent, int)
        grouped.setdefault((str(row["holder"]), min(9, percent // _BIN)), []).append(row)
    rows: list[tuple[Value, ...]] = []
    for (holder, tenth), own in sorted(grouped.items()):
        true = sum(row["outcome"] is True for row in own)
        came = share(true, len(own))
        assert came is not None
        start = tenth * _BIN
        end = 100 if tenth == 9 else start + _BIN - 1
        said = round(fmean(_numbers(own, "percent")), 1)
        odds = (round(end, 4) for end in (came.value, came.low, came.high))
        rows.append((holder, start, end, len(own), said, true, *odds))
    return Table("calibration", columns, rows)


def _numbers(rows: Iterable[Row], column: str) -> Sequence[float]:
    return [value for row in rows if isinstance(value := row[column], int | float)]
