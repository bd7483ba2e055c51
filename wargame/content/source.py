"""The text of a file before it is parsed: small enough, UTF-8, and free of characters that mislead.

PyYAML's two parsers differ on tabs, directives and odd line breaks; what is left here they read alike.
"""

import re
import stat
from itertools import islice
from pathlib import Path

from .problems import TOO_MANY, ContentError, Problem, at_most

LARGEST = 500_000
"""Bytes in a file, at most."""

_BYTE_ORDER_MARK = "\ufeff"
_SIGNS = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
_BEGINNINGS = r"\n *\t|\n%"
_REFUSED = re.compile(f"{_SIGNS}|{_BEGINNINGS}")
# Apart, since each by itself is found five times as quickly.
_EITHER = (re.compile(_SIGNS), re.compile(_BEGINNINGS))


class NotAFile(OSError):
    """What has the name of a file is none: a folder, a pipe, a device."""


def beginning(path: Path) -> bytes:
    """Return what a file holds, at most one byte more than may be read; raises OSError, ValueError.

    A pipe is not even opened: that would wait until somebody writes.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise NotAFile
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def checked_text(source: str | bytes, file: str) -> str:
    """Return the text of a file with `\\n` line ends and no tabs; raises ContentError."""
    text = _decoded(source, file)
    text = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    problems = _refused(text, file)
    if problems:
        raise ContentError(at_most(problems))
    return text.replace("\t", " ").removesuffix("\n") + "\n"


def _decoded(source: str | bytes, file: str) -> str:
    size = len(source) if isinstance(source, bytes) else len(source.encode("utf-8", "surrogatepass"))
    if size > LARGEST:
        sentence = f"the file is larger than {LARGEST // 1000} KB; split it into several"
        raise ContentError([Problem(file, 1, 1, sentence)])
    if isinstance(source, str):
        return source
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        sentence = "this is not UTF-8 text; save the file with the encoding UTF-8"
        raise ContentError([Problem(file, line, column, sentence)]) from None


def _refused(text: str, file: str) -> list[Problem]:
    problems: list[Problem] = []
    lines = f"\n{text}"
    if not any(refused.search(lines) for refused in _EITHER):
        return problems
    line, start = 0, 0
    for match in islice(_REFUSED.finditer(lines), TOO_MANY):
        last = match.end() - 1
        line += lines.count("\n", start, last)
        start = last
        problems.append(Problem(file, line, last - lines.rfind("\n", 0, last), _why(lines[last])))
    return problems


def _why(character: str) -> str:
    if character == "\t":
        return "a tab indents this line; indent with spaces"
    if character == "%":
        return "a line may not begin with '%'"
    return f"the character U+{ord(character):04X} cannot be read or shown; remove it"
