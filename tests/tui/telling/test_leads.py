"""The graph around a card: what leads to it and where it leads, by follow-ups, flags, rules and the deal."""

from typing import Any

from rich.cells import cell_len

from tests.engine.scenarios import Json, ask, card, on, option, plain, scenario
from wargame.content.links import Links
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.play.saying import Saying
from wargame.tui.ink import lay_out
from wargame.tui.telling.leads import OWN, card_of, leads

TALKS = {"flags": ["talks"]}
SETS = {"flags": {"set": ["talks"], "for": 2}}
FLAGS: Json = {"flags": {"talks": {"about": "Talks are on."}}}


def made(*cards: Json, **rules: Any) -> Scenario:
    return scenario(plain(cards, **{**FLAGS, **rules}))


def graph(own: str, whole: Scenario, width: int = 60) -> list[str]:
    """Return the lines of the graph around a card."""
    return ["".join(run.text for run in line.runs).rstrip() for line in laid(own, whole, width)]


def laid(own: str, whole: Scenario, width: int = 60) -> list[Any]:
    middle = next(each for each in whole.cards if each.id == own)
    told = leads(middle, whole, Links(whole.rules, whole.cards), Saying(Book(whole)))
    return lay_out(told, width)


def chain() -> Scenario:
    """Return five cards each of which brings the next, by an option, by chance, and always."""
    asks = {"south": ask(option("no"), option("yes", next=[{"card": "c", "in": 1, "when": TALKS}]))}
    chances = [{"weight": 1, "next": [{"card": "d", "in": 2}]}, {"weight": 2}]
    return made(
        card("a", next=[{"card": "b"}], deal=on(1)),
        card("b", asks, next=[{"card": "c"}]),
        card("c", chances=chances),
        card("d", next=[{"card": "e"}]),
        card("e", next=[{"card": "f"}]),
        card("f"),
    )


def test_a_chain_is_drawn_two_steps_back_and_two_steps_on() -> None:
    assert graph("c", chain()) == [
        "What leads here",
        "     ┌─ [ Card a ] · always, at once",
        "     ▼",
        "  ┌─ [ Card b ]",
        "  ├─ South yes, next turn, if “Talks are on” is true",
        " ┌┴─ always, at once",
        " ▼",
        "┏━━━━━━━━━━━━━━━━┓",
        "┃ Card c         ┃",
        "┃ c · asks South ┃",
        "┗┯━━━━━━━━━━━━━━━┛",
        " │ Where it leads",
        " └┬─ chance 1 in 3, in 2 turns",
        "  └─▶ [ Card d ]",
        "      └─▶ [ Card e ] · always, at once ⋯",
    ]


def test_the_deal_is_a_source_with_its_weight_its_turns_and_what_must_hold() -> None:
    deal = {"weight": 3, "when": {"turn": ">= 2", **TALKS}}
    lines = graph("a", made(card("a", deal=deal), card("b", effects=[SETS])))
    at = lines.index(" │┌─ the deal")
    assert lines[at + 1] == " ├┴─ weight 3, turns 2 to 4, if “Talks are on” is true"
    dated = graph("a", made(card("a", deal=on(3))))
    assert " ┌┴─ dated 2025-03, turn 3" in dated


def test_a_card_that_nothing_deals_or_brings_says_so_and_one_that_leads_nowhere_too() -> None:
    lines = " ".join(graph("a", made(card("a"))))
    assert "only when injected" in lines
    assert "Nowhere: it brings no other card about" in lines


def test_cards_are_joined_by_flags_that_one_sets_and_another_asks_by_dashed_lines() -> None:
    needs = {"south": ask(option("no"), option("yes", needs=TALKS))}
    whole = made(
        card("a", effects=[SETS]),
        card("b", deal={"when": {"not": TALKS}}),
        card("c", needs, deal={}),
        card("d", deal=on(1), effects=[{**SETS, "when": TALKS}]),
        card("e", effects=[{"flags": {"clear": ["talks"]}}], deal=on(2)),
    )
    assert graph("a", whole)[-5:] == [
        " └┬╌ always: sets it for 2 turns",
        "  └╌▷ flag talks: Talks are on.",
        "      ├╌▷ [ Card b ] · its deal asks that it is not set",
        "      ├╌▷ [ Card c ] · opens South yes",
        "      └╌▷ [ Card d ] · changes what follows",
    ]
    assert graph("c", whole)[1:7] == [
        "     ┌╌ [ Card a ] · sets it",
        "     ├╌ [ Card d ] · sets it",
        "     ├╌ [ Card e ] · clears it",
        "     ▼",
        "  ┌╌ flag talks: Talks are on.",
        " ┌┴╌ opens South yes",
    ]


def test_a_rule_that_a_flag_sets_going_is_a_step_on_the_way_to_the_card_that_it_brings() -> None:
    drivers = [{"id": "drums", "title": "Drums", "when": TALKS, "next": [{"card": "b"}]}]
    whole = made(card("a", effects=[SETS]), card("b"), drivers=drivers)
    assert graph("a", whole, 80)[-2:] == [
        "      └╌▷ the standing rule “Drums” · the rule works while it is set",
        "          └─▶ [ Card b ] · next turn, if a condition holds",
    ]
    back = graph("b", whole)
    assert "     ┌╌ [ Card a ] · sets it" in back
    assert " │┌─ the standing rule “Drums”" in back
    assert " ├┴─ next turn, if “Talks are on” is true" in back


def test_a_card_that_brings_itself_or_is_brought_back_by_another_is_drawn_once_around() -> None:
    whole = made(card("a", next=[{"card": "a"}, {"card": "b"}]), card("b", next=[{"card": "a", "in": 1}]))
    lines = graph("a", whole)
    assert "  ┌─ ↺ this card again" in lines
    assert "      └─▶ ↺ this card again · always, next turn" in lines
    assert len(lines) < 30


def test_a_card_with_many_neighbours_shows_each_of_them_once_to_be_picked() -> None:
    many = [card(f"n{at}") for at in range(15)]
    whole = made(card("a", next=[{"card": f"n{at}"} for at in range(15)]), *many)
    keys = list(dict.fromkeys(line.key for line in laid("a", whole) if line.key))
    assert [card_of(key) for key in keys] == [None, *(f"n{at}" for at in range(15))]
    assert keys[0] == OWN


def test_of_the_many_neighbours_of_a_neighbour_only_a_few_are_drawn() -> None:
    many = [card(f"n{at}") for at in range(9)]
    whole = made(
        card("a", next=[{"card": "b"}]), card("b", next=[{"card": f"n{at}"} for at in range(9)]), *many
    )
    assert graph("a", whole)[-2:] == ["      ├─▶ [ Card n3 ] · always, at once", "      └─▶ and 5 more"]


def test_titles_that_others_wrote_are_text_and_wide_letters_keep_to_their_columns() -> None:
    hostile = "\u202e[bold]강 위의 얼음[/bold]\x1b[31m"
    whole = made(card("a", title=hostile, next=[{"card": "b"}]), card("b", title="강" * 70, deal=on(1)))
    for own in ("a", "b"):
        lines = graph(own, whole, 38)
        assert all(cell_len(line) <= 38 for line in lines)
        assert "[bold]" in "".join(lines).replace(" ", "")
        assert not any(sign in line for line in lines for sign in "\u202e\x1b")
