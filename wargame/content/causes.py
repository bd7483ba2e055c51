"""What was probably typed where a parser gave up: quotes, spaces and indentation that went astray.

Parsers complain where they can no longer go on, which may be many lines below the mistake. What is found
here is found in the text, so that both parsers' complaints lead to the same sentence.
"""

import re
from typing import NamedTuple, TypeAlias

from .slips import CURLY, CURLY_QUOTES, NO_SPACE, stuck

Spot: TypeAlias = tuple[int, int]
"""A line and a column, from 0, as parsers count."""


class Cause(NamedTuple):
    """A likelier mistake than the one that the parser speaks of, and where it is."""

    at: Spot
    sentence: str


class Quoted(NamedTuple):
    """A text in quotes: where it opens, where it has closed, and what it holds."""

    opens: Spot
    closed: Spot
    value: str


_COMPARISON = re.compile(r"(?:>=|<=|==|!=|>|<) ?\d+(?: and (?:>=|<=|==|!=|>|<) ?\d+)*")
_CURLY_VALUE = re.compile(rf"(?:: +|- +|[\[{{,] *)(?=[{CURLY}])")
_FIELD = re.compile(r" *(?:- +)*")
_HEADER = re.compile(r"(?:.*: |.*- |)([|>])[-+]?\s*(?: #.*)?$")
_RUNS_ON = re.compile(r"[:,\[{(-] *$")
_FURTHEST = 500
"""Lines above a mistake in which the beginning of its text is looked for."""


def astray(lines: list[str], at: Spot, quoted: Quoted | None) -> Cause | None:
    """Return the quotes that led the parser astray before the place where it gave up, if any did."""
    line = _line(lines, at)
    if quoted and quoted.closed[0] == at[0] and quoted.closed[1] <= at[1]:
        rest = line[quoted.closed[1] :]
        follows = rest.lstrip()
        if follows and follows[0] not in ",]}:" and not rest.startswith(" #"):
            return _beyond(quoted, line, len(line) - len(follows))
    curly = [match.end() for match in _CURLY_VALUE.finditer(line[: at[1]])]
    return Cause((at[0], curly[-1]), CURLY_QUOTES) if curly else None


def bare_comparison(lines: list[str], at: Spot) -> Cause | None:
    """Return that a comparison, or text after `|` or `>`, stands at this place without quotes."""
    rest = _line(lines, at)[at[1] :]
    if match := _COMPARISON.match(rest):
        return Cause(at, f'a comparison stands in quotes: "{match[0]}"')
    if rest[:1] in ("|", ">"):
        return Cause(at, f"after '{rest[0]}' text begins on the next line; else put the text in quotes")
    return None


def no_name(lines: list[str], at: Spot) -> Cause | None:
    """Return why what stands here, where a name and a ':' are wanted, is no name."""
    if stuck(_line(lines, at)[at[1] :]):
        return Cause(at, NO_SPACE)
    below = [at[0]]
    for above in range(at[0] - 1, max(at[0] - _FURTHEST, -1), -1):
        line = lines[above]
        if header := _HEADER.match(line):
            return _not_indented(lines, below, at[1], header[1])
        if line.strip():
            below.append(above)
        if line.strip() and _indent(line) < at[1]:
            return None
    return None


def no_value(lines: list[str], at: Spot) -> Cause | None:
    """Return why the ':' here, after a name that begins its line, cannot begin a value."""
    line = _line(lines, at)
    start = _begins(line)
    above = next((n for n in range(at[0] - 1, max(at[0] - _FURTHEST, -1), -1) if lines[n].strip()), None)
    if above is None or not re.fullmatch(r"[\w.-]+", line[start : at[1]]):
        return None
    column = _begins(lines[above])
    if stuck(lines[above][column:]):
        return Cause((above, column), NO_SPACE)
    said = "this field does not fit the lines above: check the indentation"
    return Cause((at[0], start), f"{said}, or put text that holds ': ' in quotes")


def _not_indented(lines: list[str], below: list[int], column: int, sign: str) -> Cause | None:
    """Return which line, if one, ends the text of a `|` too soon; `below` are its lines, the last first."""
    wrong, *_ = (number for number in reversed(below) if _indent(lines[number]) <= column)
    if wrong not in (below[0], below[-1]):
        return None  # a field in between: the text has ended well
    said = f"indent this line: text that belongs to '{sign}' stands deeper than the line with the '{sign}'"
    return Cause((wrong, _indent(lines[wrong])), said)


def _begins(line: str) -> int:
    begins = _FIELD.match(line)
    return begins.end() if begins else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _beyond(quoted: Quoted, line: str, follows: int) -> Cause:
    (first, _), (last, column) = quoted.opens, quoted.closed
    if first < last or _RUNS_ON.search(quoted.value):
        where = f"on line {last + 1}" if first < last else f"in column {column}"
        said = "the closing quote is missing: the quotes that open here close only"
        return Cause(quoted.opens, f"{said} {where}")
    if line[column - 1] == "'":
        return Cause((last, follows), 'the apostrophe before this closes the text; put all of it in " "')
    return Cause((last, follows), "the text goes on after its closing quote; put all of it in ' '")


def _line(lines: list[str], at: Spot) -> str:
    return lines[at[0]] if at[0] < len(lines) else ""
