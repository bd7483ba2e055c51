"""What can be added at a place of a card, its fields filled as far as can be, under an id that is free."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from wargame.content.base import Model, typed_name
from wargame.content.cards import Ask, Card, Option, Together
from wargame.content.editing.edits import Refused, add, append, put
from wargame.content.editing.emitting import opened
from wargame.content.editing.lines import Change, Text
from wargame.content.editing.outline import Part
from wargame.content.editing.spans import Read
from wargame.content.effects import Chance
from wargame.content.problems import ContentError
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.values import Value

_HOLDERS: tuple[tuple[str, type[Model]], ...] = (
    ("options", Option),
    ("chances", Chance),
    ("together", Together),
    ("asks", Ask),
)


@dataclass(frozen=True)
class Offer:
    """Something that can be added: an item of the list `name` of the fields at `location`, or that field."""

    label: str
    location: Location
    name: str
    value: Value
    item: bool
    model: type[Model]

    def change(self, read: Read) -> Change:
        """Return the change that adds it; raises Refused."""
        held = read.at(self.location)
        if self.item and isinstance(held, dict) and self.name in held:
            return append(read, (*self.location, self.name), self.value)
        value: Value = [self.value] if self.item else self.value
        return add(read, self.location, self.name, value, order_of(self.model))


def order_of(model: type[Model]) -> tuple[str, ...]:
    """Return the fields of a model in the order in which they are written."""
    return tuple(typed_name(name) for name in model.model_fields)


def free(base: str, taken: Collection[str]) -> str:
    """Return an id that nobody has: the base, else the base with the first number that is free."""
    base = base[:56]
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(name for name in numbered if name not in taken)


def offers(read: Read, at: Location, rules: Rules, cards: Sequence[str]) -> list[Offer]:
    """Return what can be added where a place is, and to what holds it; the nearest first."""
    found: list[Offer] = []
    for length in range(len(at), 0, -1):
        place = at[:length]
        held = read.at(place)
        model = _model(place)
        if model is not None and isinstance(held, dict):
            found += _to(place, held, model, rules, cards)
    return found


def _model(place: Location) -> type[Model] | None:
    """Return what the fields at a place are: the card, or an item of one of its lists."""
    if len(place) == 1:
        return Card
    names = [model for name, model in _HOLDERS if len(place) > 2 and place[-2] == name]
    return names[0] if names else None


def _to(
    place: Location, held: dict[str, Value], model: type[Model], rules: Rules, cards: Sequence[str]
) -> Iterator[Offer]:
    own = held.get("id") if model is not Ask else place[-1]
    where = f" of {own}" if isinstance(own, str) else ""
    if model is Ask:
        options = held.get("options")
        ids = (
            [each.get("id") for each in options if isinstance(each, dict)]
            if isinstance(options, list)
            else []
        )
        name = free("another", [each for each in ids if isinstance(each, str)])
        yield Offer(f"an option{where}", place, "options", _option(name, place[-1], rules), True, model)
    else:
        yield Offer(
            f"an effect{where}",
            place,
            "effects",
            {"tension": {str(next(iter(rules.relations))): 1}},
            True,
            model,
        )
        chance: Value = {"weight": 1, "news": "What the public reads when it comes."}
        if model is not Chance:
            yield Offer(f"a chance{where}", place, "chances", chance, True, model)
        others = [card for card in cards if card != own]
        if others:
            yield Offer(f"a follow-up{where}", place, "next", {"card": others[0], "in": 1}, True, model)
    if model is Card and (choices := _choices(held)):
        value: Value = {"choices": choices, "news": "What the public reads."}
        yield Offer(f"a joint outcome{where}", place, "together", value, True, model)
    for name, text in _TEXTS.get(model, {}).items():
        if name not in held:
            yield Offer(f"'{name}'{where}", place, name, text, False, model)


_TEXTS: dict[type[Model], dict[str, Value]] = {
    Card: {"source": "Where the facts come from.", "facts": ["What the record says."]},
    Ask: {"office": "In whose person the seat decides."},
    Option: {"about": "One reason for it.", "shown-as": "What the others read"},
    Chance: {"news": "What the public reads when it comes."},
    Together: {"news": "What the public reads."},
}


def _option(name: str, seat: str | int, rules: Rules) -> Value:
    pair = next(
        (pair for pair in rules.relations if str(seat) in pair.split("-")), next(iter(rules.relations))
    )
    return {"id": name, "label": "Do something else", "effects": [{"tension": {str(pair): 1}}]}


def _choices(held: dict[str, Value]) -> dict[str, Value]:
    """Return, for each seat that a card asks, an option that is not its default."""
    asks = held.get("asks")
    found: dict[str, Value] = {}
    for seat, ask in asks.items() if isinstance(asks, dict) else ():
        options = ask.get("options") if isinstance(ask, dict) else None
        ids = (
            [each["id"] for each in options or () if isinstance(each, dict) and "id" in each]
            if isinstance(options, list)
            else []
        )
        usual = ask.get("default") if isinstance(ask, dict) else None
        if other := [each for each in ids if each != usual]:
            found[seat] = other[0]
    return found


def new_card(text: Text, part: Part, stem: str, rules: Rules, cards: Collection[str]) -> Change:
    """Return the change that adds a card behind another, playable as it stands."""
    seat = next(actor.id for actor in rules.actors if actor.seat)
    waits: Value = {"id": "wait", "label": "Wait"}
    card: Value = {
        "id": free(f"{stem}-card", cards),
        "title": "A new card",
        "deal": {"weight": 10},
        "situation": "What every seat reads.\n",
        "asks": {
            str(seat): {
                "prompt": "What do you do?",
                "default": "wait",
                "options": [waits, _option("act", seat, rules)],
            }
        },
    }
    return _behind(text, part, opened(card, _column(part)))


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
    return text.change(part.stop, part.stop, ["", *lines])
