"""What can be added at a place of a card, its fields filled as far as can be, under an id that is free."""

import json
import re
from collections.abc import Collection, Iterator, Sequence

from wargame.content.base import Model
from wargame.content.cards import Ask, Card, Deal, Option, Together
from wargame.content.conditions import Condition
from wargame.content.dominance import rivals
from wargame.content.editing.asking import is_condition, of_condition
from wargame.content.editing.edits import put
from wargame.content.editing.lines import Change
from wargame.content.editing.offer import Offer
from wargame.content.editing.spans import Read
from wargame.content.editing.stand_ins import TEXTS
from wargame.content.effects import Chance, Effect, FollowUp
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.values import Value

_HOLDERS: tuple[tuple[str, type[Model]], ...] = (
    ("options", Option),
    ("chances", Chance),
    ("together", Together),
    ("asks", Ask),
    ("effects", Effect),
    ("else", Effect),
    ("next", FollowUp),
)


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
            if model is Option and _is_default(read, place):
                found = [each for each in found if each.name not in ("needs", "costs")]
    return found


def _is_default(read: Read, place: Location) -> bool:
    """Say whether an option is the one taken when nobody answers: nothing may shut it."""
    question, own = read.at(place[:-2]), read.at(place)
    return isinstance(question, dict) and isinstance(own, dict) and question.get("default") == own.get("id")


def _model(place: Location) -> type[Model] | None:
    """Return what the fields at a place are: the card, or an item of one of its lists."""
    if len(place) == 1:
        return Card
    if place[1:] == ("deal",):
        return Deal
    if is_condition(place):
        return Condition
    names = [model for name, model in _HOLDERS if len(place) > 2 and place[-2] == name]
    return names[0] if names else None


_ANOTHER = "another"
"""The id of an option until its label says what it is."""


def _to(
    place: Location, held: dict[str, Value], model: type[Model], rules: Rules, cards: Sequence[str]
) -> Iterator[Offer]:
    if model is Condition:
        yield from of_condition(place, held, rules)
        return
    own, whose = held.get("id"), _whose(place, held, model)

    def item(label: str, name: str, value: Value) -> Offer:
        return Offer(f"{whose}: {label}", place, name, value, True, model)

    if model is Ask:
        ids = [each["id"] for each in _fields_in(held.get("options")) if isinstance(each.get("id"), str)]
        yield item(
            "another option", "options", option(free(_ANOTHER, [str(each) for each in ids]), place[-1], rules)
        )
    elif model is Effect:
        yield from _to_effect(place, held, whose, rules)
    elif model not in (FollowUp, Deal):
        yield item("an effect", "effects", {"tension": {_pair(place, rules): 1}})
        if model is not Chance:
            yield item(
                "an outcome left to chance", "chances", {"weight": 1, "news": TEXTS["news of a chance"]}
            )
        others = [card for card in cards if card != own]
        if others:
            yield item("a card that follows", "next", {"card": others[0], "in": 1})
    if model is Card:
        yield from _to_card(place, held, rules)
    if model is Deal:
        yield from _to_deal(place, held, rules)
    for name, value in {**_TEXTS.get(model, {}), **_names(place, held, model, rules)}.items():
        if name not in held:
            yield Offer(f"{whose}: {_SAID[name]} ({name})", place, name, value, False, model)


def _to_card(place: Location, held: dict[str, Value], rules: Rules) -> Iterator[Offer]:
    asks = held.get("asks")
    if isinstance(asks, dict):
        for actor in rules.actors:
            if actor.seat and str(actor.id) not in asks:
                label = f"a question to {actor.name} ({actor.id})"
                yield Offer(label, (*place, "asks"), str(actor.id), ask(str(actor.id), rules), False, Card)
    if choices := _choices(held):
        value: Value = {"choices": choices, "news": TEXTS["news"]}
        yield Offer("a joint outcome", place, "together", value, True, Card)
        seat, wanted = next(iter(choices.items()))
        taken = [str(each.get("id")) for each in _fields_in(held.get("forecasts"))]
        told: Value = {
            "id": free(f"{held.get('id')}-forecast"[:50], taken),
            "question": TEXTS["question"],
            "when": {"choices": {seat: wanted}},
            "resolves": "reveal",
        }
        yield Offer("a forecast", place, "forecasts", told, True, Card)
    if "deal" not in held:
        dated: Value = {"on": rules.calendar[0].date}
        yield Offer("a date on which it falls, without a draw", place, "deal", dated, False, Card)
    yield Offer("a question for the talk afterwards", place, "discuss", TEXTS["talk"], True, Card)


def _to_deal(place: Location, held: dict[str, Value], rules: Rules) -> Iterator[Offer]:
    """Yield a date, and a weight: a card has one of the two."""
    ways: dict[str, tuple[str, Value]] = {
        "weight": ("a weight", 10),
        "on": ("a date", rules.calendar[0].date),
    }
    for (name, (said, value)), other in zip(ways.items(), reversed(ways), strict=True):
        if name not in held and other in held:
            label = f"{said} in place of the {ways[other][0].removeprefix('a ')}"
            yield Offer(label, place, name, value, False, Deal, other)
        elif name not in held:
            yield Offer(f"{said} for the deal", place, name, value, False, Deal)


def _to_effect(place: Location, held: dict[str, Value], whose: str, rules: Rules) -> Iterator[Offer]:
    """Yield another relation, another track, flags, and when it is made."""
    tracks = [f"{actor.id}.{track.id}" for actor in rules.actors for track in actor.tracks]
    for name, said, known in (
        ("tension", "another relation that it changes", [str(pair) for pair in rules.relations]),
        ("tracks", "another track that it changes", tracks),
    ):
        old = held.get(name)
        free_ones = [each for each in known if not (isinstance(old, dict) and each in old)]
        if free_ones and isinstance(old, dict):
            yield Offer(f"{whose}: {said}", (*place, name), free_ones[0], 1, False, Effect)
        elif free_ones and name not in held:
            yield Offer(f"{whose}: {said}", place, name, {free_ones[0]: 1}, False, Effect)
    if rules.flags and "flags" not in held:
        yield Offer(
            f"{whose}: a flag that it sets",
            place,
            "flags",
            {"set": [str(next(iter(rules.flags)))]},
            False,
            Effect,
        )
    for name, value in (("when", _condition(place, rules)), ("in", 1)):
        if name not in held:
            yield Offer(f"{whose}: {_SAID[name]} ({name})", place, name, value, False, Effect)


_TEXTS: dict[type[Model], dict[str, Value]] = {
    Card: {"source": TEXTS["source"], "facts": [TEXTS["fact"]]},
    Ask: {"office": TEXTS["office"]},
    Option: {"about": TEXTS["about"], "shown-as": TEXTS["shown-as"]},
    Chance: {"news": TEXTS["news of a chance"]},
    Together: {"news": TEXTS["news"]},
}


def _names(place: Location, held: dict[str, Value], model: type[Model], rules: Rules) -> dict[str, Value]:
    """Return fields filled with names of the scenario: tags, costs, conditions."""
    found: dict[str, Value] = {}
    if model in (Card, Option) and rules.tags:
        found["tags"] = [str(next(iter(rules.tags)))]
    if model is Option:
        found |= _shutting(place, held, rules)
    if model is Card:
        found["deal"] = {"weight": 10}
    if model in (Chance, Together, FollowUp, Deal):
        found["when"] = _condition(place, rules)
    return found


def _shutting(place: Location, held: dict[str, Value], rules: Rules) -> dict[str, Value]:
    """Return what an option may need and cost, for the seat that has it."""
    seat = place[place.index("asks") + 1]
    tracks = [
        f"{actor.id}.{actor.tracks[0].id}" for actor in rules.actors if actor.id == seat and actor.tracks
    ]
    needs: Value = {"needs": _condition(place, rules)}
    assert isinstance(needs, dict)
    return {**needs, **({"costs": {tracks[0]: 1}} if tracks else {})}


def _condition(place: Location, rules: Rules) -> Value:
    return {"tension": {_pair(place, rules): ">= 40"}}


def _pair(place: Location, rules: Rules) -> str:
    """Return the relation that is likeliest meant at a place: one of the seat that decides there."""
    return pair_of(str(place[place.index("asks") + 1]) if "asks" in place[:-1] else "", rules)


def pair_of(seat: str, rules: Rules) -> str:
    """Return the first relation of a seat, else the first of all."""
    own = (pair for pair in rules.relations if seat in pair.split("-"))
    return str(next(own, next(iter(rules.relations))))


def named_after(read: Read, label: Location) -> Change | None:
    """Return the change that gives a new option an id after its label; None where it has one of its own."""
    place, own = label[:-1], read.at(label)
    if len(place) < 2 or place[-2] != "options" or label[-1] != "label" or not isinstance(own, str):
        return None
    held = read.at(place)
    old = held.get("id") if isinstance(held, dict) else None
    words = re.findall(r"[a-z0-9]+", own.casefold())
    used = sum(read.at(each) == old for each, _ in read.leaves())
    if not words or not isinstance(old, str) or not re.fullmatch(rf"{_ANOTHER}(-[0-9]+)?", old) or used > 1:
        return None
    ids = [str(each.get("id")) for each in _fields_in(read.at(place[:-1]))]
    return put(read, (*place, "id"), free("-".join(words[:4]), ids))


def _whose(place: Location, held: dict[str, Value], model: type[Model]) -> str:
    """Return to what something is added: this card, a seat, an option, one of several parts without an id."""
    if model is Card:
        return "this card"
    if model is Ask:
        return str(place[-1])
    at, own = place[-1], held.get("id")
    if not isinstance(at, int):
        return "the deal"
    return f"option {own}" if model is Option and isinstance(own, str) else f"{_ONE[str(place[-2])]} {at + 1}"


_SAID = {
    "source": "where the facts come from",
    "facts": "what the record says",
    "office": "the office that decides",
    "about": "a reason for it",
    "shown-as": "what the others read in place of its label",
    "news": "what the public reads",
    "tags": "its tags",
    "needs": "what it needs",
    "costs": "what it costs",
    "deal": "a weight, by which it is drawn",
    "when": "a condition for it",
    "in": "turns to wait until it comes",
}
"""What the fields are that can be added."""
_ONE = {
    "options": "option",
    "effects": "effect",
    "else": "effect",
    "chances": "chance",
    "together": "joint outcome",
    "next": "follow-up",
}


def _fields_in(value: Value) -> list[dict[str, Value]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def ask(seat: str, rules: Rules) -> dict[str, Value]:
    """Return a question to a seat with two options, neither of which beats the other."""
    options = [waits(seat, rules), option("act", seat, rules)]
    return {"prompt": TEXTS["prompt"], "default": "wait", "options": options}


def waits(seat: str, rules: Rules) -> Value:
    """Return the option that a seat takes which does nothing: it is calmer there, and it costs the seat."""
    return {"id": "wait", "label": "Wait", "effects": _traded(seat, rules, -1)}


def option(name: str, seat: str | int, rules: Rules) -> dict[str, Value]:
    """Return an option of a seat that changes something, for better and for worse."""
    return {"id": name, "label": TEXTS["label"], "effects": _traded(seat, rules, 1)}


def _traded(name: str | int, rules: Rules, by: int) -> list[Value]:
    """Return what an option moves, the more so `by` is more than 0: its rival keeps its points."""
    actor = next((actor for actor in rules.actors if actor.id == name), None)
    pair = pair_of(str(name), rules)
    tracks = [f"{actor.id}.{track.id}" for track in actor.tracks] if actor is not None else []
    for track, sign in ((track, sign) for track in tracks for sign in (1, -1)):
        made = [_effects(pair, track, sign, each) for each in (-1, 1)]
        if actor is None or actor.seat is None or rivals(actor.seat, list(map(_moving, made))):
            return _effects(pair, track, sign, by)
    # Whatever is wanted, two options that move the same are worth the same.
    return [{"tension": {pair: 1}}]


def _effects(pair: str, track: str, sign: int, by: int) -> list[Value]:
    return [{"tension": {pair: by}}, {"tracks": {track: sign * by}}]


def _moving(effects: list[Value]) -> Option:
    return Option.model_validate_json(json.dumps({"id": "o", "label": "o", "effects": effects}))


def _choices(held: dict[str, Value]) -> dict[str, Value]:
    """Return, for each seat that a card asks, an option that is not its default."""
    asks = held.get("asks")
    found: dict[str, Value] = {}
    for seat, own in asks.items() if isinstance(asks, dict) else ():
        ids = (
            [each["id"] for each in _fields_in(own.get("options")) if "id" in each]
            if isinstance(own, dict)
            else []
        )
        usual = own.get("default") if isinstance(own, dict) else None
        if other := [each for each in ids if each != usual]:
            found[seat] = other[0]
    return found
