"""The decision as a form, in the order of thought."""

from pathlib import Path

from tests.tui.driving import by_keys, course, first_open, playing, press, table, write
from tests.tui.reading import lines, seen
from wargame.tui.course import Stage
from wargame.tui.form import Say
from wargame.tui.row import Pick, Slider


async def test_enter_goes_on_from_each_question_to_the_next_and_from_the_last_to_the_whole(
    tmp_path: Path,
) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        await press(pilot, str(first_open(app)))
        visited = []
        await write(pilot, "so it is")
        while table(app).step == "write":
            visited.append(app.focused)
            await press(pilot, "enter")
        assert [type(widget) for widget in visited] == [Say, Say, Pick, Slider, Slider]
        assert table(app).step == "look"
        assert course(app).draft.rationale == "so it is"


async def test_who_took_an_option_by_one_enter_too_many_is_told_the_way_back(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        await press(pilot, "enter")
        assert table(app).step == "write" and "Esc: another" in seen(app)
        await press(pilot, "escape")
        assert table(app).step == "choose" and "press its number" in seen(app)


async def test_a_beginning_of_a_reason_is_taken_by_keys_too(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        await press(pilot, str(first_open(app)), "tab", "end")
        assert "Begin the reason so" in lines(app)[-2]
        await press(pilot, "enter")
        why = table(app).query_one("#why", Say)
        assert app.focused is why and why.text == "We accept its price, since"


async def test_a_reason_of_several_lines_stays_in_view_from_its_first_word(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        await press(pilot, str(first_open(app)))
        table(app).query_one("#why", Say).insert("The first word, and then many more. " * 6)
        await press(pilot, "x")
        assert "The first word, and then many more. The first" in seen(app)


async def test_while_one_writes_the_footer_names_the_key_of_help_that_works_and_help_tells_of_the_form(
    tmp_path: Path,
) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        assert "? Help" in lines(app)[-1]
        await press(pilot, str(first_open(app)))
        assert "F1 Help" in lines(app)[-1] and "? Help" not in lines(app)[-1]
        await press(pilot, "f1")
        for text in ("7 0 for 70%", "Backspace unsets", "Base rate", "marked + are beginnings"):
            assert text in seen(app)
