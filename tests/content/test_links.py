"""What joins cards: follow-ups on every way, and flags that one sets and another asks."""

from typing import Any

from tests.engine.scenarios import Json, ask, card, option, plain, scenario
from wargame.content.links import Brings, Giver, Links

FLAGS = {"flags": {"talks": {"about": "Talks are on."}}}
TALKS = {"flags": ["talks"]}
TO_B = [{"card": "b"}]


def links(*cards: Json, **rules: Any) -> Links:
    """Return the links of some cards, and of `b`, which nothing else brings."""
    made = scenario(plain([*cards, card("b")], **{**FLAGS, **rules}))
    return Links(made.rules, made.cards)


def told(each: Brings) -> tuple[object, ...]:
    """Return a way without the content it points at."""
    way = each.way
    return each.giver, dict(way.choices), way.chance is not None, len(way.when), way.turns


A = Giver("card", "a")
CHANCES = [{"weight": 1, "next": [{"card": "b", "in": 2}]}, {"weight": 1}]


def test_a_card_comes_always_by_an_option_by_a_combination_and_by_chance() -> None:
    asks = {
        "south": ask(option("no"), option("yes", next=TO_B)),
        "north": ask(option("wait", chances=CHANCES), option("go")),
    }
    together = [{"choices": {"south": ["yes", "no"], "north": "go"}, "when": TALKS, "next": TO_B}]
    found = links(card("a", asks, together=together, next=[{"card": "b", "in": 1, "when": TALKS}])).to("b")
    assert [told(each) for each in found[A]] == [
        (A, {"south": ("yes",)}, False, 0, 0),
        (A, {"north": ("wait",)}, True, 0, 2),
        (A, {"south": ("yes", "no"), "north": ("go",)}, False, 1, 0),
        (A, {}, False, 1, 1),
    ]


def test_a_standing_rule_brings_a_card_in_the_next_turn_at_the_soonest() -> None:
    drivers = [{"id": "drums", "title": "Drums", "when": TALKS, "next": TO_B}]
    found = links(drivers=drivers).to("b")
    assert [told(each) for each in found[Giver("rule", "drums")]] == [
        (Giver("rule", "drums"), {}, False, 1, 1)
    ]


def test_what_a_seat_does_when_no_card_asks_it_brings_cards_and_changes_flags() -> None:
    made = plain([card("b")], **FLAGS)
    made["rules"]["actors"][0]["seat"]["standing"] = ask(
        option("rest"), option("act", {"flags": {"set": ["talks"], "for": 2}}, next=TO_B)
    )
    whole = scenario(made)
    found = Links(whole.rules, whole.cards)
    north = Giver("standing", "north")
    assert [told(each) for each in found.to("b")[north]] == [(north, {"north": ("act",)}, False, 0, 0)]
    (change,) = found.changing(found.changes[0].flag)[north]
    assert (change.sets, change.lasting) == (True, 2)


def test_an_effect_made_otherwise_changes_its_flag_where_the_condition_does_not_hold() -> None:
    effect = {
        "flags": {"clear": ["talks"]},
        "when": TALKS,
        "else": [{"flags": {"set": ["talks"]}, "in": 1}],
    }
    clears, sets = links(card("a", effects=[effect])).changed_by(A)["talks"]  # type: ignore[index]
    assert (clears.sets, sets.sets) == (False, True)
    assert clears.way.when[0].not_ is None
    assert sets.way.when[0].not_ == clears.way.when[0]
    assert sets.way.turns == 1


def test_a_cable_that_is_true_sets_its_flag() -> None:
    cable = {
        "id": "seen",
        "seat": "south",
        "turns": [1],
        "text": "They talk.",
        "source": "A clerk.",
        "reliability": [{"percent": 50}],
        "if-true": [{"flags": {"set": ["talks"]}}],
        "afterwards": {"true": "Yes.", "false": "No."},
    }
    assert [each.giver for each in links(cables=[cable]).changes] == [Giver("cable", "seen")]


def test_what_rests_on_a_flag_is_told_with_what_is_wanted_of_it() -> None:
    asks = {"south": ask(option("no"), option("yes", needs={"not": TALKS}))}
    deal = {"when": {"any": [TALKS, {"not": {"any": [TALKS]}}]}}
    found = links(
        card("a", asks, deal=deal, next=[{"card": "b", "when": {"not": {"not": TALKS}}}]),
        drivers=[{"id": "drums", "title": "Drums", "when": TALKS, "next": TO_B}],
    )
    assert [(each.giver.id, each.use, each.wanted, each.option) for each in found.asks] == [
        ("a", "deal", True, None),
        ("a", "deal", False, None),
        ("a", "option", False, ("south", "yes")),
        ("a", "outcome", True, None),
        ("drums", "rule", True, None),
    ]
