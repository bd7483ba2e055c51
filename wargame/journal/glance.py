"""What a save is, at a glance: its beginning and its end are read, and nothing between them.

So a folder of saves can be listed at once. What lies between is not checked: that is for whoever opens one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from msgspec import DecodeError, Raw, Struct, ValidationError
from msgspec.json import decode

from wargame.engine.records import FORMAT, RULES
from wargame.journal.chain import MAX_LINE
from wargame.journal.errors import JournalError, SaveDamaged, SaveEmpty, SaveOfOtherRules, SaveUnreadable
from wargame.journal.reading import opened

_PIECE = 64 * 2**10
# Within a text of a save every quotation mark is escaped, so what people typed never looks like an event.
_TURN = re.compile(rb'\{"kind":"turn-began","turn":([0-9]{1,4}),')
_ENDED = re.compile(rb'\{"kind":"ended","reason":"([^"\\]*)","war":(true|false),')
_FORK = re.compile(r"-fork-[0-9]+(-[0-9]+)?$")
_LAST = re.compile(rb'\],"digest":"[0-9a-f]{64}"\}\n')
_LAST_SIZE = len('],"digest":"') + 64 + len('"}\n')


@dataclass(frozen=True, slots=True)
class Glance:
    """What one save is; with a `fault` nothing else of it is known. `written` is in seconds since 1970.

    `people` are the short names of the seats that they hold. One `older` was begun under older rules. Of a
    game that is over, `ending` is the title, empty where the calendar ran out, and `war` whether there was
    war. One `scripted` was written by a facilitator's script, and not played.
    """

    path: Path
    written: float
    title: str = ""
    length: str = ""
    people: tuple[str, ...] = ()
    turn: int = 0
    turns: int = 0
    ended: bool = False
    older: bool = False
    fault: str = ""
    ending: str = ""
    war: bool = False
    scripted: bool = False

    @property
    def forked(self) -> bool:
        """Whether its name is that of a fork; nothing in a save says so."""
        return bool(_FORK.search(self.path.stem))

    @property
    def goes_on(self) -> bool:
        """Whether the game can be played on."""
        return not (self.ended or self.older or self.fault)


def glances(found: Iterable[tuple[Path, float]]) -> list[Glance]:
    """Return what saves are, each given with the time at which it was last written, in the order given."""
    return [_glance(path, written) for path, written in found]


def _glance(path: Path, written: float) -> Glance:
    try:
        with opened(path) as file:
            begin = _begin(path, file)
            turn, ended, reason, war = _end(path, file)
        if begin.format != FORMAT or begin.rules > RULES:
            raise SaveOfOtherRules(path)
        rules = _content(bytes(begin.content)).rules
        people = tuple(actor.short for actor in rules.actors if begin.seats.get(actor.id) == _Holder("human"))
        return Glance(
            path,
            written,
            rules.title,
            begin.length,
            people,
            max(1, turn),
            len(rules.lengths[begin.length].turns),
            ended,
            begin.rules < RULES,
            ending=next((one.title for one in rules.terminal if one.id == reason), ""),
            war=war,
            scripted=bool(people) and begin.facilitator and not begin.started,
        )
    except JournalError as no:
        return Glance(path, written, fault=str(no))
    except (ValidationError, DecodeError, LookupError, UnicodeDecodeError):
        return Glance(path, written, fault=str(SaveDamaged(path, 0, "does not begin a game")))


class _Holder(Struct, frozen=True):
    kind: str


class _Begin(Struct, frozen=True):
    format: int
    rules: int
    content: Raw
    seats: dict[str, _Holder]
    length: str
    facilitator: bool = False
    started: str = ""


class _First(Struct, frozen=True):
    command: _Begin


class _Actor(Struct, frozen=True):
    id: str
    short: str


class _Terminal(Struct, frozen=True):
    id: str
    title: str


class _Length(Struct, frozen=True):
    turns: tuple[int, ...]


class _Rules(Struct, frozen=True):
    title: str
    actors: tuple[_Actor, ...]
    lengths: dict[str, _Length]
    terminal: tuple[_Terminal, ...] = ()


class _Content(Struct, frozen=True):
    rules: _Rules


@lru_cache(maxsize=8)
def _content(text: bytes) -> _Content:
    """Return what is shown of a content, which all games of a course share."""
    return decode(decode(text, type=str), type=_Content)


def _begin(path: Path, file: BinaryIO) -> _Begin:
    line = file.readline(MAX_LINE + 1)
    if not line:
        raise SaveEmpty(path)
    if not line.endswith(b"\n"):
        raise SaveDamaged(path, 0, "is not whole")
    return decode(line, type=_First).command


def _end(path: Path, file: BinaryIO) -> tuple[int, bool, str, bool]:
    """Return the turn that a game has come to, whether it is over, by what, and whether there was war.

    A torn last line does not count.
    """
    at, read = file.seek(0, 2), b""
    while True:
        start = max(0, at - max(_PIECE, len(read)))
        file.seek(start)
        read, at = file.read(at - start) + read, start
        whole = read[: read.rfind(b"\n") + 1]
        turns = list(_TURN.finditer(whole))
        if turns or at == 0:
            break
    if whole and not _LAST.search(whole, max(0, len(whole) - _LAST_SIZE)):
        raise SaveUnreadable(path, "its last line is not written as a record is")
    if not turns:
        return 0, False, "", False
    ended = _ENDED.search(whole, turns[-1].end())
    reason, war = (ended[1].decode(), ended[2] == b"true") if ended else ("", False)
    return int(turns[-1][1]), ended is not None, reason, war
