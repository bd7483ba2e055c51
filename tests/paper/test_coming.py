"""When cards can come, as far as the calendar decides it, and what brings them about."""

import pytest

from tests.engine.scenarios import Json, book, card, on, option, plain
from wargame.content.cards import Deal
from wargame.content.conditions import Condition
from wargame.content.dealing import CALENDAR
from wargame.paper.coming import coming

RUNNING: Json = {"windows": {"vote": "An election."}, "flags": {"talks": {"about": "Talks are on."}}}


def turns(deal: Json) -> tuple[int, ...]:
    """Return when a card of this deal can come in four turns, in the second of which a window is open."""
    source = plain([card("one", deal=deal)], **RUNNING)
    source["rules"]["calendar"][1]["windows"] = ["vote"]
    return coming(book(source))[0].turns


@pytest.mark.parametrize(
    ("deal", "expected"),
    [
        ({}, (1, 2, 3, 4)),
        ({"when": {"turn": ">= 2 and < 4"}}, (2, 3)),
        ({"when": {"window": "vote"}}, (2,)),
        ({"when": {"not": {"window": "vote"}, "flags": ["talks"]}}, (1, 3, 4)),
        ({"when": {"any": [{"turn": "== 1"}, {"window": "vote"}]}}, (1, 2)),
        ({"when": {"any": [{"turn": "== 1"}, {"flags": ["talks"]}]}}, (1, 2, 3, 4)),
        ({"when": {"not": {"flags": ["talks"]}}}, (1, 2, 3, 4)),
        ({"when": {"tension": {"north-south": ">= 60"}}}, (1, 2, 3, 4)),
        (on(3), (3,)),
        ({"on": "2025-03", "when": {"turn": "> 3"}}, (4,)),
    ],
)
def test_a_card_comes_in_the_turns_that_the_calendar_allows(deal: Json, expected: tuple[int, ...]) -> None:
    assert turns(deal) == expected


def test_cards_are_numbered_as_they_can_come_and_those_that_are_only_brought_are_last() -> None:
    asks = {"south": {"prompt": "What now?", "default": "no", "options": [option("no"), option("yes")]}}
    asks["south"]["options"][1]["next"] = [{"card": "brought"}]
    made = coming(
        book(
            plain(
                [
                    card("brought"),
                    card("any", asks, deal={}),
                    card("third", deal=on(3)),
                    card("first", deal=on(1)),
                ]
            )
        )
    )
    assert [(one.number, one.card.id, one.turns) for one in made] == [
        (1, "first", (1,)),
        (2, "third", (3,)),
        (3, "any", (1, 2, 3, 4)),
        (4, "brought", ()),
    ]
    assert made[3].brought_by == ("Card any",)


def test_only_the_cards_that_are_chosen_are_numbered() -> None:
    cards = [card("one", deal=on(1)), card("two", deal=on(2))]
    ready = book(plain(cards))
    assert [(one.number, one.card.id) for one in coming(ready, [ready.scenario.cards[1].id])] == [(1, "two")]


@pytest.mark.parametrize("name", sorted(set(Condition.model_fields) - CALENDAR))
def test_what_the_calendar_does_not_answer_may_be_so_or_not(name: str) -> None:
    ready = book(plain([card("one", deal={})]))
    (one,) = ready.scenario.cards
    asked = Condition.model_construct(**{name: ("whatever",)})
    for when in (asked, Condition(not_=asked), Condition(any_=(asked, Condition(turn="== 1")))):
        dealt = one.model_copy(update={"deal": Deal.model_construct(weight=1, when=when, on=None)})
        ready.scenario = ready.scenario.model_copy(update={"cards": (dealt,)})
        assert coming(ready)[0].turns == (1, 2, 3, 4)


def test_for_one_length_only_the_cards_that_can_come_in_it_are_numbered() -> None:
    asks = {"south": {"prompt": "What now?", "default": "no", "options": [option("no"), option("yes")]}}
    asks["south"]["options"][1]["next"] = [{"card": "brought"}]
    again = [option("no"), {**option("yes"), "next": [{"card": "second"}]}]
    twice = {"south": {**asks["south"], "options": again}}
    cards = [
        card("brought", twice),
        card("second"),
        card("never"),
        card("fourth", deal={"when": {"turn": "== 4"}}),
        card("dated", asks, deal=on(2)),
    ]
    source = plain(cards)
    source["rules"]["lengths"]["brief"] = {"minutes": 10, "turns": [1, 3], "turn": 5, "sitting": 60}
    ready = book(source)
    assert len(coming(ready)) == 5
    made = coming(ready, length="brief")
    assert [(one.number, one.card.id, one.turns) for one in made] == [
        (1, "dated", (3,)),
        (2, "brought", ()),
        (3, "second", ()),
    ]
