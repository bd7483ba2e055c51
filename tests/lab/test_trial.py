"""A card is tried for every combination of choices, and what is told is what the engine would do."""

from fractions import Fraction
from pathlib import Path

import pytest

from tests.content.small import DECK, write
from wargame.content.base import FACILITATOR, CardId, OptionId, SeatId
from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.engine.commands import Commit, Open
from wargame.engine.state import State, replace
from wargame.lab import trial as trials
from wargame.lab.games import forced
from wargame.lab.stage import Setting, said, stage
from wargame.lab.trial import Brought, Tried, alone, trial
from wargame.play.setup import seed_from

FORD = CardId("ford")


def tried(book: Book, state: State, north: str, south: str) -> Tried:
    (found,) = trial(book, state, fixed={"north": north, "south": south}).tried
    return found


def moved(brought: Brought) -> dict[str, int]:
    return {number: after - before for number, (before, after) in brought.moves.items()}


def test_every_combination_of_open_options_is_tried_defaults_first(crisis: Scenario) -> None:
    found = trial(*stage(crisis, FORD, Setting()))
    assert [tuple(each.choices.values()) for each in found.tried] == [
        ("deny", "hold"),
        ("deny", "call"),
        ("fire", "hold"),
        ("fire", "call"),
    ]
    assert (found.left, found.apart, found.shut) == (0, False, ())
    assert found.options == {"north": ("deny", "fire"), "south": ("hold", "call")}


def test_what_surely_follows_and_what_comes_later_are_told(crisis: Scenario) -> None:
    book, state = stage(forced(crisis, {"north": "storm"}), FORD, Setting())
    found = tried(book, state, "fire", "call")
    assert moved(found.sure) == {"north.unity": -2, "north-south": 4}
    assert found.sure.sets == (("talks", 3),)
    assert [(later.turn, later.wanted) for later in found.sure.later] == [(2, (("north.force", 1),))]
    assert found.sure.news == ("The South was seen to wait.",)
    calm, calm_state = stage(forced(crisis, {"north": "calm"}), FORD, Setting())
    assert tried(calm, calm_state, "fire", "call").sure.later == ()


def test_each_outcome_of_a_chance_is_told_with_its_odds(crisis: Scenario) -> None:
    found = tried(*stage(crisis, FORD, Setting()), "fire", "hold")
    assert [outcome.odds for outcome in found.outcomes] == [Fraction(1, 2), Fraction(1, 2)]
    assert moved(found.outcomes[0].brought) == {"south.trust": -2}
    assert [card.card for card in found.outcomes[1].brought.cards] == ["ice"]
    assert found.told == 1
    assert tried(*stage(crisis, FORD, Setting()), "deny", "hold").outcomes == ()


SECOND = """\
        - {weight: 1, next: [{card: ice, in: 1, when: {chosen: {north: force}}}]}
  chances:
    - {weight: 3, news: It thawed., when: {tracks: {south.trust: ">= 50"}}}
    - {weight: 1, news: It froze., effects: [{tracks: {south.trust: -60}}]}
"""


def test_chances_that_follow_each_other_are_told_together(tmp_path: Path) -> None:
    deck = DECK.replace(
        "        - {weight: 1, next: [{card: ice, in: 1, when: {chosen: {north: force}}}]}\n", SECOND, 1
    )
    found = tried(*stage(load_scenario(write(tmp_path, deck=deck)), FORD, Setting()), "fire", "hold")
    # After the first outcome of the first chance there is too little trust for the first of the second.
    assert [(outcome.odds, outcome.brought.news) for outcome in found.outcomes] == [
        (Fraction(1, 2), ("It froze.",)),
        (Fraction(3, 8), ("It thawed.",)),
        (Fraction(1, 8), ("It froze.",)),
    ]
    # What does not fit between 0 and 100 is lost.
    assert moved(found.outcomes[0].brought) == {"south.trust": -50}


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_dice_say_the_engine_does_what_was_told(crisis: Scenario, seed: int) -> None:
    book, state = stage(crisis, FORD, Setting(numbers={"south.trust": 1}))
    found = tried(book, state, "fire", "hold")
    played = alone(replace(state, setup=replace(state.setup, seed=seed_from(seed).seed)))
    for seat, option in found.choices.items():
        played = said(book, played, Commit(by=seat, at=0, option=option, rationale="because"))
    played = said(book, played, Open(by=FACILITATOR, at=0))
    now = dict(zip(book.numbers, played.numbers, strict=True))
    before = dict(zip(book.numbers, state.numbers, strict=True))
    told = []
    for outcome in found.outcomes:
        after = dict(before)
        for brought in (found.sure, outcome.brought):
            after.update({number: value for number, (_, value) in brought.moves.items()})
        told.append(after)
    assert now in told


def test_options_that_are_shut_are_told_and_not_tried(crisis: Scenario) -> None:
    book, state = stage(crisis, FORD, Setting(numbers={"north.force": 10}))
    found = trial(book, state)
    (seat, option, why) = found.shut[0]
    assert (seat, option) == ("north", "fire")
    assert "it needs North force 30 or more, and it is 10" in why
    assert {each.choices[SeatId("north")] for each in found.tried} == {"deny"}
    with pytest.raises(ValueError, match="'north' cannot choose 'fire' in this state"):
        trial(book, state, fixed={"north": "fire"})


def test_named_seats_vary_while_the_others_take_their_default(crisis: Scenario) -> None:
    book, state = stage(crisis, FORD, Setting())
    found = trial(book, state, ["south"])
    assert [tuple(each.choices.values()) for each in found.tried] == [("deny", "hold"), ("deny", "call")]
    found = trial(book, state, fixed={"south": "call"})
    assert [tuple(each.choices.values()) for each in found.tried] == [("deny", "call"), ("fire", "call")]


def test_of_too_many_combinations_each_seat_is_varied_alone(
    crisis: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trials, "MOST", 3)
    book, state = stage(crisis, FORD, Setting())
    found = trial(book, state)
    assert [tuple(each.choices.values()) for each in found.tried] == [
        ("deny", "hold"),
        ("fire", "hold"),
        ("deny", "call"),
    ]
    assert (found.left, found.apart) == (1, True)
    assert (
        trial(book, state, ["north", "south"]).left,
        len(trial(book, state, ["north", "south"]).tried),
    ) == (0, 4)
    monkeypatch.setattr(trials, "MOST_NAMED", 3)
    assert trial(book, state, ["north", "south"]).left == 1


def test_of_too_many_outcomes_the_rest_is_counted(crisis: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "MOST_OUTCOMES", 1)
    found = tried(*stage(crisis, FORD, Setting()), "fire", "hold")
    assert (len(found.outcomes), found.told) == (1, Fraction(1, 2))


@pytest.mark.parametrize(
    ("vary", "fixed", "sentence"),
    [
        (["sout"], {}, "this card does not ask 'sout'; did you mean 'south'?"),
        (["east"], {}, "this card does not ask 'east'; it asks north, south"),
        ([], {"south": "hld"}, "'south' has no option 'hld' on this card; did you mean 'hold'?"),
        ([], {"usa": "hold"}, "this card does not ask 'usa'"),
    ],
)
def test_a_seat_or_an_option_that_there_is_not_is_told(
    crisis: Scenario, vary: list[str], fixed: dict[str, str], sentence: str
) -> None:
    with pytest.raises(ValueError) as no:
        trial(
            *stage(crisis, FORD, Setting()), vary, {seat: OptionId(option) for seat, option in fixed.items()}
        )
    assert sentence in str(no.value)


def test_every_shipped_card_can_be_tried(korea: Scenario) -> None:
    for card in korea.cards:
        assert trial(*stage(korea, card.id, Setting())).tried
