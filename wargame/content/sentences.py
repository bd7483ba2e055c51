"""What pydantic found, said to a facilitator who does not program."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from .base import MISPLACED
from .problems import suggestion
from .reading import Location
from .scalars import read_plain
from .slips import NO_SPACE, as_fields, as_list, respelt, slip, stuck
from .text import one_line

FIELDS = "fields ('name: value')"
_WHOLE = "a whole number"

EXPECTED: Mapping[str, str] = {
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "text",
    "none_required": "left empty",
    "list_type": "a list",
    "tuple_type": "a list",
    "set_type": "a list",
    "frozen_set_type": "a list",
    "dict_type": FIELDS,
    "mapping_type": FIELDS,
    "model_type": FIELDS,
    "model_attributes_type": FIELDS,
}
"""What kind of value was expected, by pydantic's name for its absence."""

_BOUNDS: Mapping[str, tuple[str, str]] = {
    "greater_than": ("more than", "gt"),
    "greater_than_equal": ("at least", "ge"),
    "less_than": ("less than", "lt"),
    "less_than_equal": ("at most", "le"),
    "multiple_of": ("a multiple of", "multiple_of"),
}
_LENGTHS: Mapping[str, tuple[str, str, str]] = {
    "string_too_short": ("at least", "min_length", "character"),
    "string_too_long": ("at most", "max_length", "character"),
    "too_short": ("at least", "min_length", "item"),
    "too_long": ("at most", "max_length", "item"),
}
# Of the groups whose first word fits a pattern, the first one gives the examples.
_EXAMPLES = (
    ("north-south", "south.trust"),
    ("south.trust",),
    ("A7",),
    ("2025-04", "2025-04-12"),
    ("2025-04-12",),
    ("reveal", "end", "within 2"),
)
# Patterns that are told in words: texts that fit them, and texts that do not.
_IN_WORDS = (
    ("lower-case letters, digits and hyphens, like 'line-shots'", ("a", "a2", "a-b"), ("A", "a.b")),
    ("lower-case letters and digits, a letter first", ("a", "a2"), ("A", "2", "a-b", "a.b")),
)
# Faults that a slip of the hand may have made; a text that is too long is too long in any quotes.
_SLIPS = frozenset((*EXPECTED, "literal_error", "enum", "string_pattern_mismatch"))
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'")


def subject(path: Location, *, key: bool = False) -> str:
    """Return how to speak of the value at a path: `'weight'`, `item 2 of 'tags'`, `this file`."""
    names = [part for part in path if isinstance(part, str)]
    name = f"'{one_line(names[-1], 40)}'" if names else "this file"
    if key:
        return f"the name {name}"
    if path and isinstance(path[-1], int):
        return f"item {path[-1] + 1} of {name}" if names else f"item {path[-1] + 1}"
    return name


def described(value: object) -> str:
    """Return a value as it is to be repeated in a sentence, cut short."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{one_line(value, 40)}'"
    if isinstance(value, int):
        return one_line(str(value), 40)
    return FIELDS if isinstance(value, Mapping) else "a list"


def must_be(about: str, expected: Iterable[str], value: object, needed: Sequence[str] | None = None) -> str:
    """Say which kinds of value would do, and what stands there instead.

    `needed` are the fields that the wanted fields, or each item of the wanted list, cannot do without.
    """
    kinds = list(dict.fromkeys(expected))
    sentence = f"{about} must be {' or '.join(kinds)}, and is {described(value)}"
    if "text" in kinds and isinstance(value, Mapping):
        return f"{about} must be text; put text that holds ': ' in quotes"
    if "text" in kinds and isinstance(value, int):
        return f"{sentence}; put text in quotes"
    if FIELDS in kinds and isinstance(value, str) and stuck(value):
        return f"{NO_SPACE} in {described(value)}"
    if kinds == [FIELDS]:
        return sentence + as_fields(value, needed)
    return sentence + (as_list(value, needed) if kinds == ["a list"] else "")


def one_of(about: str, choices: Iterable[str], value: object) -> str:
    """Say which words would do, and which was probably meant."""
    known = list(choices)
    words = ", ".join(f"'{word}'" for word in known)
    nearest = suggestion(value, known) if isinstance(value, str) else ""
    return f"{about} must be {'one of ' if len(known) > 1 else ''}{words}, and is {described(value)}{nearest}"


def sentence(
    kind: str,
    context: Mapping[str, Any],
    message: str,
    about: str,
    value: object,
    needed: Sequence[str] | None = None,
    *,
    key: bool = False,
    bounds: tuple[int, int] | None = None,
) -> str:
    """Return what is wrong with one value, or one `key`; `kind`, `context`, `message` are pydantic's.

    `bounds` are the least and the most of a number that is wanted.
    """
    if kind in _SLIPS and (slipped := slip(value, about, _fitting(kind, context))):
        return slipped
    if kind in ("value_error", "assertion_error"):
        return str(context.get("error") or message)
    if kind == MISPLACED:
        return message
    if kind in EXPECTED:
        return must_be(about, [_wanted(EXPECTED[kind], bounds)], value, needed)
    if kind in ("literal_error", "enum"):
        return one_of(about, quoted(str(context["expected"])), value)
    if kind in _BOUNDS:
        bound, name = _BOUNDS[kind]
        return f"{about} must be {bound} {context[name]}, and is {described(value)}"
    if kind in _LENGTHS:
        return _wrong_length(about, context, value, *_LENGTHS[kind])
    if kind == "string_pattern_mismatch":
        shown = "" if key else f", and is {described(value)}"
        return f"{about} {_unlike(str(context['pattern']))}{shown}{respelt(value, _fitting(kind, context))}"
    return f"{about}: {message}"


def _wanted(kind: str, bounds: tuple[int, int] | None) -> str:
    if kind != _WHOLE:
        return kind
    return f"{kind}, such as 3" if bounds is None else f"{kind} from {bounds[0]} to {bounds[1]}"


def quoted(listing: str) -> list[str]:
    """Return the words of pydantic's `'home', 'away' or 'none'`; of unquoted values, each as text."""
    return _QUOTED.findall(listing) or re.split(", | or ", listing)


def _wrong_length(
    about: str, context: Mapping[str, Any], value: object, bound: str, name: str, unit: str
) -> str:
    length = context[name]
    if name == "min_length" and length == 1:
        return f"{about} must not be empty"
    actual = len(value) if isinstance(value, str) else context.get("actual_length")
    has = f", and has {actual}" if actual is not None else ""
    return f"{about} must have {bound} {length} {unit}{'' if length == 1 else 's'}{has}"


def _fitting(kind: str, context: Mapping[str, Any]) -> Callable[[str], bool]:
    """Return whether another text would not have this fault."""
    if kind == "string_pattern_mismatch":
        return lambda text: _matches(str(context["pattern"]), text)
    if EXPECTED.get(kind) == _WHOLE:
        return lambda text: isinstance(read_plain(text), int)
    return lambda text: False


def _matches(pattern: str, text: str) -> bool:
    try:
        return re.search(pattern, text) is not None
    except re.error:  # pydantic's expressions are Rust's
        return False


def _unlike(pattern: str) -> str:
    for words, fit, unfit in _IN_WORDS:
        if all(_matches(pattern, text) for text in fit) and not any(
            _matches(pattern, text) for text in unfit
        ):
            return f"must be {words}"
    for group in _EXAMPLES:
        if _matches(pattern, group[0]):
            fitting = (f"'{example}'" for example in group if _matches(pattern, example))
            return f"must look like {' or '.join(fitting)}"
    return f"must match the pattern {pattern}"
