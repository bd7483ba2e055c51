"""The facilitator's sheet leaves out nothing that a card or a rule can say of what follows."""

import json
from collections.abc import Callable

import pytest

from tests.content.small import write
from tests.engine.scenarios import Json
from wargame.content.base import Model, typed_name
from wargame.content.cards import Card, Option, Question, Together
from wargame.content.effects import Chance, Effect, FlagChange, FollowUp, More
from wargame.content.load import load_scenario
from wargame.content.rules import Driver, StandingQuestion, Terminal
from wargame.content.seats import Afterwards, Cable, Reliability
from wargame.engine.book import Book
from wargame.paper import behind, outcomes
from wargame.paper.coming import Coming
from wargame.paper.forecasts import resolving
from wargame.play.saying import Saying

FLAGS: Json = {"set": ["talks"], "clear": ["mined"], "for": 2}
EFFECT: Json = {
    "tension": {"north-south": 5}, "tracks": {"north.unity": -2}, "flags": FLAGS,
    "when": {"late": "south"}, "else": [{"tracks": {"south.trust": 1}}], "in": 1,
}  # fmt: skip
NEXT: Json = {"card": "ice", "in": 1, "when": {"late": "south"}}
MORE: Json = {"weight": 1, "when": {"late": "south"}}
CHANCE: Json = {
    "weight": 2, "more": [MORE], "when": {"late": "south"}, "news": "News.", "effects": [EFFECT],
    "next": [NEXT],
}  # fmt: skip
AFTER: Json = {"effects": [EFFECT], "chances": [CHANCE], "next": [NEXT]}
OPTION: Json = {
    "id": "deny", "label": "Deny it", "shown-as": "Answer", "tags": ["force"],
    "needs": {"flags": ["talks"]}, "costs": {"north.unity": 2}, **AFTER,
}  # fmt: skip
TOGETHER: Json = {"choices": {"north": "deny"}, "when": {"late": "south"}, "news": "News.", **AFTER}
QUESTION: Json = {
    "id": "fires", "question": "Fire?", "seats": "south", "when": {"late": "south"}, "resolves": "end",
    "base": 5,
}  # fmt: skip
CARD: Json = {
    "id": "ford", "title": "Shots", "source": "A", "tags": ["force"], "situation": "Shots.",
    "facts": ["It was so."], "asks": {"north": {"prompt": "Who?", "default": "deny", "options": [
        {"id": "deny", "label": "Deny"}, {**OPTION, "id": "fire"},
    ]}},
    "together": [TOGETHER], "forecasts": [QUESTION], "discuss": ["Why?"], **AFTER,
}  # fmt: skip
CABLE: Json = {
    "id": "ford", "seat": "south", "turns": [1], "text": "Watched.", "source": "A shepherd.",
    "reliability": [{"percent": 80, "when": {"late": "south"}}], "if-true": [{"flags": FLAGS}],
    "afterwards": {"true": "It was.", "false": "It was not.", "unresolved": "Nobody knows."},
}  # fmt: skip
DRIVER: Json = {
    "id": "drums", "title": "Drums", "when": {"late": "south"}, "once": True, "news": "News.", **AFTER,
}  # fmt: skip
END: Json = {
    "id": "war",
    "title": "War",
    "text": "It is war.",
    "when": {"late": "south"},
    "from": 2,
    "war": True,
}

OTHER: Json = {
    "card": "ford", "seat": "north", "turns": [2], "choices": {"north": "fire"}, "when": {"flags": ["talks"]},
    "asks": {**CARD["asks"], "south": CARD["asks"]["north"]}, "afterwards": {"true": "Later."},
    "resolves": "reveal",
}  # fmt: skip
"""What a field that must be given could hold instead, where another text or number will not do."""

Said = Callable[[Saying, Model], object]
ALL: list[tuple[type[Model], Json, Said, set[str]]] = [
    (FlagChange, FLAGS, lambda say, one: outcomes.effects(say, [Effect(flags=one)]), set()),
    (Effect, EFFECT, lambda say, one: outcomes.effects(say, [one]), set()),
    (FollowUp, NEXT, outcomes.follow_up, set()),
    (More, MORE, lambda say, one: _chance(say, more=(one,)), set()),
    (Chance, CHANCE, lambda say, one: list(outcomes.chances(say, [one])), set()),
    (Option, OPTION, lambda say, one: _card(say, one), {"id", "about", "covers"}),
    (Together, TOGETHER, lambda say, one: _card(say, together=(one,)), set()),
    (Question, QUESTION, resolving, {"id"}),
    (StandingQuestion, {**QUESTION, "turns": [2]}, resolving, {"id"}),
    (Card, CARD, lambda say, one: behind.card(say, _coming(one)), {"covers", "deal", "copies", "situation"}),
    (Reliability, CABLE["reliability"][0], lambda say, one: _cable(say, reliability=(one,)), set()),
    (Afterwards, CABLE["afterwards"], lambda say, one: _cable(say, afterwards=one), set()),
    (Cable, CABLE, behind.cable, {"id"}),
    (Driver, DRIVER, behind.driver, {"id", "covers"}),
    (Terminal, END, lambda say, one: _ending(say, one), {"id"}),
]
"""Each model with something in every field, how it is said, and what is said of it elsewhere or nowhere."""


def _coming(card: Model) -> Coming:
    assert isinstance(card, Card)
    return Coming(card, 1, False, (), ())


def _card(say: Saying, option: Model | None = None, **changed: object) -> object:
    card = made(Card, CARD)
    assert isinstance(card, Card)
    if option is not None:
        (ask,) = card.asks.values()
        asked = ask.model_copy(update={"options": (option, ask.options[1])})
        changed["asks"] = dict.fromkeys(card.asks, asked)
    return behind.card(say, _coming(card.model_copy(update=changed)))


def _chance(say: Saying, **changed: object) -> object:
    chance = made(Chance, CHANCE).model_copy(update=changed)
    return list(outcomes.chances(say, [chance]))


def _cable(say: Saying, **changed: object) -> object:
    return behind.cable(say, made(Cable, CABLE).model_copy(update=changed))


def _ending(say: Saying, one: Model) -> object:
    rules = say.book.scenario.rules.model_copy(update={"terminal": (one,)})
    return list(behind.endings(Saying(Book(say.book.scenario.model_copy(update={"rules": rules})))))


def made(model: type[Model], written: Json) -> Model:
    return model.model_validate_json(json.dumps(written))


def changed(model: type[Model], written: Json, name: str) -> Json:
    """Return it without a field, or, where that must be given, with something else in it."""
    field = next(one for key, one in model.model_fields.items() if typed_name(key) == name)
    if not field.is_required():
        return {key: value for key, value in written.items() if key != name}
    value = written[name]
    other = OTHER[name] if name in OTHER else value + 1 if isinstance(value, int) else f"{value}-other"
    return {**written, name: other}


@pytest.fixture(scope="module")
def say(tmp_path_factory: pytest.TempPathFactory) -> Saying:
    return Saying(Book(load_scenario(write(tmp_path_factory.mktemp("small")))))


@pytest.mark.parametrize(("model", "written", "said", "elsewhere"), ALL, ids=[one[0].__name__ for one in ALL])
def test_whatever_is_written_in_a_field_changes_what_the_facilitator_reads(
    say: Saying, model: type[Model], written: Json, said: Said, elsewhere: set[str]
) -> None:
    names = {typed_name(name) for name in model.model_fields}
    assert elsewhere <= names
    assert names - set(written) <= elsewhere, "give every field of the model something here"
    whole = said(say, made(model, written))
    unsaid = []
    for name in names - elsewhere:
        less = changed(model, written, name)
        if model is Effect and name == "when":
            del less["else"]
        if model is FlagChange and name == "set":
            del less["for"]
        unsaid += [name] if said(say, made(model, less)) == whole else []
    assert unsaid == []
