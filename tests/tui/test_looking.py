"""Looking back: the last reveal can be read once more, as it was told at this screen."""

from pathlib import Path

from tests.tui.driving import by_keys, course, playing, press, table
from tests.tui.reading import seen
from wargame.tui.course import Stage
from wargame.tui.overlay import Overlay


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
        told = seen(app)
        for text in ("What happened", *(label[:40] for label in labels)):
            assert text in told
        await press(pilot, "end")
        assert "drifts back" in seen(app)
        await press(pilot, "escape")
        assert app.screen is table(app)
