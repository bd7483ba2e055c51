"""Slips of the hand that a value shows: a dash for a hyphen, curly quotes, capitals, a space forgotten."""

import re
from collections.abc import Callable, Sequence

CURLY = "“”„‟‘’‚‛«»"
"""Quotes that a word processor makes, and that hold nothing together."""

CURLY_QUOTES = 'these are the curly quotes of a word processor; type straight ones (") instead'
NO_SPACE = "a space is missing after ':'"

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_TO_HYPHENS = str.maketrans(_DASHES, "-" * len(_DASHES))
_STUCK = re.compile(r"[^\s:,'\"]+:[^\s:]")
_WORD = re.compile(r"[\w.-]+")
_WORDS = re.compile(r"[\w.-]+(, ?[\w.-]+)*")


def slip(value: object, about: str, fits: Callable[[str], bool]) -> str:
    """Return what was typed wrong in text that does not fit but would without the slip, or nothing."""
    if not isinstance(value, str):
        return ""
    if value[:1] in CURLY and value:
        return CURLY_QUOTES
    dash = next((sign for sign in value if sign in _DASHES), "")
    if dash and fits(value.translate(_TO_HYPHENS)):
        return f"{about} holds the dash '{dash}'; type the hyphen '-' instead"
    return ""


def respelt(value: object, fits: Callable[[str], bool]) -> str:
    """Return `; did you mean 'south'?` for a name with capitals, spaces or underscores, or nothing."""
    if not isinstance(value, str) or len(value) > 60:
        return ""
    name = re.sub(r"[\s_]+", "-", value.strip().lower())
    return f"; did you mean '{name}'?" if fits(name) else ""


def stuck(text: str) -> bool:
    """Say whether text looks like `name:value`, a field whose space was forgotten."""
    return bool(_STUCK.match(text))


def as_list(value: object, needed: Sequence[str] | None = None) -> str:
    """Return how to write as a list what was written without being one, or nothing.

    `needed` are the fields that each item cannot do without, None if an item is no fields.
    """
    if isinstance(value, int) or (isinstance(value, str) and len(value) <= 40 and _WORDS.fullmatch(value)):
        if needed is None:
            return f"; write [{value}]"
        if len(needed) == 1:
            items = [f"{{{needed[0]}: {word}}}" for word in re.split(", ?", str(value))]
            return f"; write [{', '.join(items)}]"
        return "; begin each item with '- ', and write fields in it ('name: value')"
    return "; begin each item with '- '" if value else ""


def as_fields(value: object, needed: Sequence[str] | None) -> str:
    """Return how to write as fields the one word that stands for them, or nothing."""
    if needed and len(needed) == 1 and isinstance(value, str) and len(value) <= 40 and _WORD.fullmatch(value):
        return f"; write {{{needed[0]}: {value}}}"
    return ""
