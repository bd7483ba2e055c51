"""Games side by side, as lines: each game by its letter, what is the same said once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from wargame.plain.voice import Voice
from wargame.play.typed import command
from wargame.play.words import WAR_TAKES, counted, joined, sentence
from wargame.study.compare import Comparison, Row, Side
from wargame.study.interventions import interventions
from wargame.study.parting import Fact, Parting
from wargame.study.tables import Value

BLOCKS = "▁▂▃▄▅▆▇█"


def tell(voice: Voice, compared: Comparison, blocks: bool) -> None:
    """Say a comparison; with `blocks` each curve is drawn beside its numbers, too."""
    sides = compared.sides
    _games(voice, compared)
    for side, parted in compared.partings:
        voice.say()
        _parting(voice, sides[0], side, parted)
    if all(_same(row.values) for row in compared.rows if row.section != "outcome" and _told(row)):
        # There is nothing to lay side by side: of one game `replay` and `review` tell more.
        return
    voice.list(
        "Intents that were drawn:",
        [f"{row.seat}: {_beside(sides, _quoted(row.values))}" for row in compared.section("intent")],
    )
    _tension(voice, compared, blocks)
    _decisions(voice, compared)
    voice.list(
        "What forecasts asked about, and how it came out:",
        list(_asked(compared)),
    )
    _points(voice, compared)
    voice.list(
        "Every number as it stands at the last:",
        [f"{row.item}: {_beside(sides, row.values)}" for row in compared.section("number") if _told(row)],
    )


def _games(voice: Voice, compared: Comparison) -> None:
    for at, side in enumerate(compared.sides):
        replay, rows = side.replay, {row.item: row.values[at] for row in compared.section("outcome")}
        played = counted(replay.game.state.turn, "turn")
        how = (
            f"{rows['ending']}, after {played}"
            if replay.ended
            else f"it is not over, and is in turn {rows['turns']}"
        )
        war = " There was war." if rows["war"] else ""
        begun = f", begun on {replay.begun}" if replay.begun else ""
        voice.say(f"{side.letter} is {side.name}{begun}: {how}.{war}")
    for limit in _limits(compared.sides):
        voice.say(limit)


def _limits(sides: Sequence[Side]) -> Iterator[str]:
    """Yield what cannot be compared, or not fairly."""
    first = sides[0].replay.book
    if others := [side.letter for side in sides if not side.alike]:
        told = "only how it ended stands beside the others"
        yield f"{joined(others)}: of another scenario than A ({first.rules.title}), so that {told}."
    if going := [side.letter for side in sides if not side.told]:
        yield f"{joined(going)}: it is not over, and only what all could see is told (--spoil tells all)."
    for side in sides:
        if side.alike and side.replay.book.digest != first.digest:
            yield f"{side.letter} was played with other cards, rules or numbers than A."
        elif side.alike and side.replay.book.turns != first.turns:
            yield f"{side.letter} is of another length than A: its turns may be other dates."
        ruled = sum(one.kind == "number" for one in interventions(side.replay)) if side.told else 0
        if ruled:
            times = counted(ruled, "time")
            yield f"{side.letter}: the facilitator set a number {times}, so its curves are partly ruled."


def _parting(voice: Voice, first: Side, side: Side, parted: Parting | None) -> None:
    same = first.replay.promise == side.replay.promise
    dice = "the same dice" if same else "other dice"
    if parted is None:
        voice.say(f"A and {side.letter} have {dice}, and nothing in them differs.")
        return
    known = [fact for fact in parted if fact is not None]
    voice.say(f"A and {side.letter} have {dice}, and part in {_where(known[0])}:")
    for letter, counts, fact in (
        (first.letter, first.replay.counts, parted.one),
        (side.letter, side.replay.counts, parted.other),
    ):
        told = "here it stops" if fact is None else f"{counts} {fact.at}, {fact.said}"
        voice.say(sentence(f"{letter}: {told}"), indent=2)
    if first.told and all(fact is not None and fact.key[0] == "choice" for fact in parted):
        spoil = "" if first.replay.ended else " --spoil"
        typed = command("fork", Path(first.name), f"--at {known[0].at - 1}{spoil}")
        voice.say(f"To choose otherwise there: {typed}", indent=2)


def _where(fact: Fact) -> str:
    return f"turn {fact.turn}, {f'exchange {fact.exchange}' if fact.exchange else 'at its end'}"


def _tension(voice: Voice, compared: Comparison, blocks: bool) -> None:
    rows = compared.section("tension")
    if not rows:
        return
    voice.say()
    voice.say("Tension at the start and at the end of each turn:")
    for label, own in groupby(rows, key=lambda row: row.item):
        values = [row.values for row in own]
        voice.say(f"{label}:", indent=2)
        for at, side in enumerate(compared.sides):
            curve = [value[at] for value in values if isinstance(value[at], int)]
            if curve:
                drawn = f" {''.join(map(_block, curve))}" if blocks else ""
                voice.say(f"{side.letter}{drawn} {' '.join(map(str, curve))}", indent=4)


def _block(value: Value) -> str:
    assert isinstance(value, int)
    return BLOCKS[min(7, value * 8 // 100)]


def _decisions(voice: Voice, compared: Comparison) -> None:
    rows = (*compared.section("exchange"), *compared.section("card"), *compared.section("choice"))
    by_exchange = groupby(sorted(rows, key=_when), key=_when)
    for (turn, _), own in by_exchange:
        exchange, card, *choices = own
        voice.say()
        where = _numbered(compared.sides, exchange.values)
        voice.say(f"Turn {turn}, {where}: {_beside(compared.sides, _quoted(card.values))}")
        alike = [row.seat for row in choices if _same(row.values)]
        if alike:
            voice.say(f"{joined(alike)}: the same in all.", indent=2)
        for row in choices:
            if row.seat not in alike:
                voice.say(f"{row.seat}: {_beside(compared.sides, _quoted(row.values))}", indent=2)


def _numbered(sides: Sequence[Side], numbers: Sequence[Value]) -> str:
    """Return which exchange of the turn this was, in each game if the games differ."""
    pairs = [(side.letter, at) for side, at in zip(sides, numbers, strict=True) if at is not None]
    if len({at for _, at in pairs}) == 1:
        return f"exchange {pairs[0][1]}"
    return joined([f"exchange {at} of {letter}" for letter, at in pairs])


def _asked(compared: Comparison) -> Iterator[str]:
    """Yield each question with how it came out, each time that it was asked with its turn."""
    for item, grouped in groupby(compared.section("question"), key=lambda row: row.item):
        rows = list(grouped)
        values = tuple(
            _came([(row.turn, row.exchange, row.values[at]) for row in rows])
            for at in range(len(compared.sides))
        )
        yield f"{item} {_beside(compared.sides, values)}"


def _came(known: Iterable[tuple[int, int, Value]]) -> str | None:
    """Return how a question came out in one game: `turn 1 no, turn 4 yes`; `yes` for one of the end."""
    came = [(turn, exchange, _said(value)) for turn, exchange, value in known if value is not None]
    told = {}
    for turn, exchange, said in came:
        same = {other for at, _, other in came if at == turn}
        where = f"turn {turn}" + ("" if len(same) == 1 else f", exchange {exchange},") + " "
        told[where if turn else ""] = said
    return ", ".join(f"{where}{said}" for where, said in told.items()) or None


def _when(row: Row) -> tuple[int, int]:
    return row.turn, row.exchange


def _points(voice: Voice, compared: Comparison) -> None:
    rows = [row for row in compared.section("points") if _told(row)]
    facts = []
    if any(row.item == "points lost to the war" for row in rows):
        facts.append(WAR_TAKES)
    for seat, grouped in groupby(rows, key=lambda row: row.seat):
        own = {row.item: row.values for row in grouped}
        lost = own.get("points lost to the war", (None,) * len(compared.sides))
        each = zip(own["points"], own["points to be had"], lost, strict=True)
        points = [
            None if had is None else f"{had} of {worth}{f' ({gone} held, lost to the war)' if gone else ''}"
            for had, worth, gone in each
        ]
        facts.append(f"{seat}: {_beside(compared.sides, points)}")
        if "mean Brier score" in own:
            facts.append(f"{seat}, mean Brier score: {_beside(compared.sides, own['mean Brier score'])}")
    voice.list("Points of each seat (measure a seat against its own objectives):", facts)


def _told(row: Row) -> bool:
    return any(value is not None for value in row.values)


def _same(values: Iterable[Value]) -> bool:
    first, *others = values
    return first is not None and all(value == first for value in others)


def _beside(sides: Sequence[Side], values: Sequence[Value]) -> str:
    """Return what stands in each game: once if it is the same in all, nothing of one that does not tell."""
    if _same(values):
        return sentence(_said(values[0]))
    letters: dict[Value, list[str]] = {}
    for side, value in zip(sides, values, strict=True):
        if value is not None:
            letters.setdefault(value, []).append(side.letter)
    return sentence("; ".join(f"{joined(those)} {_said(value)}" for value, those in letters.items()))


def _said(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _quoted(values: Sequence[Value]) -> tuple[Value, ...]:
    return tuple(None if value is None else f"'{value}'" for value in values)
