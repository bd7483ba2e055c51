"""What a screen says in passing."""

from textual.app import App
from textual.screen import Screen

from tests.tui.reading import seen
from wargame.tui.saying import Says


class Speaking(Says, Screen[None]):
    """A screen that only speaks."""


async def test_what_is_said_in_passing_is_harmless_and_takes_the_place_of_the_one_before() -> None:
    app: App[None] = App()
    async with app.run_test(notifications=True) as pilot:
        screen = Speaking()
        await app.push_screen(screen)
        screen.say("first")
        await pilot.pause()
        screen.say("[b]kept as typed[/b] \x1b]52;c;aGk=\x07")
        await pilot.pause()
        said = seen(app)
        assert "[b]kept as typed[/b]" in said and "\x1b" not in said
        assert "first" not in said
