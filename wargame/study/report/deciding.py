"""The decisions of an exchange: who chose what, why, what else was open, and what became of it."""

from collections.abc import Iterator

from wargame.engine.sight_parts import OptionSight
from wargame.play.words import MANNERS_LATER, joined, moved, reason, sentence
from wargame.study.decisions import Decided, Played
from wargame.study.effects import Effect
from wargame.study.report.parts import Facts, Group, Part, Table
from wargame.study.report.told import Told


def decisions(told: Told, here: Played) -> Iterator[Part]:
    """Yield the table of what everybody did, and then each decision whose envelope may be read."""
    yield Table(
        "What everybody did",
        ("Seat", "Chose", "Because"),
        tuple(
            (
                told.short(one.seat),
                one.label + MANNERS_LATER[one.manner],
                told.typed(one.envelope.rationale) if one.envelope else "",
            )
            for one in here.decided
        ),
    )
    for one in here.decided:
        facts = tuple((name, text) for name, text in _facts(told, here, one) if text)
        if facts:
            yield Group(f"{told.short(one.seat)}: {one.label}", (Facts(facts),), folded=True)


def _facts(told: Told, here: Played, one: Decided) -> Iterator[tuple[str, str]]:
    if one.prompt is None:
        return
    yield "Asked", f"{one.office}: {one.prompt}" if one.office else one.prompt
    if one.milder:
        yield "Shown to the others as", one.milder
    if one.envelope is not None:
        how = one.envelope.decided
        yield "Decided by", "" if how in ("alone", "bot") else how
        yield "Dissent", told.typed(one.envelope.dissent)
    yield "Not taken", " ".join(_passed(option) for option in one.passed)
    if one.envelope is not None and one.envelope.expects:
        yield "Expected of the others", told.typed(one.envelope.expects)
        yield "What they did", others(told, here, one)
    if told.whole:
        yield "What it did in all", effect_of(told, here, one)


def others(told: Told, here: Played, one: Decided) -> str:
    """Return what all but one seat did in an exchange."""
    return " ".join(
        sentence(f"{told.short(other.seat)}: {other.label}")
        for other in here.decided
        if other.seat != one.seat
    )


def _passed(option: OptionSight) -> str:
    return sentence(f"{option.label} (shut: {reason(option).rstrip('.')})" if option.shut else option.label)


def effect_of(told: Told, here: Played, one: Decided) -> str:
    """Return what a decision added to each number to the end, at once and later, itself and by spillover."""
    found = [
        f"{told.names.numbers[effect.number]} {moved(effect.total)}{_by_way(effect)}"
        for effect in told.did.get((here.turn, here.number, one.seat), ())
        if effect.direct or effect.indirect
    ]
    return f"{sentence(joined(found))}" if found else "Nothing by itself."


def _by_way(effect: Effect) -> str:
    if not effect.indirect:
        return ""
    itself = f"{effect.direct:+d} itself, {effect.indirect:+d} " if effect.direct else ""
    return f" ({itself}by spillover)"
