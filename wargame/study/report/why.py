"""Why it happened: turning points, what every decision did to every number, and the ledger itself."""

from collections.abc import Iterator

from wargame.engine.ledger import Explained
from wargame.play.words import MANNERS_LATER, counted, joined, moved, pair_name, step, when
from wargame.study.effects import Effect
from wargame.study.report.parts import Facts, Group, Items, Part, Prose, Section, Table, Waterfall, kept
from wargame.study.report.told import Told
from wargame.study.turning import CUT, TurningPoint

_POINTS, _FALLS, _STEPS = 12, 4, 10
_KINDS = {
    "swing": "A swing",
    "surprise": "A surprise",
    "disagreement": "A disagreement",
    "rung": "A rung crossed",
    "late": "A late answer",
}
_EFFECTS = (
    "What each decision added to a number, itself or by spillover from another pair, beside what was no "
    "decision: situations, rules, drift, rulings. What several seats brought about together stays joint. "
    "For every number the sums are its change from start to end, exactly."
)
_TURNING = (
    "Found by five simple looks, and ranked by weights that judge what is worth the class's time; they "
    "measure nothing. Each stands with what was decided then, and why."
)


def why(told: Told) -> Section:
    """Return the chapter; of effects and turning points only where nothing is kept from these eyes."""
    return Section("why", "Why it happened", "Why", kept(*_whole(told), _ledger(told)))


def _whole(told: Told) -> Iterator[Part]:
    if not told.whole:
        yield Prose(
            "What single decisions did, and the turning points, rest on what others keep to themselves."
        )
        return
    points = told.replay.turning[:_POINTS]
    count = len(told.replay.turning)
    shown = f" The {len(points)} weightiest of {count} are told." if count > len(points) else ""
    yield Group(
        "Turning points", kept(Prose(f"{_TURNING} {CUT}{shown}"), *(_point(told, one) for one in points))
    )
    falls = sorted(told.at_last.relations, key=lambda number: -_size(told, number.id))[:_FALLS]
    yield Group(
        "What decisions did",
        kept(
            Prose(_EFFECTS),
            *(waterfall(told, number.id) for number in falls),
            *(table for number in told.book.numbers if (table := effects_table(told, number))),
        ),
    )


def _point(told: Told, point: TurningPoint) -> Group:
    place = f"turn {point.turn}" + (f", exchange {point.exchange}" if point.exchange else "")
    facts = []
    for one in point.decisions:
        said = [one.label + MANNERS_LATER[one.manner] + "."]
        if one.envelope is not None:
            said.append(told.typed(one.envelope.rationale))
            if one.envelope.dissent:
                said.append(f"Dissent: {told.typed(one.envelope.dissent)}")
        facts.append((told.short(one.seat), " ".join(said)))
    title = f"{_KINDS[point.kind]}, {place}: {point.sentence}"
    return Group(
        title, (Facts(tuple(facts)),) if facts else (Prose("Nothing was decided then."),), folded=True
    )


def _of(told: Told, number: str) -> list[Effect]:
    return [effect for effect in told.replay.effects if effect.number == number]


def _size(told: Told, number: str) -> int:
    return sum(abs(effect.total) for effect in _of(told, number))


def _called(told: Told, effect: Effect) -> str:
    source = effect.source
    who = joined([told.short(seat) for seat in source.seats])
    return f"Turn {source.turn}, {f'{who}: ' if who else ''}{source.label}"


def effects_table(told: Told, number: str) -> Table | None:
    """Return everything that moved a number, with its sum; None for one that nothing moved."""
    found = [effect for effect in _of(told, number) if effect.direct or effect.indirect]
    if not found:
        return None
    at = told.book.index[number]
    start, end = told.book.starts[at], told.replay.game.state.numbers[at]
    rows = [(_called(told, effect), effect.direct, effect.indirect, effect.total) for effect in found]
    sums = tuple(sum(row[column] for row in found_rows) for column, found_rows in _columns(rows))
    title = f"{told.names.numbers[number]}: {start} to {end}, {moved(end - start)}"
    head = ("What", "Itself", "By spillover", "In all")
    return Table(title, head, (*rows, ("In all", *sums)), folded=True)


def _columns(rows: list[tuple[str, int, int, int]]) -> Iterator[tuple[int, list[tuple[int, int, int]]]]:
    numbers = [row[1:] for row in rows]
    for column in range(3):
        yield column, numbers


def waterfall(told: Told, number: str) -> Waterfall:
    """Return the way of a number from start to end: the largest sources one by one, the others together."""
    found = _gathered(told, number)
    large = sorted(found, key=lambda step: -abs(step[1]))[:_STEPS]
    # Each stands where it first came, with all that it did later; what came several times has no such place.
    shown = sorted((step for step in found if step in large), key=lambda step: step[2] > 1)
    steps = [(label, points) for label, points, _ in shown]
    rest = [points for label, points, times in found if (label, points, times) not in large]
    if rest:
        steps.append((f"{counted(len(rest), 'smaller one')} together", sum(rest)))
    at = told.book.index[number]
    start, end = told.book.starts[at], told.replay.game.state.numbers[at]
    about = (
        f"The {len(large)} largest of {counted(len(found), 'cause')}, in the order in which they began, "
        "each with all that it did to the end; what came several times and the smaller ones stand last, in "
        "sum. So only the first mark and the last are values that the number had. "
        "Full bars add, empty ones take."
    )
    title = f"{told.names.numbers[number]}, from {start} to {end}"
    rows = (("At the start", start), *steps, ("At the end" if told.replay.ended else "Now", end))
    return Waterfall(
        title, about, start, tuple(steps), end, Table(title, ("What", "Points"), rows, folded=True)
    )


def _gathered(told: Told, number: str) -> list[tuple[str, int, int]]:
    """Return the sources of a number, what each added and how often; a rule and the drift are one."""
    sums: dict[tuple[str, ...], int] = {}
    names: dict[tuple[str, ...], list[str]] = {}
    for effect in _of(told, number):
        source = effect.source
        called = _called(told, effect)
        key = (source.kind, source.label) if source.kind in ("drift", "rule") else (called, source.key)
        sums[key] = sums.get(key, 0) + effect.total
        names.setdefault(key, []).append(called)
    return [
        (
            names[key][0] if len(names[key]) == 1 else f"{key[1]}, {len(names[key])} times",
            points,
            len(names[key]),
        )
        for key, points in sums.items()
        if points
    ]


def _ledger(told: Told) -> Group:
    """Return every change that these eyes may see, number by number, with its cause as they may read it."""
    numbers = [*told.at_last.relations, *told.at_last.tracks]
    lists = []
    for number in numbers:
        entries = reversed(told.replay.why(told.last, number.id, told.viewer, in_play=True))
        lines = tuple(_entry(entry) for entry in entries)
        if lines:
            title = f"{pair_name(number.label)}: {number.value - number.gained} to {number.value}"
            lists.append(Group(title, (Items("", lines),), folded=True))
    said = "Every change of every number, in order, with its cause; start and changes add up to the end."
    return Group("The ledger", kept(Prose(said), *lists), folded=True, reference=True)


def _entry(entry: Explained) -> str:
    shares = "; ".join(f"{cause} {share:+d}" for cause, share in entry.shares)
    behind = f" (behind it: {shares})" if shares else ""
    change = step("", entry.before, entry.after, entry.wanted).strip()
    return f"{when(entry)}: {change}, {entry.cause}{behind}"
