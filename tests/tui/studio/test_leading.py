"""From card to card along the graph of the studio, by keys and by mouse, and back the way one came."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, write
from tests.tui.mouse import Mouse
from tests.tui.reading import place, seen
from tests.tui.studio.editing import checked, editing, keys, studio
from wargame.tui.studio.leading import LeadsPage
from wargame.tui.telling.leads import OWN, card_of

THAW = """\
- id: thaw
  title: The river thaws
  situation: The ice broke.
  asks:
    south:
      prompt: Open the ford?
      default: wait
      options:
        - {id: wait, label: Wait}
        - {id: open, label: Open it, needs: {flags: [talks]}, next: [{card: ford, in: 2}]}
"""
WHOLE = (
    DECK.replace("  situation: The river froze over.\n", "  situation: It froze.\n  next: [{card: thaw}]\n")
    + THAW
)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    write(tmp_path, deck=WHOLE)
    return tmp_path / "border.yaml"


def graph(app) -> LeadsPage:
    return studio(app).query_one("#leads", LeadsPage)


def worked_on(app) -> str:
    bench = studio(app).bench
    return bench.at(bench.start).part.id


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_card_is_in_view_with_what_leads_to_it_and_where_it_leads(deck, size) -> None:
    async with editing(deck, size) as (app, pilot):
        await pilot.press("f7")
        await pilot.pause()
        for text in ("┃ Shots at the ford", "[ Ice on the river ]", "North fire and South hold or"):
            assert text in seen(app)
        assert "[ The river thaws ]" in seen(app)
        assert graph(app).pointed == OWN


async def test_keys_go_to_a_card_and_backspace_comes_back_to_where_one_was(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f7", "down")
        await pilot.pause()
        left = graph(app).pointed
        assert card_of(left) == "ice"
        assert "Bksp" not in seen(app)
        await pilot.press("enter")
        await checked(app, pilot)
        assert worked_on(app) == "ice"
        assert graph(app).pointed == OWN
        assert "Bksp Card before" in seen(app)
        await pilot.press("down", "enter")
        await checked(app, pilot)
        assert worked_on(app) == "thaw"
        await pilot.press("backspace")
        await checked(app, pilot)
        await pilot.press("backspace")
        await checked(app, pilot)
        assert worked_on(app) == "ford"
        assert graph(app).pointed == left
        await pilot.press("backspace")
        assert worked_on(app) == "ford"
        assert "Bksp" not in seen(app)


async def test_from_a_card_taken_out_of_the_list_no_way_leads_back(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f7", "down", "enter")
        await checked(app, pilot)
        assert "Bksp" in seen(app)
        await pilot.press("f2", "end")
        await checked(app, pilot)
        assert worked_on(app) == "thaw"
        await pilot.press("f7")
        await pilot.pause()
        assert "Bksp" not in seen(app)


async def test_the_card_itself_leads_to_its_form(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f7", "enter")
        assert app.focused is not None
        assert app.focused.id == "form"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_card_two_steps_away_is_reached_by_a_click(deck, size) -> None:
    async with editing(deck, size) as (app, pilot):
        await pilot.press("f7")
        await pilot.pause()
        await Mouse(app, pilot).click("[ The river thaws ]", across=4)
        await checked(app, pilot)
        assert worked_on(app) == "thaw"
        assert "┃ The river thaws" in seen(app)


async def test_the_graph_follows_what_is_typed_and_the_pointer_stays(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f7", "down", "f4")
        pane = studio(app).query_one("#yaml")
        pane.move_cursor((1, len("  title: Shots")))
        await pilot.press(*keys(" again"), "f7")
        await checked(app, pilot)
        assert "┃ Shots again at the ford" in seen(app)
        assert card_of(graph(app).pointed) == "ice"


async def test_a_card_with_problems_has_no_graph_until_they_are_gone(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f7", "f4", "down", "end", *keys(": ["), "f7")
        await checked(app, pilot)
        assert place(app, "┏━") is None
        assert "has problems" in " ".join(graph(app).text.split())
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        await checked(app, pilot)
        assert place(app, "┏━") is not None


async def test_where_there_was_a_card_that_is_no_more_there_is_no_way_back_to_it(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f7", "down", "enter")
        await checked(app, pilot)
        deck.write_text(WHOLE[WHOLE.index("- id: ice") :])
        await pilot.press("ctrl+s")
        studio(app)._look()  # noqa: SLF001 - it looks by itself every few seconds
        await pilot.pause()
        await pilot.press("t")
        await checked(app, pilot)
        await pilot.press("f7", "backspace")
        await checked(app, pilot)
        assert worked_on(app) != "ford"
        assert "Bksp" not in seen(app)


async def test_a_card_of_a_deck_that_is_not_open_is_shown_and_cannot_be_gone_to(deck) -> None:
    write(deck.parent, RULES.replace("decks: [border]", "decks: [border, river]"), WHOLE.removesuffix(THAW))
    (deck.parent / "river.yaml").write_text(THAW)
    async with editing(deck) as (app, pilot):
        await pilot.press("f7")
        await pilot.pause()
        await Mouse(app, pilot).click("[ The river thaws ]", across=4)
        await checked(app, pilot)
        assert worked_on(app) == "ford"
        assert "The card thaw is in a deck that is not open here." in " ".join(seen(app).split())
        assert "Bksp" not in seen(app)
