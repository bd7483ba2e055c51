"""What a picture of the screen holds."""

from pathlib import Path

from tests.tui.driving import by_keys, course, decide, playing
from wargame.tui.course import Stage


async def test_a_screenshot_behind_the_curtain_or_in_the_next_sitting_holds_nothing_of_the_last_one(
    tmp_path: Path,
) -> None:
    async with playing(tmp_path / "g.jsonl", human="dprk,rok", clock=False) as (app, pilot):
        await by_keys(app, pilot, Stage.DECIDE)
        await decide(app, pilot, why="zebrafinch")
        assert course(app).stage is Stage.CURTAIN
        pictures = [app.export_screenshot()]
        await by_keys(app, pilot, Stage.DECIDE)
        pictures.append(app.export_screenshot())
        assert course(app).seat == "rok"
        assert "alone" in pictures[0] and "ROK" in pictures[1]
        assert not any("zebrafinch" in picture for picture in pictures)
