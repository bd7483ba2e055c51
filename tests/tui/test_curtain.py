"""Between two seats: nothing on the screen, behind it or in the palette but whose turn it is."""

from pathlib import Path

from tests.tui.driving import by_keys, course, decide, playing, press, quiet, table
from tests.tui.reading import seen
from wargame.tui.app import WargameApp
from wargame.tui.course import Stage
from wargame.tui.curtain import Curtain, Standing
from wargame.tui.form import Say
from wargame.tui.map import TensionMap
from wargame.tui.page import Page
from wargame.tui.themes import NAMES


def behind(app: WargameApp) -> str:
    """Return all that stands in the panels behind whatever is on top, seen or not."""
    pages = [page.text for page in table(app).query(Page)]
    return "\n".join([*pages, *(area.text for area in table(app).query(Say))])


async def test_the_palette_of_a_curtain_names_no_action_of_the_game(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human="dprk,rok") as (app, pilot):
        await by_keys(app, pilot, until=Stage.CURTAIN)
        named = {command.title for command in app.get_system_commands(app.screen)}
        assert named <= {"We are alone", "Leave the game", *(f"Theme: {name}" for name in NAMES)}


async def test_a_curtain_shows_whose_turn_it_is_and_nothing_of_the_game(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human="dprk,rok") as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        card = course(app).sight().card
        await decide(app, pilot, why="zebrafinch")
        assert isinstance(app.screen, Curtain) and card is not None
        text = seen(app)
        assert "Pass the keyboard to" in text and "Republic of Korea (ROK)" in text
        assert card.title not in text and "zebrafinch" not in text
        assert len(text.split()) < 30


async def test_what_a_seat_saw_and_wrote_is_not_even_behind_the_curtain(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human="dprk,rok", size=(120, 40)) as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        sight = course(app).sight()
        assert sight.ask is not None and sight.intent is not None
        await press(pilot, "b", "escape")
        own = [sight.intent[0], sight.ask.prompt, *(track.label.split()[-1] for track in sight.tracks)]
        await decide(app, pilot, why="zebrafinch")
        found = behind(app)
        assert [word for word in (*own, "zebrafinch") if word in found] == []


async def test_only_enter_and_a_click_raise_a_curtain(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human="dprk,rok") as (app, pilot):
        await by_keys(app, pilot, until=Stage.CURTAIN)
        await pilot.pause(0.05)
        await press(pilot, *"bogn123", "space", "escape", "tab", "ctrl+s", "question_mark")
        assert isinstance(app.screen, Curtain) and course(app).stage is Stage.CURTAIN
        await press(pilot, "enter")
        await quiet(pilot)
        assert course(app).stage is Stage.BRIEF


async def test_where_one_seat_looked_last_is_not_where_the_next_begins(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human="dprk,rok", size=(120, 40)) as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        tension, numbers = table(app).query_one("#map", TensionMap), table(app).query_one("#numbers", Page)

        def looked() -> tuple[str | None, str | None, int]:
            return tension.pointed, numbers.pointed, numbers.scroll_offset.y

        first = looked()
        await press(pilot, "g", *["down"] * 4, "n", *["down"] * 12, "c")
        assert looked() != first
        await decide(app, pilot)
        await by_keys(app, pilot, until=Stage.DECIDE)
        assert looked() == first


async def test_while_the_clock_stands_the_table_is_hidden(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human="dprk,rok", clock=True) as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        ask = course(app).sight().ask
        await press(pilot, "p")
        assert isinstance(app.screen, Standing) and course(app).host.paused and ask is not None
        assert ask.prompt not in seen(app) and "The clock is stopped" in seen(app)
        await press(pilot, *"bogn1", "enter", "escape")
        assert isinstance(app.screen, Standing)
        await press(pilot, "p")
        assert app.screen is table(app) and not course(app).host.paused
        assert ask.prompt in seen(app)
