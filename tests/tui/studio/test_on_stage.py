"""The preview and the trial in the studio: the stage is set, and a problem does not empty them."""

import asyncio
from pathlib import Path

import pytest

from tests.content.small import DECK, write
from tests.tui.mouse import click_at
from tests.tui.reading import place, seen
from tests.tui.studio.editing import checked, editing, keys, studio
from wargame.lab import trial
from wargame.lab.staged import Scenery, Staged
from wargame.tui.page import Page
from wargame.tui.studio.staging import Staging
from wargame.tui.studio.yaml_pane import Typing, YamlPane


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    write(tmp_path)
    return tmp_path / "border.yaml"


def page(app, name: str) -> str:
    return " ".join(studio(app).query_one(f"#{name}", Page).text.split())


async def tried(app, pilot) -> str:
    """Return what the trial says, once it is over."""
    await checked(app, pilot)
    return page(app, "try")


async def set_stage(app, pilot, *lines: str) -> None:
    """Type lines into the window in which the stage is set, and leave it."""
    await pilot.press("s")
    for line in lines:
        await pilot.press(*keys(line), "enter")
    await pilot.press("escape")
    await pilot.pause()
    await checked(app, pilot)


async def misspell(app, pilot) -> None:
    """Write a problem into the first card's YAML, at the end of its second line."""
    await pilot.press("f4")
    studio(app).query_one("#yaml", YamlPane).move_cursor((1, 0))
    await pilot.press("end", "enter", *keys("sorce: x"))
    await checked(app, pilot)


async def test_a_card_with_a_problem_stays_as_it_was_and_says_so_until_it_is_mended(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f5")
        await misspell(app, pilot)
        for panel, text in (("preview", "To The South"), ("try", "3 and 4: In 1 turn")):
            told = page(app, panel)
            assert told.startswith("! As it was before the problem: line 3, unknown field 'sorce'")
            assert text in told
        for _ in range(9):
            await pilot.press("ctrl+z")
        await checked(app, pilot)
        assert "before the problem" not in page(app, "preview")


async def test_a_problem_of_another_card_leaves_the_preview_live(deck) -> None:
    async with editing(deck) as (app, pilot):
        await misspell(app, pilot)
        await pilot.press("f2", "down", "f5")
        await checked(app, pilot)
        assert studio(app).bench.place.id == "ice"
        assert "before" not in page(app, "preview")
        assert "Close the bank?" in page(app, "preview")


async def test_a_card_with_the_id_of_another_is_not_shown_as_that_one(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f2", "down", "f5")
        await checked(app, pilot)
        await pilot.press("f4", "end", "backspace", "backspace", "backspace", *keys("ford"))
        await checked(app, pilot)
        assert page(app, "preview").startswith("! As it was before the problem: line")
        assert "Close the bank?" in page(app, "preview")


async def test_a_card_that_was_never_sound_here_is_as_in_its_file(deck) -> None:
    async with editing(deck) as (app, pilot):
        await misspell(app, pilot)
    async with editing(deck) as (app, pilot):
        await pilot.press("f5")
        assert page(app, "preview").startswith("! As it is in the saved file: line 3")
        assert "Who fired?" in page(app, "preview")


async def test_a_card_that_is_not_sound_in_its_file_either_says_what_to_mend(deck) -> None:
    deck.write_text(DECK.replace("default: deny", "default: dney"))
    async with editing(deck) as (app, pilot):
        await pilot.press("f5")
        assert page(app, "preview").startswith("Mend line 10, and the card is put on the table: ")
        assert page(app, "try") == page(app, "preview")


async def test_what_is_set_is_shown_kept_from_card_to_card_and_put_back_by_one_key(deck) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await pilot.press("f6")
        assert "S Set the stage" in seen(app)
        await set_stage(app, pilot, "turn 3", "north.force 20", "talks", "vary north", "south call")
        told = await tried(app, pilot)
        state = "As set: turn 3, December · North force 20 · talks set"
        assert told.startswith(f"{state} · varied: North · South holds call. R puts it back.")
        assert "it needs North force 30 or more, and it is 20" in told
        await pilot.press("f2", "down", "f5")
        await checked(app, pilot)
        assert page(app, "preview").startswith(f"{state}. R")
        assert "Ice on the river" in page(app, "preview")
        await pilot.press("r")
        await checked(app, pilot)
        assert page(app, "preview").startswith("As the game begins.")
        assert "R As it begins" not in seen(app)


async def test_enter_on_a_shut_option_sets_just_what_opens_it(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f5")
        await set_stage(app, pilot, "north.force 20")
        assert "Enter opens it: North force 30." in page(app, "preview")
        await pilot.press("down", "enter")
        await checked(app, pilot)
        assert studio(app).scenery.setting.numbers == {"north.force": 30}
        assert "Shut" not in page(app, "preview")
        assert "4 fire call" in await tried(app, pilot)


async def test_a_click_opens_a_shut_option_too(deck) -> None:
    async with editing(deck, (80, 40)) as (app, pilot):
        await pilot.press("f6")
        await set_stage(app, pilot, "north.force 20")
        at = place(app, "opens it: North force 30")
        assert at is not None
        await click_at(pilot, *at)
        await checked(app, pilot)
        assert studio(app).scenery.setting.numbers == {"north.force": 30}


async def test_enter_on_an_option_that_cannot_be_opened_so_says_it(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f5", "enter")
        await pilot.pause()
        assert studio(app).scenery.plain
        assert "Enter opens an option that is shut" in seen(app)


async def test_a_mistake_is_answered_in_place_and_nothing_is_set(deck) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await pilot.press("f5", "s", *keys("tlks"), "enter")
        await pilot.pause()
        assert "Nothing that can be set is called 'tlks'; did you mean 'talks'?" in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert studio(app).scenery == Scenery()


async def test_names_are_completed_and_one_that_is_left_is_taken(deck) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await pilot.press("f5", "s", *keys("north.f"), "ctrl+n")
        line = app.screen.query_one("#line", Typing)
        assert line.text == "north.force"
        await pilot.press("enter")
        assert line.text == "north.force "
        await pilot.press(*keys("33"), "enter", *keys("tal"), "enter", "escape")
        await pilot.pause()
        setting = studio(app).scenery.setting
        assert (dict(setting.numbers), setting.flags) == ({"north.force": 33}, ("talks",))


async def test_in_the_list_the_arrows_move_a_number(deck) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await pilot.press("f5", "s", *keys("north.force"), "down", "left", "left", "right", "escape")
        await pilot.pause()
        assert studio(app).scenery.setting.numbers == {"north.force": 45}


async def test_what_is_set_stands_in_the_window_and_del_takes_it_away(deck) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await pilot.press("f5", "s", *keys("north.force 20"), "enter", *keys("talks"), "enter")
        await pilot.pause()
        assert "Set: north.force 20 · talks" in seen(app)
        await pilot.press(*keys("talks"), "down", "delete", "escape")
        await pilot.pause()
        assert studio(app).scenery.setting.flags == ()
        assert studio(app).scenery.setting.numbers == {"north.force": 20}


async def test_a_choice_that_is_shut_is_not_held_and_the_trial_says_what_to_do(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f6")
        await set_stage(app, pilot, "north.force 20", "north fire")
        assert "S takes that choice away" in await tried(app, pilot)


async def test_the_stage_is_set_by_clicks_alone(deck) -> None:
    async def click(app, pilot, text: str) -> None:
        at = place(app, text)
        assert at is not None, text
        await click_at(pilot, *at)
        await pilot.pause()

    async with editing(deck, (80, 40)) as (app, pilot):
        await click(app, pilot, "F5 Preview")
        await click(app, pilot, "S Set the stage")
        assert isinstance(app.screen, Staging)
        await click(app, pilot, "○ turn 2")
        await click(app, pilot, "○ talks")
        await click(app, pilot, "Done")
        await checked(app, pilot)
        assert page(app, "preview").startswith("As set: turn 2, November · talks set.")
        await click(app, pilot, "S Set the stage")
        await click(app, pilot, "Put it back as the game begins")
        await click(app, pilot, "Done")
        await checked(app, pilot)
        assert studio(app).scenery.plain


async def test_an_edit_ends_a_trial_that_is_under_way(deck, monkeypatch) -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()

    def long(self: Staged, go_on) -> str:
        while go_on():
            pass
        loop.call_soon_threadsafe(told.set)
        raise ValueError("it was told to stop")

    async with editing(deck, (80, 24)) as (app, pilot):
        monkeypatch.setattr(Staged, "tried", long)
        await pilot.press("f6", "f4", *keys("# "))
        await asyncio.wait_for(told.wait(), 60)
        assert "told to stop" not in page(app, "try")
        await pilot.press("f2")


async def test_no_trial_is_made_while_none_is_in_sight(deck, monkeypatch) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        monkeypatch.setattr(Staged, "tried", lambda *_: pytest.fail("nobody looks at it"))
        await pilot.press("f4", *keys("# "), "f5", "f3")
        await checked(app, pilot)


@pytest.mark.parametrize("front", ["f2", "f3", "f4", "f5", "f6"])
async def test_on_a_wide_screen_the_card_stands_in_all_its_forms_side_by_side(deck, front) -> None:
    async with editing(deck, (180, 50)) as (app, pilot):
        await pilot.press(front)
        await tried(app, pilot)
        now = seen(app)
        assert "Everybody reads" in now
        assert "As the game begins" in now
        assert "title: Shots at the ford" in now
        assert "2 and 4: Sets talks" in now
        assert ("covers: A1" in now) == (front != "f6"), "the form gives its room to the table"


async def test_the_preview_stays_beside_the_yaml_while_it_is_typed(deck) -> None:
    async with editing(deck, (120, 40)) as (app, pilot):
        await pilot.press("f5", "f4", "down", "end", *keys(" again"))
        await checked(app, pilot)
        assert "Shots at the ford again" in page(app, "preview")
        assert "Everybody reads" in seen(app)
        await pilot.press("f3")
        await pilot.pause()
        assert "Everybody reads" not in seen(app)


async def test_the_preview_shows_first_the_seats_that_the_card_asks(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("down", "f5")
        await checked(app, pilot)
        shown = page(app, "preview")
        assert 0 < shown.index("Close the bank?") < shown.index("This card asks it nothing.")


async def test_the_trial_in_front_takes_the_room_of_the_yaml(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f6")
        await checked(app, pilot)
        assert studio(app).query_one("#try").size.width > 70
        assert not studio(app).query_one("#yaml").size
        await pilot.press("f4")
        await pilot.pause()
        assert studio(app).query_one("#yaml").size.width > 30


async def test_combinations_of_each_seat_alone_say_so(deck, monkeypatch) -> None:
    monkeypatch.setattr(trial, "MOST", 3)
    async with editing(deck) as (app, pilot):
        await pilot.press("f6")
        await checked(app, pilot)
        shown = " ".join(page(app, "try").split())
        assert "3 of 4 combinations: each seat alone, the others as usual." in shown
