"""A comparison tells what surely moved between two runs of one set of seeds, and what changed cards do."""

from dataclasses import replace
from itertools import pairwise

import pytest

from wargame.content.base import CardId
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.lab.against import Comparison, compare
from wargame.lab.against_lines import lines
from wargame.lab.figures import report
from wargame.lab.games import play
from wargame.lab.report import Figure, Range, Report

GAMES = range(1, 41)


def compared(scenario: Scenario, other: Scenario) -> Comparison:
    book, second = Book(scenario), Book(other)
    outcomes = [play(book, seed) for seed in GAMES]
    others = [play(second, seed) for seed in GAMES]
    return compare(book, outcomes, report(book, outcomes, 1), second, report(second, others, 1))


def without(scenario: Scenario, card: str) -> Scenario:
    return scenario.model_copy(update={"cards": tuple(c for c in scenario.cards if c.id != CardId(card))})


@pytest.fixture(scope="module")
def thawed(crisis: Scenario) -> Comparison:
    """The crisis, whose ice is a dated card of December, against the crisis in which it comes in November."""
    cards = tuple(
        card if card.deal is None or card.deal.on is None else card.model_copy(update={"deal": None})
        for card in crisis.cards
    )
    return compared(crisis, crisis.model_copy(update={"cards": cards}))


def test_a_scenario_against_itself_moves_nothing(crisis: Scenario) -> None:
    found = compared(crisis, crisis)
    assert (found.moved, found.cards) == ((), ())
    assert f"Of {found.compared} figures that both tell, none surely moved: all intervals overlap." in [
        *lines(found, (), "the same")
    ]


def test_only_figures_whose_intervals_lie_apart_have_moved(thawed: Comparison) -> None:
    moved = {one.now.id: one for one in thawed.moved}
    one = moved["dealt/ice"]
    assert one.now.estimate is not None
    assert one.before.estimate is not None
    assert one.now.estimate.low > one.before.estimate.high
    known = {figure.id: figure for section in thawed.before.sections for figure in section.figures}
    for figure in (figure for section in thawed.now.sections for figure in section.figures):
        now, before = figure.estimate, known[figure.id].estimate
        if figure.id not in moved and now and before and min(now.count, before.count) >= 30:
            assert now.low <= before.high
            assert now.high >= before.low


def test_a_changed_card_is_told_first_with_its_options_and_no_other_is(thawed: Comparison) -> None:
    (card,) = thawed.cards
    assert card.title == "Ice on the river (ice)"
    labels = [figure.label for figure in card.figures]
    assert labels[0] == "dealt"
    assert "chosen when open, South: Leave it open (leave)" in labels
    told = [*lines(thawed, ("mine.yaml",), "the same without")]
    headings = [line for before, line in pairwise(told) if before == ""]
    assert headings[0] == card.title
    assert "Games in which each card was dealt" in headings


def test_of_a_changed_card_that_never_came_only_that_is_told(crisis: Scenario, thawed: Comparison) -> None:
    cards = tuple(card.model_copy(update={"deal": None}) for card in crisis.cards)
    found = compared(crisis.model_copy(update={"cards": cards}), crisis)
    never = [card for card in found.cards if card.figures[0].estimate and not card.figures[0].estimate.hits]
    assert never
    assert all([figure.label for figure in card.figures] == ["dealt"] for card in never)


def test_a_figure_that_needs_more_games_than_were_played_is_not_compared(crisis: Scenario) -> None:
    book = Book(crisis)
    outcomes = [play(book, seed) for seed in GAMES]
    made = report(book, outcomes, 1)
    first, *rest = made.sections
    needing = replace(first, figures=tuple(replace(figure, fewest=1000) for figure in first.figures))
    fewer = replace(made, sections=(needing, *rest))
    assert first.figures
    compared_whole = compare(book, outcomes, made, book, made).compared
    assert compare(book, outcomes, fewer, book, made).compared == compared_whole - len(first.figures)


def test_decks_and_what_they_are_held_against_stand_in_the_heading(thawed: Comparison) -> None:
    first = next(lines(thawed, ("mine.yaml", "more.yaml"), "the same without"))
    assert first == (
        "A small crisis with mine.yaml and more.yaml, against the same without: 40 games each of 3 turns "
        "(length full), all seats bots, seeds 1 to 40."
    )


def test_what_is_no_longer_as_wanted_is_counted_and_told_before_the_rest(thawed: Comparison) -> None:
    often = Range(0.5, 1.0, "half or more")
    rarely = [
        replace(one, now=wanting(one.before, often), before=wanting(one.now, often)) for one in thawed.moved
    ]
    told = [*lines(replace(thawed, moved=tuple(rarely)), (), "the same")]
    assert any("no longer as wanted" in line for line in told[:3])
    at = told.index("As wanted before, and no longer")
    assert told[at + 1].startswith("  Games in which each card was dealt: Ice on the river (ice): ")
    assert told[at + 1].endswith("; wanted: half or more")


def wanting(figure: Figure, wanted: Range) -> Figure:
    return replace(figure, wanted=wanted)


def test_figures_that_rest_on_few_games_are_not_compared(crisis: Scenario) -> None:
    book, second = Book(crisis), Book(without(crisis, "ford"))
    games = [play(book, 1)]
    made: Report = report(book, games, 1)
    assert compare(book, games, made, second, report(second, [play(second, 1)], 1)).compared == 0
