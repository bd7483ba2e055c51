"""What follows from a choice, a combination or a rule, in words: effects, chances with their odds, cards."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from wargame.content.cards import Card, Option, Together
from wargame.content.effects import Chance, Effect, FollowUp
from wargame.content.rules import Driver
from wargame.play.saying import Asks, Saying
from wargame.play.words import counted, due, joined, sentence


def follows(say: Saying, written: Option | Together | Card | Driver, asks: Asks | None = None) -> list[str]:
    """Return all that follows from something, a line each: for sure, by chance, and which cards come."""
    return [
        *effects(say, written.effects, asks),
        *chances(say, written.chances, asks),
        *(follow_up(say, one, asks) for one in written.next),
    ]


def effects(say: Saying, written: Sequence[Effect], asks: Asks | None = None) -> list[str]:
    """Return what effects change, a line each; neighbours that are sure and come at once share one."""
    lines: list[str] = []
    sure: list[str] = []
    for effect in written:
        if effect.when is None and not effect.in_:
            sure += _changes(say, effect)
            continue
        if sure:
            lines.append(_said(joined(sure)))
            sure = []
        lines.append(_effect(say, effect, asks))
    return [*lines, *([_said(joined(sure))] if sure else [])]


def _effect(say: Saying, effect: Effect, asks: Asks | None) -> str:
    text = joined(list(_changes(say, effect)))
    opening = [
        *([f"if {say.condition(effect.when, asks)}"] if effect.when else []),
        *([f"in {counted(effect.in_, 'turn')}"] if effect.in_ else []),
    ]
    said = f"{', '.join(opening)}: {text}" if opening else text
    other = " ".join(effects(say, effect.else_, asks))
    return f"{_said(said)}{f' Else: {other}' if other else ''}"


def _said(text: str) -> str:
    return sentence(f"{text[0].upper()}{text[1:]}")


def _changes(say: Saying, effect: Effect) -> Iterator[str]:
    for number, amount in (*effect.tension.items(), *effect.tracks.items()):
        yield f"{say.names.numbers[number]} {amount:+d}"
    if effect.flags:
        lasting = f" for {counted(effect.flags.for_, 'turn')}" if effect.flags.for_ else ""
        yield from (f"no longer true: {say.flag(flag)}" for flag in effect.flags.clear)
        yield from (f"now true{lasting}: {say.flag(flag)}" for flag in effect.flags.set)


def chances(say: Saying, written: Sequence[Chance], asks: Asks | None = None) -> Iterator[str]:
    """Yield each outcome with its odds, or with its weight where the odds rest on more."""
    total = sum(one.weight for one in written)
    fixed = total > 0 and not any(one.more or one.when for one in written)
    for one in written:
        odds = _odds(Fraction(one.weight, total)) if fixed else _weight(say, one, asks)
        brings = [
            *([f"“{one.news}”"] if one.news else []),
            *effects(say, one.effects, asks),
            *(follow_up(say, card, asks) for card in one.next),
        ]
        yield f"Chance, {odds}: {' '.join(brings) or 'nothing more.'}"


def _odds(share: Fraction) -> str:
    return f"{share.numerator} in {share.denominator}"


def _weight(say: Saying, one: Chance, asks: Asks | None) -> str:
    more = [f"{add.weight:+d} if {say.condition(add.when, asks)}" for add in one.more]
    only = [f"only if {say.condition(one.when, asks)}"] if one.when else []
    return "; ".join([f"weight {one.weight}", *more, *only])


def follow_up(say: Saying, one: FollowUp, asks: Asks | None = None) -> str:
    """Return which card comes, and when."""
    condition = f", if {say.condition(one.when, asks)}" if one.when else ""
    return f"Brings the card “{say.book.cards[one.card].card.title}” {due(one.in_)}{condition}."
