"""What a place of a card is for: its field explained in a sentence, and what may stand there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wargame.content.base import ANYONE, Model
from wargame.content.cards import Ask, Card, Deal, Option, Question, Together
from wargame.content.conditions import Condition
from wargame.content.editing.spans import Read
from wargame.content.effects import Effect, FlagChange, FollowUp
from wargame.content.names import Names, intent_of
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.schema import meanings
from wargame.content.shapes import held


class Choice(NamedTuple):
    """Something that may stand at a place, and what it is, if there is more to say than its name."""

    name: str
    about: str


_KINDS: Mapping[tuple[type[Model], str], str] = {
    (Card, "tags"): "tag",
    (Card, "covers"): "row",
    (Option, "tags"): "tag",
    (Option, "covers"): "row",
    (Deal, "on"): "date",
    (Question, "seats"): "seat",
    (Condition, "flags"): "flag",
    (Condition, "window"): "window",
    (Condition, "late"): "seat",
    (Condition, "chosen"): "tag",
    (Condition, "intent"): "intent",
    (Condition, "choices"): "option",
    (Together, "choices"): "option",
    (FlagChange, "set"): "flag",
    (FlagChange, "clear"): "flag",
    (FollowUp, "card"): "card",
    (Ask, "default"): "option",
}
"""Of which kind the names are that a field holds."""
_NAMED: Mapping[tuple[type[Model], str], str] = {
    (Card, "asks"): "seat",
    (Option, "costs"): "track",
    (Effect, "tension"): "relation",
    (Effect, "tracks"): "track",
    (Condition, "tension"): "relation",
    (Condition, "tracks"): "track",
    (Condition, "chosen"): "seat",
    (Condition, "intent"): "seat",
    (Condition, "choices"): "seat",
    (Together, "choices"): "seat",
}
"""Of which kind the names are under which a field holds others."""
_COMPARISONS = (">= 60", "<= 40", "> 50", "< 50", ">= 40 and < 60")
_CHANGED = "By how much it changes, from -100 to +100."
_COMPARED = "What it must be: '>= 40', '< 60', or both: '>= 40 and < 60'."
_INSIDE: Mapping[tuple[type[Model], str], str] = {
    (Effect, "tension"): _CHANGED,
    (Effect, "tracks"): _CHANGED,
    (Card, "asks"): "The question that the card puts to this seat.",
    (Option, "costs"): "What it costs, from 1 to 100. The option is shut while there is less.",
    (Condition, "tension"): _COMPARED,
    (Condition, "tracks"): _COMPARED,
    (Condition, "turn"): _COMPARED,
}
"""What the entries of a field are, where its own text is about all of them."""

_EXAMPLE = re.compile(r", as `\{[^`]*\}`")


def explained(place: Location, rules: Rules) -> str:
    """Return in a sentence what a place is for, and within which bounds; nothing where that is not known."""
    found = held(Card, place[1:])
    if found is None or not issubclass(found.model, Model):
        return ""
    own = (found.model, found.field)
    if own in _INSIDE and (found.below or found.field == "turn"):
        what = _abouts(_NAMED.get(own, ""), rules, {}).get(str(place[-1]), "")
        return f"{what}. {_INSIDE[own]}" if what else _INSIDE[own]
    # The names of an example are those of the documents, not of this scenario.
    said = _EXAMPLE.sub("", meanings(found.model).get(found.field, ""))
    return f"{found.bounds[0]} to {found.bounds[1]}. {said}" if found.bounds else said


def choices(read: Read, place: Location, rules: Rules, cards: Mapping[str, str]) -> list[Choice]:
    """Return what may stand at a place, where that is one of a few names; `cards` are titles by id."""
    found = held(Card, place[1:])
    if found is None:
        return []
    model, name, below = found.model, found.field, found.below
    if (model, name) == (Question, "resolves"):
        return [
            Choice("reveal", "when the envelopes are opened"),
            Choice("end", "at the end of the game"),
            *(
                Choice(f"within {turns}", f"within {turns} turn{'s' if turns > 1 else ''}")
                for turns in range(1, 9)
            ),
        ]
    if model is Condition and (name == "turn" or (name in ("tension", "tracks") and below)):
        return [Choice(each, "") for each in _COMPARISONS]
    kind = _KINDS.get((model, name)) if issubclass(model, Model) else None
    if kind == "option":
        seat = str(below[0]) if below else str(place[place.index("asks") + 1]) if "asks" in place else ""
        return list(_options(read, seat))
    if kind == "intent":
        return _of(intent_of(str(below[0])), rules, cards) if below else []
    if kind is None or (name == "chosen" and not below):
        return []
    return _of(kind, rules, cards)


def other_names(read: Read, place: Location, rules: Rules) -> list[Choice]:
    """Return what else a field could be called, where its name is one of a few: a seat, a relation."""
    found = held(Card, place[1:])
    if found is None or len(found.below) != 1:
        return []
    kind = _NAMED.get((found.model, found.field)) if issubclass(found.model, Model) else None
    around = read.at(place[:-1])
    taken = set(around) if isinstance(around, dict) else set()
    more = [Choice(ANYONE, "any seat")] if found.field == "chosen" else []
    return [each for each in (*_of(kind or "", rules, {}), *more) if each.name not in taken]


def _options(read: Read, seat: str) -> Iterator[Choice]:
    try:
        found = read.at((0, "asks", seat, "options"))
    except (KeyError, IndexError, TypeError):
        return
    for each in found if isinstance(found, list) else ():
        if isinstance(each, dict) and isinstance(each.get("id"), str):
            yield Choice(str(each["id"]), str(each.get("label", "")))


def _of(kind: str, rules: Rules, cards: Mapping[str, str]) -> list[Choice]:
    told = _abouts(kind, rules, cards)
    return [Choice(name, told.get(name, "")) for name in Names(rules, cards).known.get(kind, ())]


def _abouts(kind: str, rules: Rules, cards: Mapping[str, str]) -> Mapping[str, str]:
    """Return what the names of a kind stand for."""
    actors = {str(actor.id): actor for actor in rules.actors}
    if kind in ("seat", "actor"):
        return {name: actor.name for name, actor in actors.items()}
    if kind == "relation":
        return {pair: _joined([actors[each].name for each in pair.split("-")]) for pair in rules.relations}
    if kind == "track":
        return {
            f"{actor.id}.{track.id}": f"{actor.name}: {track.name}"
            for actor in rules.actors
            for track in actor.tracks
        }
    if kind.startswith("intent"):
        seat = actors[kind.rpartition(" ")[2]].seat if kind.rpartition(" ")[2] in actors else None
        return {str(intent.id): intent.title for intent in seat.intents} if seat else {}
    if kind == "flag":
        return {str(name): flag.about for name, flag in rules.flags.items()}
    if kind == "date":
        return {turn.date: turn.title for turn in rules.calendar}
    plain: Mapping[str, Mapping[str, str]] = {
        "tag": rules.tags,
        "row": rules.rows,
        "window": rules.windows,
        "card": cards,
    }
    return plain.get(kind, {})


def _joined(names: Sequence[str]) -> str:
    return " and ".join(names)
