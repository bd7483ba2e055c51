"""The preview is what the table shows, and the trial a table that fits."""

import pytest
from rich.cells import cell_len

from tests.content.small import DECK, write
from tests.tui.telling.games import said
from wargame.content.load import load_scenario
from wargame.content.problems import Problem
from wargame.content.scenario import Scenario
from wargame.lab.stage import Setting
from wargame.lab.staged import Scenery, Staged, staged
from wargame.tui.ink import lay_out
from wargame.tui.telling import card, tried
from wargame.tui.telling.staged import never, of_when, preview, scenery

WEAK = Scenery(Setting(3, {"north.force": 20}, ("talks",)), vary=("north",), held={"south": "call"})
HOSTILE = "[b]x[/] [@click=app.bell]y[/]"


@pytest.fixture(scope="module")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    return load_scenario(write(tmp_path_factory.mktemp("crisis")))


@pytest.fixture(scope="module")
def korea() -> Scenario:
    return load_scenario(None)


def on_stage(scenario: Scenario, name: str = "ford", setting: Scenery | None = None) -> Staged:
    found = staged(scenario, name, setting or Scenery())
    assert found is not None
    return found


def test_the_preview_has_every_line_of_every_seats_question_as_the_table_shows_it(korea: Scenario) -> None:
    for each in korea.cards[::7]:
        found = on_stage(korea, str(each.id))
        told = [(piece.runs, piece.mark, piece.indent) for piece in preview(found)]
        assert set(found.sights) == set(found.names.short)
        for sight in found.sights.values():
            assert sight.ask is not None
            for piece in card.question(sight):
                assert (piece.runs, piece.mark, piece.indent) in told


def test_each_seat_has_its_own_options_and_the_others_do_not(crisis: Scenario) -> None:
    told = said(preview(on_stage(crisis)))
    north, south = told.index("To The North"), told.index("To The South")
    assert north < told.index("Fire again") < south < told.index("Call them")
    assert told.count("Fire again") == 2, "as an option, and where it is said by which label others read it"


def test_what_only_its_owner_may_know_is_in_no_other_seats_part(tmp_path) -> None:
    mines = "effects: [{flags: {set: [mined]}}]"
    deck = DECK.replace("{id: deny, label: Deny it}", f"{{id: deny, label: Deny it, {mines}}}")
    deck = deck.replace("{id: hold, label: Hold}", f"{{id: hold, label: Hold, {mines}}}")
    told = said(preview(on_stage(load_scenario(write(tmp_path, deck=deck)))))
    north, south = told.split("To The South")
    assert "makes true: The ford is mined." in north
    assert "mined" not in south


def test_a_seat_that_the_card_does_not_ask_has_its_own_question(crisis: Scenario) -> None:
    told = said(preview(on_stage(crisis, "ice")))
    assert "The card asks South." in told
    assert "The card does not ask, but a small step is open to: North." in told
    assert told.index("This card asks it nothing.") < told.index("What is the month used for?")


def test_others_read_a_disguise_and_what_is_on_record_only_afterwards(tmp_path) -> None:
    deck = DECK.replace("  asks:\n", "  facts: [The river is deep.]\n  asks:\n", 1)
    told = said(preview(on_stage(load_scenario(write(tmp_path, deck=deck)))))
    after = told.index("When the envelopes are open")
    assert after < told.index("North: 'Fire again' as 'Answer'.")
    assert after < told.index("The river is deep.")


def test_a_shut_option_says_why_as_at_the_table_and_what_opens_it(crisis: Scenario) -> None:
    told = said(preview(on_stage(crisis, setting=WEAK)))
    assert "Shut: it needs North force 30 or more, and it is 20." in told
    assert "Enter opens it: North force 30." in told


def test_what_is_set_is_said_at_the_top_and_of_choices_at_the_trial_alone(crisis: Scenario) -> None:
    found = on_stage(crisis, setting=WEAK)
    state = "As set: turn 3, December · North force 20 · talks set"
    assert said([scenery(found, choices=False)]) == f"{state}. R puts it back."
    whole = said([scenery(found, choices=True)])
    assert whole == f"{state} · varied: North · South holds call. R puts it back."
    assert "As the game begins" in said([scenery(on_stage(crisis), choices=True)])


def test_a_card_that_cannot_be_shown_as_it_is_says_since_when_or_what_to_do() -> None:
    wrong = Problem("border.yaml", 9, 3, "unknown field 'ofice'")
    assert "line 9" in said(never(wrong))
    assert "F8" in said(never(None))


def test_a_card_that_is_shown_as_it_was_says_so_with_its_problem(crisis: Scenario) -> None:
    wrong = Problem("border.yaml", 9, 3, "unknown field 'ofice'")
    old = staged(crisis, "ford", Scenery(), "before")
    assert old is not None
    assert said(of_when(old, wrong)) == "! As it was before the problem: line 9, unknown field 'ofice'."
    assert of_when(on_stage(crisis), wrong) == []


def test_the_trial_is_a_table_with_a_row_for_each_combination_and_nothing_for_zero(crisis: Scenario) -> None:
    found = on_stage(crisis)
    told = [
        "".join(run.text for run in line.runs).rstrip()
        for line in lay_out(tried.trial(found.tried(), found, 60), 60)
    ]
    assert told[:6] == [
        "   north  south  north-  north  south",
        "                  south  unity  trust",
        "1  deny   hold",
        "2  deny   call       -3",
        "3  fire   hold       +5     -2   -2…0",
        "4  fire   call       +4     -2   -2…0",
    ]


@pytest.mark.parametrize("width", [8, 30, 43, 60, 78, 107, 200])
def test_no_table_is_wider_than_its_room(korea: Scenario, width: int) -> None:
    for each in korea.cards[::9]:
        found = on_stage(korea, str(each.id))
        for line in tried.table(found.tried(), tuple(found.names.numbers), width):
            if not any(run.style == "muted" and ", " in run.text for run in line.runs):
                assert sum(cell_len(run.text) for run in (*line.mark, *line.runs)) <= width


def test_where_no_table_fits_each_combination_is_told_by_itself(crisis: Scenario) -> None:
    found = on_stage(crisis)
    assert "1 north deny · south hold" in said(tried.trial(found.tried(), found, 12))


def test_options_whose_names_are_too_wide_are_told_by_number(crisis: Scenario) -> None:
    found = on_stage(crisis)
    told = said(tried.trial(found.tried(), found, 28))
    assert "north: 1 deny, 2 fire" in told


def test_hostile_text_is_text(tmp_path) -> None:
    deck = DECK.replace("label: Fire again", f'label: "{HOSTILE}"').replace(
        "The South was seen", "The [b]South[/b] was seen"
    )
    found = on_stage(
        load_scenario(write(tmp_path, deck=deck)), setting=Scenery(Setting(numbers={"north.force": 1}))
    )
    for pieces in (preview(found), tried.trial(found.tried(), found, 60)):
        told = said(pieces)
        assert HOSTILE in told
