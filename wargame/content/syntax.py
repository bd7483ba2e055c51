"""The boundary to PyYAML: its event stream, never its loaders, and its complaints in plain words.

Loaders resolve words to other types, follow aliases and recurse; events do none of it. libyaml's parser is
used where PyYAML was built with it, else PyYAML's own; both read the same files to the same values.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeAlias

import yaml
from yaml.scanner import ScannerError
from yaml.tokens import ScalarToken

from .causes import Cause, Quoted, astray, bare_comparison, no_name, no_value
from .problems import ContentError, Problem


class Mark(Protocol):
    """A place in a text, counted from 0: what either parser has for it."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class _OwnParser(yaml.SafeLoader):
    """PyYAML's parser with libyaml's rules where the two differ.

    Plain text inside [ ] or { } may hold `?`, but not `:,`; a comment may follow `|` or `>` at once.
    """

    def scan_plain(self) -> ScalarToken:
        with self._seeing("?", "x"):
            token = super().scan_plain()
        stopped_at_colon = self.peek() == ":" and self.peek(1) in ",?[]{}"
        if self.flow_level and (stopped_at_colon or ":?" in token.value):
            raise ScannerError(None, None, "found unexpected ':'", self.get_mark())
        return token

    def scan_block_scalar_indicators(self, start_mark: Mark) -> tuple[bool | None, int | None]:
        with self._seeing("#", " "):
            found: tuple[bool | None, int | None] = super().scan_block_scalar_indicators(start_mark)
        return found

    @contextmanager
    def _seeing(self, sign: str, instead: str) -> Iterator[None]:
        # An attribute for the while, since an overridden `peek` would slow all of the scanner.
        peek = self.peek
        vars(self)["peek"] = lambda index=0: instead if peek(index) == sign else peek(index)
        try:
            yield
        finally:
            del vars(self)["peek"]


Following: TypeAlias = Callable[[], yaml.Event | None]

_QUOTES = ("'", '"')
_LibraryParser: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", _OwnParser)


def parser(text: str, *, own: bool = False) -> Following:
    """Return what gives the next event of a text, and None after the last; `own` does without libyaml."""
    following: Following = (_OwnParser if own else _LibraryParser)(text).get_event
    return following


def events(text: str, file: str, *, own_parser: bool = False) -> Iterator[yaml.Event]:
    """Yield the events of checked text; `own_parser` does without libyaml. Raises ContentError."""
    following = parser(text, own=own_parser)
    last: yaml.Event | None = None
    in_quotes: yaml.ScalarEvent | None = None
    try:
        while event := following():
            last = event
            if isinstance(event, yaml.ScalarEvent) and event.style in _QUOTES:
                in_quotes = event
            yield event
    except yaml.MarkedYAMLError as error:
        (line, column), sentence = _explained(error, text, in_quotes)
        raise ContentError([Problem(file, line + 1, column + 1, sentence)]) from None
    except Exception:  # noqa: BLE001 - PyYAML leaks ValueError, RecursionError and others
        line, column = place_of(last.start_mark if last else None)
        problem = Problem(file, line, column, "this cannot be read as YAML from here on")
        raise ContentError([problem]) from None


def place_of(mark: Mark | None) -> tuple[int, int]:
    """Return the line and column, from 1, of a mark."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


_BADLY_INDENTED = "the indentation does not fit the lines above"
_UNEXPECTED_COLON = "a ':' is not expected here; put text that holds ': ' in quotes"
_NO_FIRST_CHARACTER = "text may not begin with this character; put the text in quotes"
_NO_NAME = "a ':' is missing after this name"
_OPEN = {"[": "a ',' or ']' is missing", "{": "a ',' or '}' is missing"}
# What either parser says, in the order in which it is looked for: a part of it, our sentence,
# and whether the place is where the construct began rather than where the parser gave up.
_SENTENCES = (
    ("mapping values are not allowed", _UNEXPECTED_COLON, False),
    ("found unexpected ':'", _UNEXPECTED_COLON, False),
    ("could not find expected ':'", _NO_NAME, True),
    ("cannot start any token", _NO_FIRST_CHARACTER, False),
    ("scanning a block scalar", _NO_FIRST_CHARACTER, True),
    ("scanning an alias", _NO_FIRST_CHARACTER, True),
    ("scanning an anchor", _NO_FIRST_CHARACTER, True),
    ("scanning a tag", _NO_FIRST_CHARACTER, True),
    ("parsing a tag", _NO_FIRST_CHARACTER, True),
    ("found unexpected end of stream", "the quotes that open here are never closed", True),
    ("found unexpected document", "the quotes that open here are never closed", True),
    ("unknown escape character", "this is no escape of YAML; within \" \" write '\\\\' for '\\'", False),
    ("invalid Unicode character escape", "this escape stands for no character", False),
    ("expected ',' or ']'", _OPEN["["], False),
    ("expected ',' or '}'", _OPEN["{"], False),
    ("expected the node content", "a value is missing here", False),
    ("expected node content", "a value is missing here", False),
    ("expected <block end>", _BADLY_INDENTED, False),
    ("expected <document start>", _BADLY_INDENTED, False),
    ("expected '<document start>'", _BADLY_INDENTED, False),
    ("expected key", _BADLY_INDENTED, False),
    ("expected '-' indicator", _BADLY_INDENTED, False),
    ("not allowed in this context", _BADLY_INDENTED, False),
    ("not allowed here", _BADLY_INDENTED, False),
)
# Sentences of which the text may tell a likelier cause.
_CAUSES = {
    _UNEXPECTED_COLON: no_value,
    _NO_FIRST_CHARACTER: bare_comparison,
    _NO_NAME: no_name,
}


def _explained(error: yaml.MarkedYAMLError, text: str, in_quotes: yaml.ScalarEvent | None) -> Cause:
    said = f"{error.context or ''}: {error.problem or ''}"
    known = ((sentence, at_start) for part, sentence, at_start in _SENTENCES if part in said)
    sentence, at_start = next(known, (f"this is not YAML: {error.problem or ''}", False))
    mark = (error.context_mark if at_start else None) or error.problem_mark or error.context_mark
    at = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    look = _CAUSES.get(sentence)
    likelier = astray(lines, at, _quoted(in_quotes)) or _left_open(error, sentence, lines)
    return likelier or (look(lines, at) if look else None) or Cause(at, sentence)


def _left_open(error: yaml.MarkedYAMLError, sentence: str, lines: list[str]) -> Cause | None:
    """Return where a bracket opens of which it is seen only in a later line that it is not closed."""
    opens, seen = error.context_mark, error.problem_mark
    sign = next((sign for sign, said in _OPEN.items() if said == sentence), None)
    if sign is None or opens is None or seen is None:
        return None
    # Of a file that ends, the parsers differ on where.
    ends = not "\n".join(lines[seen.line :])[seen.column :].strip()
    if seen.line <= opens.line and not ends:
        return None
    until = "is never closed" if ends else f"is not closed before line {seen.line + 1}"
    said = f"the '{sign}' that opens here {until}: {sentence}"
    return Cause((opens.line, opens.column), said)


def _quoted(event: yaml.ScalarEvent | None) -> Quoted | None:
    opens, closed = (event.start_mark, event.end_mark) if event else (None, None)
    if event is None or opens is None or closed is None:
        return None
    return Quoted((opens.line, opens.column), (closed.line, closed.column), event.value)
