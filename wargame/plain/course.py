"""A course of many games, as lines: outcomes, points, choices by card, calibration."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from wargame.content.text import one_line
from wargame.plain.aligned import table
from wargame.plain.voice import Voice
from wargame.play.words import counted
from wargame.study.begun import begun
from wargame.study.overview import ENOUGH, Row, as_dicts
from wargame.study.tables import Table, Value

BAR, REST, MARK = "█", "░", "|"
_CELLS = 40
_WHO = {"human": "people", "bot": "bots", "empty": "nobody"}


def tell(voice: Voice, tables: Mapping[str, Table], summed: Mapping[str, Table], bars: bool) -> None:
    """Say what a course comes to, scenario by scenario; with `bars` in columns, and calibration drawn."""
    games = list(as_dicts(tables["games"]))
    for scenario, title in {str(row["scenario"]): str(row["title"]) for row in games}.items():
        own = sum(row["scenario"] == scenario for row in games)
        short = {row["seat"]: str(row["short"]) for row in _of(tables["seats"], scenario)}
        voice.say(f"{title}: {counted(own, 'game')}{_begun(games, scenario)}.")
        _outcomes(voice, _of(summed["outcomes"], scenario))
        _scores(voice, _of(summed["scores"], scenario), aligned=bars)
        _choices(voice, _of(summed["choices"], scenario), short)
        voice.say()
    _calibration(voice, tables["forecasts"], summed["calibration"])
    if bars and summed["calibration"].rows:
        _drawn(voice, summed["calibration"])


def _begun(games: Sequence[Row], scenario: str) -> str:
    """Return between which days games of people were begun; bots play at no time."""
    told = (begun(str(row["started"])) for row in games if row["scenario"] == scenario)
    days = sorted(day.partition(" ")[0] for day in told if day)
    if not days:
        return ""
    return f", begun on {days[0]}" if days[0] == days[-1] else f", begun from {days[0]} to {days[-1]}"


def _of(table: Table, scenario: str) -> list[Row]:
    return [row for row in as_dicts(table) if row["scenario"] == scenario]


def _outcomes(voice: Voice, rows: Sequence[Row]) -> None:
    told = [f"{row['how']}{' (war)' if row['war'] else ''}: {row['games']} of {row['of']}." for row in rows]
    voice.list("How the games ended:", told)


def _scores(voice: Voice, rows: Sequence[Row], aligned: bool) -> None:
    """Say the points of each seat; the middle of few games says little, so the ends stand beside it."""
    heading = "Points of each seat, on average (they measure a seat against its own objectives):"
    lines = table([_HEAD, *map(_cells, rows)], named=2) if aligned and rows else None
    if lines is None:
        voice.list(heading, map(_score, rows))
        return
    voice.say()
    voice.say(heading)
    voice.rows(lines)


_HEAD = ("seat", "held by", "games", "points", "of", "lowest", "highest", "mean Brier score")


def _cells(row: Row) -> tuple[str, ...]:
    brier = "" if row["brier"] is None else f"{row['brier']:.2f}"
    points = (f"{row['points']:.1f}", f"{row['worth']:g}", str(row["lowest"]), str(row["highest"]))
    return one_line(str(row["short"])), _who(row), str(row["games"]), *points, brier


def _score(row: Row) -> str:
    brier = "" if row["brier"] is None else f"; mean Brier score {row['brier']:.2f}"
    ends = f"from {row['lowest']} to {row['highest']}"
    games = counted(int(str(row["games"])), "game")
    return f"{row['short']}, {_who(row)}: {row['points']:.1f} of {row['worth']:g}, {ends}, {games}{brier}."


def _choices(voice: Voice, rows: Sequence[Row], short: Mapping[Value, str]) -> None:
    voice.say()
    voice.say("What was chosen, card by card:")
    for (_, title), of_card in groupby(rows, key=lambda row: (row["card"], row["card_title"])):
        voice.say()
        voice.say(f"{title}", indent=2)
        for (seat, _), of_seat in groupby(of_card, key=lambda row: (row["seat"], row["holder"])):
            own = list(of_seat)
            asked = counted(int(str(own[0]["of"])), "time")
            voice.say(f"{short[seat]}, {_who(own[0])}, asked {asked}:", indent=4)
            # Counts stand to the right of their column, as far in as the largest needs.
            wide = max(len(str(row["chosen"])) for row in own)
            for row in own:
                voice.say(f"{row['chosen']} {row['label']}{_late(row)}", 6 + wide - len(str(row["chosen"])))


def _late(row: Row) -> str:
    return f" ({row['late']} too late to decide)" if row["late"] else ""


def _who(row: Row) -> str:
    return _WHO.get(str(row["holder"]), str(row["holder"]))


def _calibration(voice: Voice, forecasts: Table, table: Table) -> None:
    known = [row for row in as_dicts(forecasts) if row["outcome"] is not None]
    games = len({row["save"] for row in known})
    rests = f"{counted(len(known), 'forecast')} of {counted(games, 'game')}"
    if not table.rows:
        voice.say(f"Calibration is told from {ENOUGH} games on: these are {rests}.")
        return
    voice.prose(
        f"Calibration: how much of what was forecast came true, on {rests} that were settled. In brackets: "
        "the 95% interval, as if forecasts were independent. Those on one question of one game are not, so "
        "the true interval is wider."
    )
    for row in as_dicts(table):
        said = f"{_who(row)} said {row['from']} to {row['to']}%"
        came = f"{row['came_true']} of {row['forecasts']} came true, {_percent(row['share'])}"
        voice.say(f"{said}: {came} ({_percent(row['low'])} to {_percent(row['high'])}).", indent=2)


def _percent(share: Value) -> str:
    return f"{100 * float(share or 0):.0f}%"


def _drawn(voice: Voice, table: Table) -> None:
    voice.say()
    voice.say(f"The same as a chart: the bar is how much came true, and {MARK} what was said.")
    rows = []
    for row in as_dicts(table):
        said = f"{row['from']} to {row['to']}%"
        drawn = _bar(float(row["share"] or 0), float(row["said"] or 0))
        rows.append(f"  {_who(row):7}{said:12}{drawn}")
    voice.rows(rows)


def _bar(share: float, said: float) -> str:
    """Return a bar up to a share, with a mark at what was said, in percent."""
    cells = [BAR if at < round(share * _CELLS) else REST for at in range(_CELLS)]
    cells.insert(round(said / 100 * _CELLS), MARK)
    return "".join(cells)
