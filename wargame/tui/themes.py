"""The themes: dark, light, high contrast, safe for colour-blind eyes, and without any colour.

Every theme names a colour for each rung, for what rises and what falls; the rungs' characters tell the same
without them. Rungs of the colour-blind theme are from the palette of Okabe and Ito (Color Universal Design,
2008), in which no two are confused.
"""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

DARK, LIGHT, CONTRAST, SAFE, PLAIN = "dark", "light", "high-contrast", "colour-blind", "no-colour"


def _variables(rungs: Sequence[str], rise: str, fall: str, pointed: str, faint: str) -> dict[str, str]:
    return {
        **{f"rung-{at}": colour for at, colour in enumerate(rungs)},
        "rise": rise,
        "fall": fall,
        "pointed": pointed,
        "faint": faint,
        "block-cursor-text-style": "bold",
    }


THEMES = (
    Theme(
        name=DARK,
        primary="#7fb2e5",
        secondary="#b9a6e8",
        accent="#f0c674",
        foreground="#dfe3e8",
        background="#12161b",
        surface="#1a2027",
        panel="#222a33",
        success="#8fc98f",
        warning="#f0c674",
        error="#ef8a80",
        dark=True,
        variables=_variables(
            ("#6788a9", "#6fb3a8", "#d9c46a", "#ef9f4f", "#f0705f", "#ff5f8f"),
            "#ef8a80",
            "#7fc8a9",
            "#2c3743",
            "#93a0ad",
        ),
    ),
    Theme(
        name=LIGHT,
        primary="#1f5a94",
        secondary="#5f4a99",
        accent="#8a4b00",
        foreground="#1c2126",
        background="#f7f5f0",
        surface="#efece4",
        panel="#e4e0d5",
        success="#2c6e3f",
        warning="#8a5a00",
        error="#a52a20",
        dark=False,
        variables=_variables(
            ("#5a6f84", "#1f7a70", "#7a6600", "#a85400", "#b8301f", "#99004d"),
            "#a52a20",
            "#1f6a4a",
            "#d8d2c2",
            "#5d656d",
        ),
    ),
    Theme(
        name=CONTRAST,
        primary="#ffffff",
        secondary="#ffff00",
        accent="#00ffff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        success="#00ff00",
        warning="#ffff00",
        error="#ff6060",
        dark=True,
        text_alpha=1.0,
        variables={
            **_variables(
                ("#bfbfbf", "#80ffff", "#ffff00", "#ffb000", "#ff6060", "#ff80ff"),
                "#ff6060",
                "#00ff00",
                "#404040",
                "#ffffff",
            ),
            "text-muted": "#ffffff",
        },
    ),
    Theme(
        name=SAFE,
        primary="#56b4e9",
        secondary="#cc79a7",
        accent="#f0e442",
        foreground="#e6e6e6",
        background="#14171a",
        surface="#1c2024",
        panel="#252a30",
        success="#56b4e9",
        warning="#f0e442",
        error="#e69f00",
        dark=True,
        variables=_variables(
            ("#8fa3b0", "#56b4e9", "#f0e442", "#e69f00", "#e07030", "#ff7fc0"),
            "#e69f00",
            "#56b4e9",
            "#2f3a45",
            "#9aa5b0",
        ),
    ),
    Theme(
        name=PLAIN,
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffffff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        success="#ffffff",
        warning="#ffffff",
        error="#ffffff",
        dark=True,
        variables=_variables(("#ffffff",) * 6, "#ffffff", "#ffffff", "#ffffff", "#ffffff"),
    ),
)
NAMES = tuple(theme.name for theme in THEMES)


_GROUND = (0, 0, 0)


class NoColours(LineFilter):
    """Takes every colour out of what is drawn; what stood on a ground of its own is reversed instead."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without colours."""
        made = []
        for text, style, control in segments:
            if style is None:
                made.append(Segment(text, style, control))
                continue
            lifted = style.bgcolor is not None and style.bgcolor.triplet not in (None, _GROUND)
            made.append(Segment(text, _bare(style, lifted), control))
        return made


def _bare(style: Style, lifted: bool) -> Style:
    return Style(
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        reverse=bool(style.reverse) != lifted,
        strike=style.strike,
        meta=style.meta or None,
    )
