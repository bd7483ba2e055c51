"""The form is worked by keys: steps back, folding, jumps, choices, parts added, moved and renamed."""

from pathlib import Path

import pytest

from tests.content.small import DECK, write
from tests.tui.reading import lines, seen
from tests.tui.studio.editing import checked, editing, keys, studio
from tests.tui.studio.test_studio import page, to_field, yaml
from wargame.tui.page import Page
from wargame.tui.studio.form import Form
from wargame.tui.studio.hint import FieldArea, Hint

FIRE = "0/asks/north/options/1"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    write(tmp_path)
    return tmp_path / "border.yaml"


def area(app) -> FieldArea:
    return studio(app).query_one("#field", FieldArea)


def pointed(app) -> str | None:
    return studio(app).query_one("#form", Form).pointed


async def test_a_visit_to_a_field_is_one_step_and_the_field_stays_open(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/deal/weight")
        await pilot.press("enter", "backspace", *keys("lots"))
        assert "weight: lots" in yaml(app).text
        await pilot.press("ctrl+z")
        assert "weight: 2," in yaml(app).text
        assert area(app).text == "2"
        assert app.focused is area(app)
        await pilot.press("ctrl+y")
        assert "weight: lots" in yaml(app).text


async def test_in_a_text_each_word_that_is_typed_is_a_step(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *["backspace"] * 4, *keys("bridge at night"))
        told = []
        for _ in range(3):
            await pilot.press("ctrl+z")
            told.append(area(app).text)
        assert told == ["Shots at the bridge at", "Shots at the bridge", "Shots at the ford"]


async def test_the_steps_of_a_visit_are_the_same_after_a_crash(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/deal/weight")
        await pilot.press("enter", "backspace", *keys("lots"))
    async with editing(deck) as (app, pilot):
        assert "weight: lots" in yaml(app).text
        await pilot.press("ctrl+z")
        assert yaml(app).text.startswith(DECK[:100])


async def test_enter_on_a_heading_folds_and_unfolds_what_it_heads(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, FIRE)
        assert "shown-as" in page(app, "form")
        await pilot.press("enter")
        assert "shown-as" not in page(app, "form")
        assert "▸ option 2: fire Fire again" in " ".join(page(app, "form").split())
        await pilot.press("enter")
        assert "shown-as" in page(app, "form")
        await pilot.press("minus")
        assert pointed(app) == "0/asks"
        assert "option" not in page(app, "form")
        await pilot.press("plus")
        assert "option 2: fire" in page(app, "form")


async def test_a_problem_in_a_folded_part_stands_at_its_heading(deck) -> None:
    deck.write_text(DECK.replace("label: Fire again", "label: ''"))
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/asks/north")
        await pilot.press("left")
        told = page(app, "form").split("\n")
        at = next(at for at, line in enumerate(told) if "▸ north" in line)
        assert "! 'label' must not be empty" in told[at + 1]


async def test_brackets_jump_from_part_to_part(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f3", "home")
        found = []
        for _ in range(5):
            await pilot.press("right_square_bracket")
            found.append(pointed(app))
        assert found == ["0/deal", "0/asks", "0/asks/north", "0/asks/north/options/0", FIRE]
        await pilot.press("ctrl+up")
        assert pointed(app) == "0/asks/north/options/0"


async def test_a_number_is_shown_as_its_author_wrote_it(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, f"{FIRE}/effects/0/tension/north-south")
        assert "north-south: +5" in page(app, "form")
        await pilot.press("enter", "backspace", *keys("7"))
        assert "{north-south: +7}" in yaml(app).text


async def test_below_a_field_stands_what_it_is_for_and_what_may_stand_in_it(deck) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await to_field(app, pilot, "0/asks/north/default")
        assert "The option that is taken when the clock runs out" in seen(app)
        await pilot.press("enter")
        assert "Fire again" in seen(app)
        await pilot.press("down", "down", "enter")
        assert "default: fire" in yaml(app).text
        assert app.focused is studio(app).query_one("#form")


async def test_tab_completes_what_was_begun_and_else_goes_to_the_next_field(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/tags")
        await pilot.press("enter", *keys(", ta"))
        assert [each.name for each in studio(app).query_one("#hint", Hint).choices] == ["talk"]
        await pilot.press("tab")
        assert "tags: [force, talk]" in yaml(app).text
        await pilot.press("tab")
        assert studio(app).editing == (0, "deal", "weight")
        await pilot.press("shift+tab")
        assert studio(app).editing == (0, "tags")


async def test_tab_that_completes_a_single_name_goes_on_to_the_next_field_and_stays_in_typing(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/asks/north/default")
        await pilot.press("enter", *["backspace"] * 4, *keys("fi"), "tab")
        assert "default: fire" in yaml(app).text
        assert app.focused is area(app)
        assert studio(app).editing == (0, "asks", "north", "options", 0, "id")


async def test_a_choice_is_taken_by_mouse(deck) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await to_field(app, pilot, "0/asks/north/default")
        await pilot.press("enter")
        await pilot.pause()
        hint = studio(app).query_one("#hint", Hint)
        row = next(at for at, line in enumerate(hint.text.split("\n")) if "fire" in line)
        await pilot.click(hint, offset=(6, row))
        await pilot.pause()
        assert "default: fire" in yaml(app).text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_long_text_has_room_to_be_typed(deck, size) -> None:
    async with editing(deck, size) as (app, pilot):
        await to_field(app, pilot, "0/situation")
        await pilot.press("enter")
        before = area(app).size.height
        area(app).insert(" and again" * 30)
        await pilot.pause()
        await pilot.pause()
        assert before == 1
        assert area(app).size.height >= 5
        await pilot.press("enter", *keys("x"))
        assert "again\nx" in area(app).text


async def test_what_is_added_is_opened_to_be_typed_over(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/asks/south")
        await pilot.press("n", "enter", *keys("Send a note"))
        assert "id: another" in yaml(app).text
        await pilot.press("enter")
        await checked(app, pilot)
        assert "id: send-a-note" in yaml(app).text
        assert "label: Send a note" in yaml(app).text
        assert "effects:\n            - tension: {north-south: +1}" in yaml(app).text
        assert page(app, "problems").startswith("No problems.")
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert yaml(app).text == "\n".join(DECK.split("\n")[: len(yaml(app).text.split("\n"))])


async def test_a_card_that_follows_is_linked_in_one_step(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f3", "n", "end", "enter", *keys("The day after"))
        await checked(app, pilot)
        assert not studio(app).found.problems
        raw = studio(app).bench.deck.text.raw
        assert "- card: border-card\n      in: 1\n" in raw
        assert "title: The day after" in raw
        while "title: The day" in studio(app).bench.deck.text.raw:
            await pilot.press("ctrl+z")
        await pilot.press("ctrl+z", "ctrl+z")
        assert studio(app).bench.deck.text.raw == DECK


async def test_options_and_cards_are_moved_by_keys(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, f"{FIRE}/label")
        await pilot.press("alt+up")
        assert yaml(app).text.index("id: fire") < yaml(app).text.index("id: deny")
        assert pointed(app) == "0/asks/north/options/0"
        await pilot.press("alt+down")
        assert studio(app).bench.deck.text.raw == DECK
        await pilot.press("f2", "alt+down")
        assert page(app, "cards").split()[2:] == ["ice", "ford"]
        assert yaml(app).text.startswith("- id: ford")


async def test_a_relation_is_called_by_another_name(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, f"{FIRE}/effects/0/tension/north-south")
        await pilot.press("r")
        await pilot.pause()
        assert "The North and The East" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "{tension: {north-east: +5}}" in yaml(app).text
        assert pointed(app) == f"{FIRE}/effects/0/tension/north-east"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_problem_leads_to_its_field_and_to_its_place_in_the_yaml(deck, size) -> None:
    deck.write_text(DECK.replace("resolves: reveal", "resolves: soon"))
    async with editing(deck, size) as (app, pilot):
        await pilot.press("f8", "enter")
        await pilot.pause()
        assert studio(app).editing == (0, "forecasts", 0, "resolves")
        assert yaml(app).selected_text == "soon"
        await pilot.press("escape", "f8", "y")
        await pilot.pause()
        assert app.focused is yaml(app)
        assert yaml(app).selected_text == "soon"
        assert any("resolves: soon" in line for line in lines(app))


async def test_a_field_that_is_taken_away_leaves_the_pointer_beside_it(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, f"{FIRE}/costs")
        await pilot.press("delete")
        assert pointed(app) == f"{FIRE}/effects"


async def test_hidden_letters_of_a_field_stay_where_it_is_edited_elsewhere(deck) -> None:
    raw = DECK.replace("title: Shots at the ford", 'title: "Shots \\u202e at\\u200b the ford"')
    deck.write_text(raw)
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *keys("!"), "ctrl+s")
        await pilot.pause()
        assert deck.read_text() == raw.replace('the ford"', 'the ford!"')


async def test_what_can_be_found_is_offered_and_the_first_found_is_shown(deck) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await pilot.press("slash")
        await pilot.pause()
        assert "with problems or warnings" in seen(app)
        await pilot.press(*keys("ice"), "enter")
        await pilot.pause()
        assert lines(app)[0].split() == ["Deck", "studio", "ice"]
        assert "1 of 2" in page(app, "cards")
        await pilot.press("slash", *["backspace"] * 3, *keys("cha"), "tab", "enter")
        await pilot.pause()
        assert "No card has" in page(app, "cards")
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *keys("!"), "escape", "f2")
        await checked(app, pilot)
        assert page(app, "cards").split()[:6] == ["border", "1", "of", "2", "ice", "*"]


async def test_a_field_that_is_open_does_not_write_over_what_another_program_wrote(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *keys("!"))
        deck.write_text(DECK.replace("Shots were heard", "Nothing was heard"))
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        assert studio(app).editing is None
        await pilot.press(*keys("x"))
        assert "Nothing was heard" in studio(app).bench.deck.text.raw


ODD = {
    "tabs and a long line": DECK.replace("Shots at the ford\n", f'"a\tb{"long " * 300}"\n', 1),
    "carriage returns": DECK.replace("\n", "\r\n"),
    "byte order mark": f"\ufeff{DECK}",
    "no last end": DECK.rstrip("\n"),
}


@pytest.mark.parametrize("kind", ODD)
async def test_an_odd_file_is_kept_byte_for_byte_where_it_is_not_edited(deck, kind) -> None:
    deck.write_bytes(ODD[kind].encode())
    async with editing(deck, (80, 24)) as (app, pilot):
        await to_field(app, pilot, "0/asks/north/prompt")
        await pilot.press("enter", *keys("!"), "enter", "ctrl+s")
        await pilot.pause()
        await pilot.press("f2", "f4", "f8")
        assert deck.read_bytes() == ODD[kind].replace("Who fired?", "Who fired?!").encode()


async def test_the_form_is_worked_by_mouse(deck) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await pilot.press("f3")

        async def click(panel: str, text: str) -> None:
            own = studio(app).query_one(f"#{panel}", Page)
            row = next(at for at, line in enumerate(own.text.split("\n")) if text in line)
            await pilot.click(own, offset=(8, row - own.scroll_offset.y))
            await pilot.pause()

        await click("form", "deal")
        assert "weight: 2" not in page(app, "form")
        await click("form", "deal")
        await click("form", "title:")
        assert app.focused is area(app)
        await pilot.press(*keys("!"), "enter", "f2")
        await pilot.click("#filter")
        await pilot.pause()
        await click("finds", "south")
        listed = page(app, "cards").split()
        assert listed[1:4] == ["2", "ford", "*"]
        assert "ice" in listed


async def test_a_card_drawn_by_weight_is_given_a_date_in_its_place_and_back(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/deal/weight")
        await pilot.press("n")
        assert "a date in place of the weight" in seen(app)
        await pilot.press("enter", "enter")
        await checked(app, pilot)
        assert studio(app).bench.read().at((0, "deal", "on")) == studio(app).bench.rules.calendar[0].date
        assert not studio(app).found.problems
        await pilot.press("n")
        assert "a weight in place of the date" in seen(app)
        await pilot.press("enter", "enter")
        assert studio(app).bench.read().at((0, "deal")).get("on") is None
        assert studio(app).bench.read().at((0, "deal", "weight")) == 10


async def test_what_can_be_added_is_said_as_a_person_would(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, f"{FIRE}/effects/0/tension/north-south")
        await pilot.press("n")
        shown = seen(app)
        for text in (
            "effect 1: turns to wait until it comes (in)",
            "effect 1: another relation that it changes",
            "option fire: an outcome left to chance",
            "this card: a card that follows",
        ):
            assert text in shown


async def test_no_explanation_names_what_another_scenario_has(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/asks")
        assert "below the seat's id" in " ".join(page(app, "hint").split())
        await to_field(app, pilot, f"{FIRE}/effects/0/tension")
        assert "By how much relations change, each from -100 to +100." in " ".join(page(app, "hint").split())


async def test_a_warning_has_the_same_mark_in_the_list_the_form_and_among_the_problems(deck) -> None:
    deck.write_text(DECK.replace('  deal: {weight: 2, when: {tension: {north-south: ">= 40"}}}\n', "", 1))
    async with editing(deck) as (app, pilot):
        found = studio(app).found
        assert found.warnings
        assert not found.problems
        await pilot.press("f8")
        for name in ("cards", "form", "problems"):
            assert "? " in page(app, name)
            assert "! " not in page(app, name)


async def test_an_undo_outside_a_field_points_at_what_it_changed_and_says_it(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/title")
        await pilot.press("enter", *keys(" again"), "escape")
        await pilot.press("end")
        form = studio(app).query_one("#form", Form)
        assert form.pointed != "0/title"
        await pilot.press("ctrl+z")
        assert form.pointed == "0/title"
        assert "Undone, in ford: title:" in seen(app)
        assert "again →" in seen(app)
        await pilot.press("end", "ctrl+y")
        assert form.pointed == "0/title"
        assert "Done again, in ford:" in seen(app)


async def test_an_undo_of_a_part_taken_away_points_at_the_part(deck) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, "0/asks/north/options/1")
        form = studio(app).query_one("#form", Form)
        await pilot.press("delete", "home", "ctrl+z")
        assert form.pointed is not None
        assert form.pointed.startswith("0/asks/north/options/1")
        assert "put there" in seen(app)
