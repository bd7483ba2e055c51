"""The digest chain: how a record becomes a line of the save, and how a line proves itself.

A line is `{"n":0,"prev":"<hex>",<fields>,"digest":"<hex>"}` and a line feed. The digest is SHA-256 over
exactly the bytes before the last `,"digest":"`; they hold the digest of the line before, so each line vouches
for all earlier ones. The chain is not keyed: it shows damage and edits, not a whole game forged anew.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from wargame.engine.records import Record
from wargame.journal.records import as_written

ZERO = "0" * 64
MAX_LINE = 4 * 2**20
MAX_DEPTH = 64

_TAIL = len(',"digest":"') + 64 + len('"}\n')
_HEAD = re.compile(rb'\{"n":(0|[1-9][0-9]{0,11}),"prev":"([0-9a-f]{64})",')
_END = re.compile(rb',"digest":"([0-9a-f]{64})"\}\n')
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


class Checked(NamedTuple):
    """A line whose place, digest and JSON hold.

    `written` is its record if the line is byte for byte what this program writes of one, else None.
    """

    n: int
    prev: str
    digest: str
    line: bytes
    written: Record | None

    @property
    def record(self) -> dict[str, object]:
        """The line parsed, the chain's own keys included."""
        return _parse(self.line)


@dataclass(frozen=True, slots=True)
class Damage:
    """A line that may not be trusted: `what` goes on after "record n, which"."""

    n: int
    what: str


class _Refused(ValueError):
    """JSON that is well formed and yet not accepted; its text is the clause for `Damage.what`."""


def seal(n: int, prev: str, fields: bytes) -> tuple[bytes, str]:
    """The whole line of record `n` and its digest; `fields` is the record's JSON object without its braces.

    `fields` must be UTF-8 without a line feed, as compact JSON writers give it.
    """
    return sealed(b"", f'{{"n":{n},"prev":"{prev}",'.encode() + fields)


def sealed(shared: bytes, own: bytes) -> tuple[bytes, str]:
    """The whole line that begins with `shared` and `own`, and its digest."""
    digest = digest_of(shared, own)
    return b'%b%b,"digest":"%b"}\n' % (shared, own, digest.encode()), digest


def digest_of(shared: bytes, own: bytes) -> str:
    """The digest of a line that begins with `shared` and `own`; `shared` is hashed once for many games."""
    begun = _begun(shared).copy()
    begun.update(own)
    return begun.hexdigest()


@lru_cache(maxsize=4)
def _begun(shared: bytes) -> hashlib._Hash:
    return sha256(shared)


def check_line(line: bytes, n: int, prev: str) -> Checked | Damage:
    """Check one line, line feed included, that should be record `n` after the record with digest `prev`."""
    head, end = _HEAD.match(line), _END.fullmatch(line, max(0, len(line) - _TAIL))
    if len(line) > MAX_LINE:
        return Damage(n, f"is longer than {MAX_LINE // 2**20} MB")
    if head is None or end is None or head.end() > end.start():
        return Damage(n, "is not written as a record is")
    digest = end[1].decode()
    if sha256(line[:-_TAIL]).hexdigest() != digest:
        return Damage(n, "does not match its own digest")
    if (own := int(head[1])) != n:
        return Damage(n, f"calls itself record {own}, so records are missing, repeated or out of order")
    if head[2].decode() != prev:
        return Damage(n, "does not follow from the record before it" if n else "says that one came before it")
    try:
        # What was written from a record breaks none of the rules that other JSON is held to.
        if (written := as_written(line)) is None:
            _parse(line)
        return Checked(n, prev, digest, line, written)
    except _Refused as refused:
        return Damage(n, str(refused))
    except ValueError:
        return Damage(n, "is not JSON in UTF-8")


def _parse(line: bytes) -> dict[str, object]:
    """The JSON object of a line, under stricter rules than `json` keeps by itself."""
    if _too_deep(line):
        raise _Refused(f"nests more than {MAX_DEPTH} levels deep")
    parsed = json.loads(
        line.decode("utf-8"),
        object_pairs_hook=_no_key_twice,
        parse_constant=_no_constant,
        parse_float=_finite,
    )
    assert isinstance(parsed, dict)
    # Half a surrogate pair can be read but never written again.
    if _SURROGATE.search(line):
        json.dumps(parsed, ensure_ascii=False).encode("utf-8")
    return parsed


def _too_deep(line: bytes) -> bool:
    """Whether brackets outside texts nest beyond the bound, found before the parser recurses into them."""
    if line.count(b"{") + line.count(b"[") <= MAX_DEPTH:
        return False
    without_escapes = line.replace(rb"\\", b"").replace(rb"\"", b"")
    outside_texts = b"".join(without_escapes.split(b'"')[::2])
    depth = 0
    for bracket in outside_texts.translate(None, _NOT_BRACKETS):
        depth += 1 if bracket in b"[{" else -1
        if depth > MAX_DEPTH:
            return True
    return False


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Refused("has the same key twice in one object")
    return found


def _no_constant(_name: str) -> object:
    raise _Refused("holds a number that is not finite")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Refused("holds a number that is not finite")
    return number
