"""Pages of HTML that open offline: no address in them leads anywhere but into themselves.

Text is escaped by the template and made visible; scripts and styles are named by their hashes, and nothing
else may run or be fetched.
"""

from base64 import b64encode
from collections.abc import Callable, Sequence
from hashlib import sha256

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from wargame.content.text import visible
from wargame.play.words import sentence
from wargame.study.report.drawing.networks import network
from wargame.study.report.drawing.panels import panel
from wargame.study.report.drawing.waterfall import waterfall
from wargame.study.report.parts import Cell


def render(text_of: Callable[[str], str], template: str, style: str, script: str = "", **told: object) -> str:
    """Return a page; `text_of` gives the text of a template by its name, `told` is what it tells."""
    return (
        _environment(text_of)
        .get_template(template)
        .render(**told, style=Markup(style), script=Markup(script), policy=Markup(_policy(style, script)))
    )


def _policy(style: str, script: str) -> str:
    scripts = f"script-src '{_digest(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{_digest(style)}'; {scripts}base-uri 'none'; form-action 'none'"


def _environment(text_of: Callable[[str], str]) -> Environment:
    made = Environment(
        loader=FunctionLoader(text_of),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"paragraphs": _paragraphs, "cell": _cell, "sentence": sentence}
    made.tests["number"] = lambda value: isinstance(value, int | float)
    made.globals |= {
        "draw_panel": lambda chart, one: Markup(panel(chart, one)),
        "draw_network": lambda one, about: Markup(network(one, about)),
        "draw_waterfall": lambda chart: Markup(waterfall(chart)),
    }
    return made


def _shown(value: object) -> object:
    """Make text that others wrote visible; what this room wrote itself is markup, and stays."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _cell(value: Cell) -> str:
    """Return what stands in a cell."""
    return "–" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def _paragraphs(text: str) -> Sequence[str]:
    return [part for part in text.split("\n\n") if part.strip()]


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
