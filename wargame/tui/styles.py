"""The names of the styles that text is drawn in, and what each theme makes of them."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rich.style import Style
from textual.color import Color

from wargame.tui.themes import THEMES


class Look(NamedTuple):
    """A colour of the theme, by the name of its variable, and how the letters are set."""

    colour: str | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    ground: bool = False


STYLES: Mapping[str, Look] = {
    "plain": Look(),
    "muted": Look("faint"),
    "heading": Look("primary", bold=True),
    "strong": Look(bold=True),
    "title": Look(bold=True),
    "key": Look("accent", bold=True),
    "secret": Look("secondary", italic=True),
    "up": Look("rise", bold=True),
    "down": Look("fall", bold=True),
    "good": Look("success"),
    "bad": Look("error"),
    "warn": Look("warning", bold=True),
    "shut": Look("faint"),
    "pointer": Look("accent", bold=True),
    "pointed": Look("pointed", ground=True),
    "chosen": Look(bold=True, reverse=True),
    "actor": Look(bold=True),
    **{f"rung-{at}": Look(f"rung-{at}") for at in range(6)},
    **{f"rung-{at}-number": Look(f"rung-{at}", bold=True) for at in range(6)},
    **{f"rung-{at}-moved": Look(f"rung-{at}", bold=True, reverse=True) for at in range(6)},
    **{f"rung-{at}-pointed": Look("accent", bold=True, underline=True, reverse=True) for at in range(6)},
}


@cache
def looks(theme: str) -> Mapping[str, Style]:
    """Return the styles under a theme; raises StopIteration for a theme that there is not."""
    found = next(each for each in THEMES if each.name == theme)
    colours = {**found.to_color_system().generate(), **found.variables}
    return {name: _style(look, colours) for name, look in STYLES.items()}


def _style(look: Look, colours: Mapping[str, str]) -> Style:
    colour = Color.parse(colours[look.colour]).rich_color if look.colour is not None else None
    return Style(
        color=None if look.ground else colour,
        bgcolor=colour if look.ground else None,
        bold=look.bold or None,
        italic=look.italic or None,
        underline=look.underline or None,
        reverse=look.reverse or None,
    )
