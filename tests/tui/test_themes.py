"""The themes: that each has a look for every style, and what is sent under the one without colours."""

from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from tests.tui.driving import by_keys, playing, press
from wargame.tui.app import WargameApp
from wargame.tui.course import Stage
from wargame.tui.memory import Memory
from wargame.tui.styles import STYLES, looks
from wargame.tui.themes import NAMES, PLAIN, THEMES, NoColours


@pytest.mark.parametrize("theme", NAMES)
def test_every_style_has_a_look_in_every_theme(theme: str) -> None:
    found = looks(theme)
    assert set(found) == set(STYLES)
    rungs = [found[f"rung-{at}"] for at in range(6)]
    assert theme == PLAIN or len({str(rung.color) for rung in rungs}) == 6


def luminance(colour: Color) -> float:
    """Return how bright a colour is, from 0 to 1 (WCAG 2.1, relative luminance)."""
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_text_of_every_theme_stands_out_from_its_ground_as_wcag_asks(theme: Theme) -> None:
    ground = luminance(Color.parse(theme.background or ""))
    for name, style in looks(theme.name).items():
        if style.color is not None:
            dark, light = sorted((ground, luminance(Color.from_rich_color(style.color))))
            assert (light + 0.05) / (dark + 0.05) >= 4.5, name


def test_without_colours_a_ground_of_its_own_is_reversed_and_nothing_else_is_lost() -> None:
    black = Color.parse("#000000")
    written = [
        Segment("plain", Style.parse("#ff0000 on #000000 bold italic underline")),
        Segment("lifted", Style.parse("on #333333")),
        Segment("reversed", Style.parse("reverse")),
        Segment("bare", None),
    ]
    plain, lifted, reversed_, bare = NoColours().apply(written, black)
    assert all(
        part.style is None or (part.style.color, part.style.bgcolor) == (None, None)
        for part in (plain, lifted)
    )
    assert (
        plain.style is not None
        and (plain.style.bold, plain.style.italic, plain.style.underline) == (True,) * 3
    )
    assert lifted.style is not None and lifted.style.reverse
    assert reversed_.style is not None and reversed_.style.reverse
    assert bare == Segment("bare", None)


def drawn(app: WargameApp) -> set[Style]:
    """Return every style that a terminal would be told for what is on the screen."""
    strips = app.screen._compositor.render_strips(app.size)  # noqa: SLF001
    return {segment.style for strip in strips for segment in strip if segment.style is not None}


def coloured(styles: set[Style]) -> bool:
    return any(style.color is not None or style.bgcolor is not None for style in styles)


async def test_the_theme_without_colours_sends_none_and_is_taken_and_remembered_from_the_palette(
    tmp_path: Path,
) -> None:
    memory = Memory(tmp_path / "settings.json")
    async with playing(tmp_path / "g.jsonl", memory=memory) as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        assert coloured(drawn(app))
        (take,) = [c for c in app.get_system_commands(app.screen) if c.title == f"Theme: {PLAIN}"]
        take.callback()
        await press(pilot, "g", "c", "1", "tab", "question_mark")
        for keys in (["escape"], ["question_mark"], ["escape"], ["ctrl+p"]):
            assert not coloured(drawn(app))
            await press(pilot, *keys)
        assert f"Theme: {PLAIN}" not in {c.title for c in app.get_system_commands(app.screen)}
    assert Memory(tmp_path / "settings.json").theme == PLAIN
    async with playing(tmp_path / "h.jsonl", memory=Memory(tmp_path / "settings.json")) as (app, _):
        assert app.theme == PLAIN and not coloured(drawn(app))


async def test_a_terminal_that_asks_for_no_colour_gets_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(tmp_path / "g.jsonl") as (app, _):
        assert app.theme == PLAIN and not coloured(drawn(app))
