"""The figures of many games: how they end, what the rules watch, and whether the table is a good one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from wargame.content.measures import Measure
from wargame.engine.book import Book
from wargame.lab import by_card, by_option, by_seat, options
from wargame.lab.by import By, how_ordered
from wargame.lab.estimates import Estimate, mean, percentile, share
from wargame.lab.games import Outcome
from wargame.lab.observer import readings
from wargame.lab.report import ENOUGH, Figure, Range, Report, Section

READINGS = (
    Range(0.55, 0.65, "about 0.6"),
    Range(0.75, 0.85, "about 0.8"),
    Range(0.85, 0.95, "about 0.9"),
)
"""What is wanted of an observer after the first turn, after half of them and after the last."""

KEPT = Range(0.05, 0.95, "5% to 95%")
"""What is wanted of an objective in every length: it can be kept, and it can be missed."""


def report(
    book: Book, outcomes: Sequence[Outcome], first_seed: int, intents: Mapping[str, str] | None = None
) -> Report:
    """Return all figures of these games; `intents` are those that seats were made to draw."""
    whole = len(book.turns) == max(len(length.turns) for length in book.rules.lengths.values())
    counted = options.tally(outcomes)
    sections = (
        _endings(book, outcomes),
        _war(book, outcomes),
        _measures(book, outcomes, whole),
        _observer(book, outcomes, whole),
        options.cards(book, outcomes, whole),
        options.chosen(book, counted),
        options.without_rival(book),
        options.telling(book, counted),
        options.asked(book, outcomes, whole),
        _relations(book, outcomes),
        _drivers(book, outcomes),
        objectives(book, outcomes),
        _forecasts(book, outcomes),
    )
    kept = tuple(section for section in sections if section.figures or section.wanted)
    return _report(book, outcomes, first_seed, intents, kept)


def sources(
    book: Book,
    outcomes: Sequence[Outcome],
    by: By,
    first_seed: int,
    intents: Mapping[str, str] | None = None,
) -> Report:
    """Return where the figures come from: the games card by card, option by option, or seat by seat."""
    match by:
        case "card":
            cards = by_card.sections(book, outcomes)
            whole = (
                "the cards with which games surely ended in war more often, or less often, than without them"
            )
            note = how_ordered(cards, whole, "dealt")
            return _report(book, outcomes, first_seed, intents, cards, note)
        case "option":
            options = by_option.sections(book, outcomes)
            whole = (
                "the options with which games surely ended in war more often, or less often, than where they "
                "were passed over"
            )
            note = how_ordered(options, whole, "open")
            return _report(book, outcomes, first_seed, intents, options, note)
        case "seat":
            note = "First the seat that cards ask least."
            return _report(book, outcomes, first_seed, intents, by_seat.sections(book, outcomes), note)


def _report(
    book: Book,
    outcomes: Sequence[Outcome],
    first_seed: int,
    intents: Mapping[str, str] | None,
    sections: tuple[Section, ...],
    note: str = "",
) -> Report:
    return Report(
        scenario=book.rules.id,
        title=book.rules.title,
        digest=book.digest,
        length=book.length_name,
        turns=len(book.turns),
        games=len(outcomes),
        first_seed=first_seed,
        intents=tuple((intents or {}).items()),
        sections=sections,
        note=note,
    )


def _endings(book: Book, outcomes: Sequence[Outcome]) -> Section:
    titles = {"calendar": "the calendar ran out", **{t.id: t.title for t in book.rules.terminal}}
    ended = Counter(outcome.ending for outcome in outcomes)
    shares = [
        Figure(f"ending/{key}", title, "share", share(ended[key], len(outcomes)))
        for key, title in titles.items()
    ]
    turns = Figure(
        "turns", "turns played, on average", "times", mean([outcome.turns for outcome in outcomes])
    )
    return Section("endings", "How the games ended", (*shares, turns))


def _war(book: Book, outcomes: Sequence[Outcome]) -> Section:
    figures = []
    for seat in book.seats:
        for intent in book.seat(seat).intents:
            own = [outcome for outcome in outcomes if outcome.intents[seat] == intent.id]
            label = f"{book.scenario.actor(seat).short}: {intent.title} ({intent.id})"
            wars = share(sum(outcome.war for outcome in own), len(own))
            figures.append(Figure(f"war/{seat}/{intent.id}", label, "share", wars))
    return Section("war", "Games that ended in war, by the intent of each seat", tuple(figures))


def _measures(book: Book, outcomes: Sequence[Outcome], whole: bool) -> Section:
    figures = [
        figure for measure in book.rules.measures for figure in _measure(book, measure, outcomes, whole)
    ]
    return Section("measures", "What the rules watch", tuple(figures))


def _measure(book: Book, measure: Measure, outcomes: Sequence[Outcome], whole: bool) -> Iterator[Figure]:
    own = [
        outcome
        for outcome in outcomes
        if all(outcome.intents.get(seat) in intents for seat, intents in measure.given.items())
    ]
    key, wanted = f"measure/{measure.id}", measure.wanted if whole else None
    if measure.number is not None:
        at = book.index[measure.number]
        ends = [outcome.numbers[at] for outcome in own]
        yield _spread(key, measure.title, ends)
        if at < book.relations and ends:
            wanted_rungs = (
                Range(wanted.rungs, 99, f"{wanted.rungs} or more") if wanted and wanted.rungs else None
            )
            label = f"{measure.title}, rungs between the 10th and 90th percentile"
            yield Figure(f"{key}/rungs", label, "times", _rungs_apart(book, ends), wanted_rungs)
    elif measure.graph is not None:
        gauges = [outcome.graph[measure.graph] for outcome in own]
        if gauges:
            start = gauges[0].start
            yield _spread(key, f"{measure.title} (at the start {start:.2g})", [gauge.end for gauge in gauges])
    else:
        kept = share(sum(outcome.measures[measure.id] for outcome in own), len(own))
        wished = None
        if wanted:
            text = f"{wanted.low}% to {wanted.high}%"
            wished = Range(wanted.low / 100, wanted.high / 100, text)
        yield Figure(key, measure.title, "share", kept, wished)


def _spread(key: str, label: str, values: Sequence[float]) -> Figure:
    low, high = percentile(values, 10), percentile(values, 90)
    tenths = (low, high) if low is not None and high is not None else None
    return Figure(key, label, "points", percentile(values, 50), tenths=tenths)


def _rungs_apart(book: Book, tensions: Sequence[int]) -> Estimate | None:
    """Return how many rungs lie between the 10th and the 90th percentile; the nearest and farthest likely."""
    calm, tense = percentile(tensions, 10), percentile(tensions, 90)
    if calm is None or tense is None:
        return None
    ends = [(calm.value, tense.value), (calm.high, tense.low), (calm.low, tense.high)]
    apart = [_step(book, high) - _step(book, low) for low, high in ends]
    return Estimate(apart[0], max(0, apart[1]), apart[2], len(tensions))


def _step(book: Book, tension: float) -> int:
    return sum(rung.at <= tension for rung in book.rules.rungs)


def wanted_after(turns: int) -> dict[int, Range]:
    """Return what is wanted of an observer after so many turns, in a game of so many.

    In a game of one or two turns some of them are the same turn: there the end counts before the start, and
    the start before the middle.
    """
    first, half, last = READINGS
    return {(turns + 1) // 2: half} | {1: first} | {turns: last}


def _observer(book: Book, outcomes: Sequence[Outcome], whole: bool) -> Section:
    figures = []
    singled = {
        (str(seat), intents[0])
        for measure in book.rules.measures
        for seat, intents in measure.given.items()
        if len(intents) == 1
    }
    after = wanted_after(len(book.turns))
    for seat in book.seats:
        intents = [intent.id for intent in book.seat(seat).intents]
        if len(intents) < 2:
            continue
        # Telling the one of two intents is telling the other.
        read = intents if len(intents) > 2 else intents[:1]
        for (intent, turns), area in readings(outcomes, seat, read, after).items():
            against = "the others" if len(intents) > 2 else intents[1]
            label = f"{book.scenario.actor(seat).short}, {intent} from {against}, after turn {turns}"
            wanted = after[turns] if whole and (seat, intent) in singled else None
            key = f"observer/{seat}/{intent}/{turns}"
            figures.append(Figure(key, label, "area", area, wanted, fewest=ENOUGH))
    figures.sort(key=lambda figure: figure.id)
    return Section(
        id="observer",
        title="How well an ideal observer reads an intent from its seat's choices (AUC: 0.5 blind, 1 sure)",
        figures=tuple(figures),
        note="It learns from one half of these games and reads the other: with few games, too little.",
    )


def _relations(book: Book, outcomes: Sequence[Outcome]) -> Section:
    figures = []
    for at in range(book.relations):
        number = book.numbers[at]
        label = f"{book.label(number)} (at the start {book.starts[at]})"
        figures.append(_spread(f"end/{number}", label, [outcome.numbers[at] for outcome in outcomes]))
    return Section("relations", "Tension at the end", tuple(figures))


def _drivers(book: Book, outcomes: Sequence[Outcome]) -> Section:
    figures = []
    for ready in book.drivers:
        key = ready.driver.id
        times = [sum(name == key for name, _ in outcome.drivers) for outcome in outcomes]
        fired = share(sum(time > 0 for time in times), len(times))
        label = f"{ready.driver.title} ({key}), {fmean(times):.1f} times a game"
        figures.append(Figure(f"driver/{key}", label, "share", fired, finding=not any(times)))
    return Section("drivers", "Games in which each driver worked", tuple(figures))


def objectives(book: Book, outcomes: Sequence[Outcome]) -> Section:
    """Return the points of each seat, and how often each objective was kept."""
    figures = []
    for seat in book.seats:
        short = book.scenario.actor(seat).short
        points = [sum(outcome.points.get(seat, {}).values()) for outcome in outcomes]
        figures.append(Figure(f"points/{seat}", f"{short}, points on average", "times", mean(points)))
        for objective in book.all_objectives(seat):
            scored = [
                o.points[seat][objective.id] for o in outcomes if objective.id in o.points.get(seat, {})
            ]
            kept = share(sum(point > 0 for point in scored), len(scored))
            label = f"{short}: {objective.text.removesuffix('.')} ({objective.id})"
            figures.append(Figure(f"kept/{seat}/{objective.id}", label, "share", kept, KEPT))
    return Section("objectives", "Points of each seat, and how often each objective was kept", tuple(figures))


def _forecasts(book: Book, outcomes: Sequence[Outcome]) -> Section:
    # Of a question that a game asks again only the last answer counts: the others are no further games.
    last = [{forecast.question: forecast.outcome for forecast in outcome.forecasts} for outcome in outcomes]
    figures = []
    for key, question in book.questions.items():
        own = [answers[key] for answers in last if key in answers]
        base = "" if question.base is None else f", base rate {question.base}%"
        label = f"{question.question} ({key}{base})"
        figures.append(Figure(f"forecast/{key}", label, "share", share(sum(own), len(own))))
    return Section("forecasts", "How often what forecasts ask about came true", tuple(figures))
