"""Whole cards to begin with: a copy, a plain choice, a clash of two seats, an option that may go wrong."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from wargame.content.cards import Card
from wargame.content.editing.edits import Refused, put
from wargame.content.editing.emitting import opened
from wargame.content.editing.lines import Change, Text
from wargame.content.editing.new import ask, free, option, pair_of, waits
from wargame.content.editing.offer import Offer
from wargame.content.editing.outline import Part
from wargame.content.editing.spans import Read
from wargame.content.editing.stand_ins import TEXTS
from wargame.content.problems import ContentError
from wargame.content.rules import Rules
from wargame.content.values import Value


@dataclass(frozen=True)
class Template:
    """A card that can be added, playable as it stands; one that `follows` is brought about by another."""

    label: str
    id: str
    card: dict[str, Value]
    follows: bool = False


def templates(stem: str, rules: Rules, cards: Collection[str]) -> list[Template]:
    """Return the cards that can be added to a deck, under an id that is free."""
    name = free(f"{stem}-card", cards)
    seats = [str(actor.id) for actor in rules.actors if actor.seat]
    one = seats[0]
    found = [Template("a new card: one seat, two options", name, _card(name, rules, {one: ask(one, rules)}))]
    if (pair := _pair_of(seats, rules)) is not None:
        first, other = pair
        clash = _card(name, rules, {first: ask(first, rules), other: ask(other, rules)})
        together: Value = {
            "choices": {first: "act", other: "act"},
            "news": TEXTS["news of both"],
            "effects": [{"tension": {f"{first}-{other}": 5}}],
        }
        told = {**clash, "together": [together]}
        found.append(Template("a new card: two seats, and what comes of both acting", name, told))
    risky = _card(name, rules, {one: {**ask(one, rules), "options": [waits(one, rules), _bold(one, rules)]}})
    found.append(Template("a new card: an option that may go well or not", name, risky))
    followed = {key: value for key, value in found[0].card.items() if key != "deal"}
    found.append(Template("a new card that this one brings about a turn later", name, followed, True))
    return found


def _card(name: str, rules: Rules, asks: dict[str, Value]) -> dict[str, Value]:
    source: dict[str, Value] = {"source": TEXTS["source"]} if rules.sources else {}
    return {
        "id": name,
        "title": TEXTS["title"],
        **source,
        "deal": {"weight": 10},
        "situation": f"{TEXTS['situation']}\n",
        "asks": asks,
    }


def _bold(seat: str, rules: Rules) -> Value:
    """Return an option whose chances are two to one."""
    own = option("act", seat, rules)
    worse: Value = [{"tension": {pair_of(seat, rules): 3}}]
    chances: list[Value] = [
        {"weight": 2, "news": TEXTS["news if well"]},
        {"weight": 1, "news": TEXTS["news if not"], "effects": worse},
    ]
    return {**own, "chances": chances}


def _pair_of(seats: Sequence[str], rules: Rules) -> tuple[str, str] | None:
    """Return the first two seats that have a relation, in its order."""
    pairs = [pair.split("-") for pair in rules.relations]
    return next(((one, other) for one, other in pairs if one in seats and other in seats), None)


def follow_up(template: Template) -> Offer:
    """Return what the card that brings a new one about comes to have."""
    return Offer("", (0,), "next", {"card": template.id, "in": 1}, True, Card)


def new_card(text: Text, part: Part, template: Template) -> Change:
    """Return the change that adds a card behind another."""
    return _behind(text, part, opened(template.card, _column(part)))


def copied_card(text: Text, part: Part, cards: Collection[str]) -> Change:
    """Return the change that adds a copy of a card behind it, under an id that is free."""
    name = free(part.id or "card", cards)
    lines = list(part.lines)
    if part.named >= 0:
        label, colon, own = lines[part.named].partition(":")
        lines[part.named] = label + colon + own.replace(part.id, name, 1)
    return _behind(text, part, _asking_anew(lines, name.removeprefix(part.id)))


def _asking_anew(lines: list[str], number: str) -> Sequence[str]:
    """Return the lines of a copy with other ids for its forecasts, of which no two share one."""
    try:
        read = Read.of(Text(tuple(f"{line}\n" for line in lines)))
        asked = read.at((0, "forecasts"))
        for at, each in enumerate(asked if isinstance(asked, list) else ()):
            if isinstance(each, dict) and isinstance(each.get("id"), str):
                change = put(read, (0, "forecasts", at, "id"), f"{each['id']}{number}")
                read = Read.of(read.text.after(change))
    except (ContentError, KeyError, IndexError, TypeError, Refused):
        return lines
    return read.text.bare


def _column(part: Part) -> int:
    dash = next((line for line in part.lines if line.lstrip().startswith("-")), "-")
    return len(dash) - len(dash.lstrip())


def _behind(text: Text, part: Part, lines: Sequence[str]) -> Change:
    return text.change(part.own_stop, part.own_stop, ["", *lines])
