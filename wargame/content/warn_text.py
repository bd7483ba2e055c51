"""Text that does not fit the smallest screen, 80 by 24, that nobody wrote, and cards that name no source."""

from collections.abc import Sequence
from textwrap import wrap
from unicodedata import east_asian_width

from wargame.content.base import typed_name
from wargame.content.cards import Ask
from wargame.content.editing.stand_ins import stand_ins
from wargame.content.findings import Findings, Placed
from wargame.content.laid import Laid
from wargame.content.reading import Location
from wargame.content.rules import Rules

TOO_LONG = "too-long"
NO_SOURCE = "no-source"
STAND_IN = "stand-in"

_WIDTH = 76
_LABEL = 72
"""Columns left for an option beside its number and its seat."""

_SITUATION = 15
"""Lines left for a situation below its title, with the line under it that says who decides."""

_PAGE = 20
"""Lines on a screen between its head and its keys; other texts scroll with what follows them."""


def warn_text(rules: Rules, source: Placed, cards: Sequence[Laid], found: Findings) -> None:
    """Note text that is too long, and cards without a source if the rules name sources."""
    for at, actor in enumerate(rules.actors):
        if seat := actor.seat:
            here: Location = ("actors", at, "seat")
            _page(seat.brief, source, (*here, "brief"), _PAGE, found)
            for which, intent in enumerate(seat.intents):
                _page(intent.brief, source, (*here, "intents", which, "brief"), _PAGE, found)
            _labels(seat.standing, source, (*here, "standing"), found)
    for at, terminal in enumerate(rules.terminal):
        _page(terminal.text, source, ("terminal", at, "text"), _PAGE, found)
    for laid in cards:
        _page(laid.card.situation, laid.source, (*laid.at, "situation"), _SITUATION, found)
        for name, ask in laid.card.asks.items():
            _labels(ask, laid.source, (*laid.at, "asks", name), found)
        if rules.sources and laid.card.source is None:
            said = (
                f"'{laid.card.id}' has no 'source', and the rules name theirs: say where its facts are from"
            )
            found.add(laid.source, laid.at, said, code=NO_SOURCE)
        _stand_ins(laid, found)


def _stand_ins(laid: Laid, found: Findings) -> None:
    """Note texts that were in the card when it was made, and that people would read at the table."""
    for path, model in laid.models:
        for name, value in vars(model).items():
            here: Location = (*path, typed_name(name))
            _stand_in(value, laid.source, here, found)
            for at, text in enumerate(value) if type(value) is tuple else ():
                _stand_in(text, laid.source, (*here, at), found)


def _stand_in(text: object, source: Placed, path: Location, found: Findings) -> None:
    if type(text) is str and text.strip() in stand_ins():
        said = "this is still the text of a new card: write your own"
        found.add(source, path, said, code=STAND_IN)


def _page(text: str, source: Placed, path: Location, most: int, found: Findings) -> None:
    if len(text) < most * _WIDTH // 2 and text.count("\n") < most // 2:
        return
    lines = sum(1 + len(wrap(part, _WIDTH)) for part in text.strip().split("\n\n")) - 1
    if lines > most:
        said = f"this takes {lines} lines of a screen of 80 by 24, which has room for {most}"
        found.add(source, path, f"{said}: it can be read only by scrolling", code=TOO_LONG)


def _labels(ask: Ask, source: Placed, path: Location, found: Findings) -> None:
    for at, option in enumerate(ask.options):
        for field, label in (("label", option.label), ("shown-as", option.shown_as or "")):
            if len(label) > _LABEL // 2 and (width := _columns(label)) > _LABEL:
                said = (
                    f"this is {width} columns wide, and a screen of 80 by 24 has room for {_LABEL} on a line"
                )
                found.add(source, (*path, "options", at, field), said, code=TOO_LONG)


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
