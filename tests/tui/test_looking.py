"""Looking back: the last reveal can be read once more, as it was told at this screen."""

from pathlib import Path

from tests.tui.driving import MANY, by_keys, course, key_step, playing, press, quiet, resuming, table
from tests.tui.reading import lines, seen
from wargame.play.words import pair_name
from wargame.tui.app import WargameApp
from wargame.tui.course import Stage
from wargame.tui.map import TensionMap
from wargame.tui.overlay import Overlay
from wargame.tui.page import Page
from wargame.tui.row import Go
from wargame.tui.saying import Passing
from wargame.tui.script import past
from wargame.tui.telling import board


def told(app: WargameApp) -> list[str]:
    """Return the lines of the screen without the bar that says how far they are scrolled."""
    return [line[:-2] for line in lines(app)]


async def test_the_last_reveal_and_the_end_of_its_turn_can_be_read_once_more(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", size=(120, 60)) as (app, pilot):
        await by_keys(app, pilot, Stage.DECIDE)
        await press(pilot, "r")
        assert not isinstance(app.screen, Overlay), "nothing was revealed yet"
        await by_keys(app, pilot, Stage.REVEAL)
        labels = [choice.label for choice in course(app).sight().choices]
        await by_keys(app, pilot, Stage.TURN_END)
        await press(pilot, "a")
        ended = [line.strip(" │") for line in seen(app).splitlines() if "drifts back" in line]
        assert ended
        await by_keys(app, pilot, Stage.NEWS)
        await press(pilot, "r")
        assert isinstance(app.screen, Overlay)
        for text in ("What happened", *(label[:40] for label in labels)):
            assert text in seen(app)
        await press(pilot, "end")
        assert "drifts back" in seen(app)
        await press(pilot, "escape")
        assert app.screen is table(app)


async def test_what_happened_is_known_also_after_a_game_is_resumed_and_at_its_end(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    async with playing(save, size=(120, 60)) as (app, pilot):
        await by_keys(app, pilot, Stage.REVEAL)
        labels = [choice.label for choice in course(app).sight().choices]
        await by_keys(app, pilot, Stage.CARD)
    async with resuming(save, size=(120, 60)) as (app, pilot):
        await press(pilot, "r")
        assert [label for label in labels if label[:40] not in seen(app)] == []
        await press(pilot, "escape")
        await by_keys(app, pilot, Stage.END)
        await press(pilot, "r")
        assert "What everybody did" in seen(app)


async def test_why_and_curves_do_not_run_ahead_of_what_is_told(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", size=(200, 60)) as (app, pilot):
        await by_keys(app, pilot, Stage.SEALED)
        curves = table(app).query_one("#curves", Page)
        before = curves.text
        await press(pilot, "o")
        assert curves.text == before
        await press(pilot, "g", "enter")
        assert not isinstance(app.screen, Overlay) and "still being told" in seen(app)
        await press(pilot, "escape", "a")
        assert curves.text != before
        await press(pilot, "g", "enter")
        assert isinstance(app.screen, Overlay)


async def test_the_line_above_the_keys_says_what_enter_does_where_the_keys_go(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", size=(120, 40)) as (app, pilot):
        await by_keys(app, pilot, Stage.NEWS)
        go = table(app).query_one("#go", Go)
        told = go.label
        await press(pilot, "g")
        number = table(app).query_one("#map", TensionMap).pointed
        hottest = max(course(app).sight().relations, key=lambda relation: relation.value)
        asked = f"Why is {pair_name(hottest.label)} {hottest.value}?"
        assert number == hottest.id and go.label.startswith(asked)
        await press(pilot, "down")
        assert go.label.startswith("Why is ") and not go.label.startswith(asked)
        await press(pilot, "escape")
        assert go.label == told


async def test_an_arrow_tells_the_rest_of_a_part_of_the_reveal_and_the_line_says_how_much_is_left(
    tmp_path: Path,
) -> None:
    async with playing(tmp_path / "g.jsonl", size=(120, 40)) as (app, pilot):
        await by_keys(app, pilot, Stage.TURN_END)
        beats = table(app).telling.scene.beats
        parts = [beat.section for beat in beats]
        assert parts[1] == parts[2] != parts[0] and parts[-1] != parts[1]
        go = table(app).query_one("#go", Go)
        assert go.label.startswith(f"Next ({len(beats) - 1} more;")
        await press(pilot, "right")
        assert go.label.startswith(f"Next ({len(beats) - 1 - parts.count(parts[1])} more;")
        await press(pilot, "left", "right")
        assert (table(app).telling.whole, course(app).stage) == (True, Stage.TURN_END)
        await press(pilot, "right")
        assert course(app).stage is Stage.TURN_END


async def test_a_cable_that_has_come_is_told_on_its_tab_and_before_the_options(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human="rok", length="full", clock=False) as (app, pilot):
        for _ in range(MANY):
            if course(app).stage is Stage.DECIDE and board.arrived(course(app).sight()):
                break
            await key_step(app, pilot)
        assert "Desk (1 new cable)" in lines(app)[1] and "1 new cable on your desk (T)" in seen(app)
        await press(pilot, "t", "c")
        assert "new cable" not in lines(app)[1] and "1 new cable on your desk" in seen(app)


async def test_what_is_said_in_passing_hides_nothing(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await by_keys(app, pilot, Stage.DECIDE)
        before = told(app)
        table(app).say("10 seconds left.")
        await quiet(pilot)
        now = told(app)
        assert "10 seconds left." in now[-3] and now[:-3] == before[:-3] and now[-2:] == before[-2:]
        table(app).query_one("#passing", Passing).hush()
        await quiet(pilot)
        assert told(app) == before


async def test_at_the_last_page_of_the_end_enter_stays_where_one_reads(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await by_keys(app, pilot)
        await press(pilot, *["right"] * 9, "end")
        story = table(app).query_one("#story", Page)
        assert table(app).telling.last_page
        at = story.scroll_offset.y
        await press(pilot, "enter")
        assert story.scroll_offset.y == at == story.max_scroll_y > 0


async def test_all_cards_of_the_last_turn_can_be_read_once_more_each_under_its_title(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", size=(120, 60)) as (app, pilot):
        titles: list[str] = []
        while course(app).stage is not Stage.END:
            sight = course(app).sight()
            if course(app).stage is Stage.REVEAL and sight.card is not None:
                titles = [
                    *(titles if sight.exchange > 1 else []),
                    f"card {sight.exchange}: {sight.card.title}",
                ]
            if course(app).stage is Stage.NEWS and len(titles) > 1:
                break
            await key_step(app, pilot)
        assert len(titles) > 1
        told = "\n".join("".join(run.text for run in piece.runs) for piece in past(course(app)))
        assert [title for title in titles if title not in told] == []
