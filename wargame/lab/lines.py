"""A report as plain lines: one fact a line, each with its interval and what it rests on."""

import math
from collections.abc import Iterator
from dataclasses import replace

from wargame.lab.estimates import Estimate
from wargame.lab.report import ENOUGH, Figure, Report, Section, Unit
from wargame.lab.verdict import Judged, judged, of


def lines(report: Report, most: int | None = None) -> Iterator[str]:
    """Yield the report, line by line; of its sections the first so many, or all."""
    last = report.first_seed + report.games - 1
    yield (
        f"{report.title}: {report.games} games of {report.turns} turns (length {report.length}), "
        f"all seats bots, seeds {report.first_seed} to {last}."
    )
    for seat, intent in report.intents:
        yield f"The intent of '{seat}' was always '{intent}'."
    yield "In brackets after each figure: its 95% interval, and how many observations it rests on."
    yield from _verdict(report)
    if report.note:
        yield report.note
    for section in report.sections[:most]:
        yield ""
        yield from _section(section, report.games)
    left = 0 if most is None else len(report.sections) - most
    if left > 0:
        yield ""
        are = "is" if left == 1 else "are"
        yield f"{left} more {are} left out: --most {len(report.sections)} prints all, --json FILE keeps them."


def _verdict(report: Report) -> Iterator[str]:
    """Yield the short of it, if anything is wanted: in full what does not hold or is open, then counts."""
    every = [*judged(report)]
    if not every:
        return
    failed, unsure, held = (of(said, every) for said in ("not as wanted", "cannot be told yet", "as wanted"))
    told = f"{len(held)} as wanted, {len(failed)} not as wanted, {len(unsure)} cannot be told yet"
    yield ""
    yield f"Verdict: of {len(every)} things wanted {told}."
    more = "" if report.games >= ENOUGH else f" (play {ENOUGH:,} games or more)"
    for heading, those in (("Not as wanted:", failed), (f"Cannot be told yet{more}:", unsure)):
        if those:
            yield heading
            yield from (f"  {_judged(one)}" for one in those)
    if held:
        yield "As wanted:"
        sections = {one.section.id: one.section for one in held}
        for section in sections.values():
            count, whole = (sum(one.section is section for one in those) for those in (held, every))
            yield f"  {section.title}" + ("" if section.only_findings else f": {count} of {whole}")


def _judged(one: Judged) -> str:
    if not one.section.only_findings:
        (figure,) = one.figures
        return line(replace(figure, wanted=None)) + (
            f"; wanted: {figure.wanted.text}" if figure.wanted else ""
        )
    return f"{one.section.title}: {len(one.figures)}; wanted: {one.section.wanted}"


def _section(section: Section, games: int) -> Iterator[str]:
    shown = list(section.shown())
    wanted = f" (wanted: {section.wanted})" if section.wanted else ""
    count = f": {len(shown)}" if section.only_findings else ""
    yield f"{section.title}{wanted}{count}"
    if section.note:
        yield f"  {section.note}"
    for figure in shown:
        yield f"  {line(figure, games)}"


def line(figure: Figure, games: int = ENOUGH) -> str:
    """Return one figure of so many games as a line."""
    if figure.estimate is None:
        return figure.label if figure.finding else f"{figure.label}: no game tells"
    parts = [f"{figure.label}: {with_interval(figure.estimate, figure.unit)}"]
    if figure.tenths is not None:
        low, high = (with_interval(end, figure.unit) for end in figure.tenths)
        parts.append(f"lowest tenth up to {low}; highest tenth from {high}")
    if figure.wanted is not None:
        more = figure.verdict == "cannot be told yet" and games < ENOUGH
        advice = f": play {ENOUGH:,} games or more" if more else ""
        parts.append(f"wanted: {figure.wanted.text}: {figure.verdict}{advice}")
    return "; ".join(parts)


def with_interval(estimate: Estimate, unit: Unit) -> str:
    """Return an estimate with its interval and what it rests on."""
    value, low, high = (_number(number, unit) for number in (estimate.value, estimate.low, estimate.high))
    rests = f"{estimate.count}" if estimate.hits is None else f"{estimate.hits} of {estimate.count}"
    times = {"ratio": " times", "apart": " percentage points"}.get(unit, "")
    return f"{value}{times} ({low} to {high}; {rests})"


def _number(number: float, unit: Unit) -> str:
    if not math.isfinite(number):
        return "unknown"
    match unit:
        case "share":
            return f"{100 * number:.1f}%"
        case "points":
            return f"{number:.3g}"
        case "times":
            return f"{number:.1f}"
        case "area":
            return f"{number:.2f}"
        case "ratio":
            return f"{number:.0f}" if number >= 100 else f"{number:.2g}"
        case "change":
            return f"{number:+.1f}"
        case "apart":
            return f"{100 * number:+.1f}"
