"""What stands behind cards and rules, for the facilitator alone: effects, odds, what is to be discussed."""

from collections.abc import Iterator

from wargame.content.cards import Option, Together
from wargame.content.conditions import Condition
from wargame.content.rules import Driver
from wargame.content.seats import Cable
from wargame.paper.briefs import less, rules_of
from wargame.paper.coming import Coming
from wargame.paper.forecasts import resolving
from wargame.paper.outcomes import effects, follows
from wargame.play.saying import Asks, Saying
from wargame.play.words import joined, sentence
from wargame.study.report.parts import Facts, Group, Part


def card(say: Saying, one: Coming) -> Group:
    """Return what a card does: its question to each seat, and what follows from every answer."""
    card, names = one.card, say.names.short
    asks = {seat: card.asks[seat] for seat in names if seat in card.asks}
    rows = [("Situation", line) for line in follows(say, card, asks)]
    for seat, ask in asks.items():
        rows.append((f"{names[seat]} is asked", ask.prompt))
        for number, option in enumerate(ask.options, 1):
            said = _option(say, option, option.id == ask.default, asks)
            rows.append((f"{names[seat]} {number}", "\n".join(said)))
    rows += [("Together", "\n".join(_together(say, entry, asks))) for entry in card.together]
    rows += [("Forecast", resolving(say, question, asks)) for question in card.forecasts]
    rows += [("Tagged", joined([f"“{tag}”" for tag in card.tags]))] if card.tags else []
    rows += [("For the record", "\n".join(card.facts))] if card.facts else []
    rows += [("Source", card.source)] if card.source else []
    rows += [("To discuss", "\n".join(card.discuss))] if card.discuss else []
    return Group(f"{one.number}. {card.title} ({card.id})", (Facts(tuple(rows)),))


def _together(say: Saying, entry: Together, asks: Asks) -> Iterator[str]:
    chosen = [say.condition(Condition(choices={seat: ids}), asks) for seat, ids in entry.choices.items()]
    besides = [say.condition(entry.when, asks)] if entry.when else []
    yield f"If {' and '.join([*chosen, *besides])}:"
    if entry.news:
        yield f"“{entry.news}”"
    yield from follows(say, entry, asks)


def _option(say: Saying, option: Option, default: bool, asks: Asks) -> Iterator[str]:
    tagged = f" Tagged {joined([f'“{tag}”' for tag in option.tags])}." if option.tags else ""
    yield f"{sentence(option.label)}{' What happens without a decision.' if default else ''}{tagged}"
    if option.shown_as:
        yield f"The others read: “{option.shown_as}”."
    if option.costs:
        costs = [f"{amount} {say.names.numbers[track]}" for track, amount in option.costs.items()]
        yield f"Costs {joined(costs)}."
    if option.needs:
        yield f"Only if {sentence(say.condition(option.needs, asks))}"
    yield from follows(say, option, asks) or ["Moves nothing by itself."]


def standing(say: Saying) -> Iterator[Part]:
    """Yield what each seat's standing question does."""
    for seat, ready in say.book.standing.items():
        ask, name = ready.ask, say.names.short[seat]
        rows = [(f"{name} is asked", ask.prompt)]
        for number, option in enumerate(ask.options, 1):
            lines = _option(say, option, option.id == ask.default, {seat: ask})
            rows.append((f"{name} {number}", "\n".join(lines)))
        yield Group(say.names.title(seat), (Facts(tuple(rows)),))


def intents(say: Saying, length: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield the intents of every seat, with their odds and what they ask, in one length or in all."""
    for seat, name in say.names.short.items():
        intents = rules_of(say, seat, length).intents
        total = sum(one.weight for one in intents)
        for one in intents:
            asked = one.objective
            secret = f"\nObjective: {sentence(asked.text)}{less(asked)}" if asked else ""
            yield name, f"{sentence(one.title)} Drawn {one.weight} times in {total}.{secret}"


def cable(say: Saying, one: Cable) -> tuple[str, str]:
    """Return a cable, with how likely it is to be true."""
    odds = [
        f"{case.percent}%{f' if {say.condition(case.when)}' if case.when else ''}" for case in one.reliability
    ]
    true = f"True: {'; else '.join(odds)}." if odds else "It stays unresolved."
    if_true = effects(say, one.if_true)
    turns = joined([str(turn) for turn in one.turns], "or")
    told = [
        ("true", one.afterwards.true),
        ("wrong", one.afterwards.false),
        ("open", one.afterwards.unresolved),
    ]
    after = [f"The table is told afterwards, if {case}: “{words}”" for case, words in told if words]
    text = [f"“{one.text}”", f"Source: {sentence(one.source)}", " ".join([true, *if_true]), *after]
    return f"{say.names.short.get(one.seat, one.seat)}, turn {turns}", "\n".join(text)


def driver(say: Saying, one: Driver) -> tuple[str, str]:
    """Return a standing rule."""
    once = " Once a game." if one.once else ""
    news = [f"“{one.news}”"] if one.news else []
    lines = [f"If {sentence(say.condition(one.when))}{once}", *news, *follows(say, one)]
    return one.title, "\n".join(lines)


def endings(say: Saying) -> Iterator[tuple[str, str]]:
    """Yield what ends the game before the calendar does."""
    for one in say.book.rules.terminal:
        start = f" From turn {one.from_} on." if one.from_ > 1 else ""
        war = " It is a war." if one.war else ""
        yield one.title, f"If {sentence(say.condition(one.when))}{start}{war}\n{' '.join(one.text.split())}"
