"""A hand that knows only the mouse: it clicks what it reads on the screen, and turns the wheel."""

from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp
from textual.pilot import Pilot

from tests.tui.driving import MANY, course, first_open, quiet
from tests.tui.reading import place, seen
from wargame.tui.app import WargameApp
from wargame.tui.course import Stage


async def click_at(pilot: Pilot[str], x: int, y: int) -> None:
    """Move to a cell of the screen, press the button there and let go of it."""
    for kind in (MouseMove, MouseDown, MouseUp):
        pilot.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
    await quiet(pilot)


async def move_to(pilot: Pilot[str], x: int, y: int) -> None:
    """Move to a cell of the screen, with no button pressed."""
    pilot.app.post_message(MouseMove(None, x, y, 0, 0, 0, False, False, False, x, y))
    await quiet(pilot)


class Mouse:
    """Clicks texts; what is out of view is brought there with the wheel first."""

    def __init__(self, app: WargameApp, pilot: Pilot[str]) -> None:
        self.app, self.pilot = app, pilot

    def sees(self, text: str) -> bool:
        """Say whether a text is on the screen."""
        return place(self.app, text) is not None

    async def click(self, text: str, across: int = 0) -> None:
        """Click a text on its first letter, or so many cells to the right of it."""
        at = place(self.app, text)
        assert at is not None, f"nowhere on the screen: {text}"
        await click_at(self.pilot, at[0] + across, at[1])

    async def wheel(self, down: bool = True) -> None:
        """Turn the wheel over the middle of the right side, where the story is."""
        x, y = self.app.size.width * 3 // 4, self.app.size.height // 2
        turn, by = (MouseScrollDown, 1) if down else (MouseScrollUp, -1)
        self.app.post_message(turn(None, x, y, 0, by, 0, False, False, False, x, y))
        await quiet(self.pilot)

    async def pick(self, text: str, across: int = 0) -> None:
        """Turn the wheel until a text is on the screen, first down and then up, and click it."""
        for down in (True, False):
            before = ""
            while not self.sees(text) and (now := seen(self.app)) != before:
                before = now
                await self.wheel(down)
        await self.click(text, across)


async def by_mouse(mouse: Mouse, until: Stage = Stage.END) -> None:
    """Play with clicks alone until a stage is reached."""
    for _ in range(MANY):
        here = course(mouse.app).stage
        if here is until:
            return
        if here is Stage.DECIDE:
            await decide(mouse)
        else:
            await mouse.click("All at once" if mouse.sees("All at once") else "▶")
    raise AssertionError(f"the game did not come to '{until}'")


async def decide(mouse: Mouse) -> None:
    """Take the first option that is open, a sentence that is offered, and put it in the envelope."""
    sight = course(mouse.app).sight()
    assert sight.ask is not None
    await mouse.pick(sight.ask.options[first_open(mouse.app) - 1].label[:30])
    await mouse.pick("+ We accept its price")
    await mouse.pick(") majority")
    if sight.questions:
        await mouse.pick("unset: ", across=-13)
    await mouse.pick("Look it over, then give it")
    await mouse.click("Put it in the envelope")
