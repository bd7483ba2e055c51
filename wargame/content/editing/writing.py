"""How a value may be written in place of another: the ways in order, the one most like the old first.

None of them is trusted: whoever takes one reads the whole text again, and goes on to the next if the value
that comes out is not the one that was meant.
"""

import re
from collections.abc import Iterator, Sequence

from wargame.content.editing.spans import BLOCKS, HEADER, Span, block_indent, header
from wargame.content.values import Value

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_TO_ESCAPE = re.compile(
    r'[\\"\x00-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[^\x00-\uffff]'
)
_NARROWEST = 80


def ways(lines: Sequence[str], span: Span, value: Value) -> Iterator[list[str]]:
    """Yield the lines that could stand in place of those of a scalar."""
    (first, begin), (last, end) = span.start, span.end
    before, after = lines[first][:begin], lines[last][end:]
    if before.endswith(":"):
        before += " "
    own = [lines[first][begin:], *lines[first + 1 : last], lines[last][:end]]
    if first == last:
        own = [lines[first][begin:end]]
    if isinstance(value, str):
        for told in _texts(lines, span, own, value):
            yield [*told[:-1], told[-1] + after] if len(told) > 1 else [before + told[0] + after]
        return
    if span.style not in BLOCKS:
        yield [before + plain(value, own[0]) + after]
    else:
        yield [before + plain(value)]


def plain(value: Value, old: str = "") -> str:
    """Return a number, true or false, or nothing as it is typed; with a sign where the old one had one."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"{value:+d}" if old[:1] in ("+", "-") and value else str(value)
    return "null" if value is None else str(value)


def quoted(text: str) -> str:
    """Return a text in double quotes on one line, whatever it holds."""
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    sign, number = found[0], ord(found[0])
    if sign in _ESCAPED:
        return _ESCAPED[sign]
    if number > 0xFFFF:
        return sign if sign.isprintable() else f"\\U{number:08x}"
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def _texts(lines: Sequence[str], span: Span, own: list[str], value: str) -> Iterator[list[str]]:
    """Yield the ways to write a text; of one line, it begins where the old one did."""
    before = lines[span.start[0]][: span.start[1]]
    before += " " if before.endswith(":") else ""
    if span.style in BLOCKS:
        yield from _blocks(lines, span, before, value)
    elif len(own) > 1:
        yield from _over_lines(span, own, before, value)
    elif "\n" in value:
        indent = max(span.column, 0) + 2
        yield [before + _sign("|", value), *_indented(value, indent)]
    if span.style == "":
        yield [value] if value and "\n" not in value else [quoted(value)]
    if span.style == "'" and "\n" not in value:
        yield ["'" + value.replace("'", "''") + "'"]
    yield [quoted(value)]


def _blocks(lines: Sequence[str], span: Span, before: str, value: str) -> Iterator[list[str]]:
    at, begin = span.start
    sign, _, written = header(lines[at][begin:])
    rest = HEADER.sub("", lines[at][begin:], count=1)
    indent = block_indent(lines, span.start, span.column)
    digit = str(written) if written else ""
    old = [line[indent:] for line in lines[at + 1 : span.end[0] + 1]]
    if sign == ">":
        ending = len(value) - len(value.rstrip("\n"))
        folded = _folded(old, value[: len(value) - ending], max(_NARROWEST, *map(len, old), 0) if old else 80)
        if folded is not None and ending < 2:
            top = before + _sign(">", value, digit) + rest
            yield [top, *(" " * indent + line if line else "" for line in folded)]
    yield [before + _sign("|", value, digit) + rest, *_indented(value, indent)]
    if not written:
        # Text that begins with spaces needs its indentation written.
        yield [
            before + _sign("|", value, str(indent - max(span.column, 0))) + rest,
            *_indented(value, indent),
        ]


def _sign(sign: str, value: str, digit: str = "") -> str:
    ending = len(value) - len(value.rstrip("\n"))
    return sign + digit + ("-" if not ending else "" if ending == 1 and value.strip("\n") else "+")


def _indented(value: str, indent: int) -> list[str]:
    told = value.removesuffix("\n").split("\n")
    return [" " * indent + line if line else "" for line in told]


def _over_lines(span: Span, own: list[str], before: str, value: str) -> Iterator[list[str]]:
    """Yield a text of several lines that is plain or in quotes, folded as the old one was."""
    mark = span.style
    told = value.replace("'", "''") if mark == "'" else quoted(value)[1:-1] if mark else value
    inside = [own[0].removeprefix(mark), *own[1:-1], own[-1].removesuffix(mark)]
    width = max(_NARROWEST, *map(len, own))
    folded = _folded(inside, told, width)
    if folded is None or "" in folded or "\n" in value:
        return
    indent = next((len(line) - len(line.lstrip(" ")) for line in own[1:] if line.strip()), 0)
    made = [mark + folded[0], *(" " * indent + line for line in folded[1:])]
    made[-1] += mark
    if len(made) > 1:
        yield [before + made[0], *made[1:]]
    else:
        yield made


def _folded(old: Sequence[str], value: str, width: int) -> list[str] | None:
    """Return a paragraph in lines, those of the old kept that hold the same words; None if it is none."""
    words = value.split(" ")
    if "\n" in value or "" in words:
        return None
    rows = [line.split() for line in old]
    if not all(rows):
        rows = []
    head = 0
    start = 0
    while head < len(rows) and rows[head] == words[start : start + len(rows[head])]:
        start += len(rows[head])
        head += 1
    tail, stop = 0, len(words)
    while head + tail < len(rows) and stop - len(rows[-1 - tail]) >= start:
        row = rows[-1 - tail]
        if row != words[stop - len(row) : stop]:
            break
        stop -= len(row)
        tail += 1
    if start < stop and head and head + tail == len(rows):
        head -= 1
        start -= len(rows[head])
    kept = rows[len(rows) - tail :] if tail else []
    return [" ".join(row) for row in (*rows[:head], *_wrapped(words[start:stop], width), *kept)]


def _wrapped(words: Sequence[str], width: int) -> list[list[str]]:
    found: list[list[str]] = []
    taken = width + 1
    for word in words:
        if taken + 1 + len(word) > width:
            found.append([])
            taken = -1
        found[-1].append(word)
        taken += 1 + len(word)
    return found
