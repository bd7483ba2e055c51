"""Saves changed at random: by a disk, by a hand, or by a forger who seals what he changed into a whole chain.

Each mutation returns the bytes and the first record that is not what was written, None where all that is left
of the save is whole records of it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

from tests.journal.forging import records_of
from wargame.journal.chain import ZERO, seal

DIGITS = "0123456789abcdef"


class Mutated(NamedTuple):
    """A changed save: its first record at fault, and the field that a forger changed."""

    content: bytes
    record: int | None
    forged: tuple[str | int, ...] | None = None


def bits(save: bytes, chance: Random) -> Mutated:
    """Flip one to eight bits, near each other or far."""
    changed = bytearray(save)
    places = [chance.randrange(len(save)) for _ in range(chance.randint(1, 3))]
    for place in places:
        changed[place] ^= 1 << chance.randrange(8)
    return _of_bytes(save, bytes(changed))


def lines(save: bytes, chance: Random) -> Mutated:
    """Drop a line, repeat it, put rubbish before it, or close it otherwise."""
    own = save.splitlines(keepends=True)
    at = chance.randrange(len(own))
    line = own[at]
    anew = chance.choice(
        [
            [],
            [line, line],
            [chance.randbytes(chance.randint(0, 80)).replace(b"\n", b"") + b"\n", line],
            [line[:-1] + b"\r\n"],
            [b"\n", line],
            [line[:-2] + b" }\n"],
        ]
    )
    return _of_bytes(save, b"".join([*own[:at], *anew, *own[at + 1 :]]))


def order(save: bytes, chance: Random) -> Mutated:
    """Change two lines for each other, or turn a stretch of them round."""
    own = save.splitlines(keepends=True)
    one, other = sorted(chance.sample(range(len(own)), 2))
    if chance.random() < 0.5:
        own[one], own[other] = own[other], own[one]
    else:
        own[one : other + 1] = reversed(own[one : other + 1])
    return _of_bytes(save, b"".join(own))


def cut(save: bytes, chance: Random) -> Mutated:
    """Cut the end off, at any byte."""
    return _of_bytes(save, save[: chance.randrange(len(save))])


def amounts(save: bytes, chance: Random) -> Mutated:
    """Change a number anywhere, and seal the save anew."""
    return _forged(save, chance, lambda old: old + chance.choice((-100, -1, 1, 7)), int)


def seeds(save: bytes, chance: Random) -> Mutated:
    """Change a digit of the seed, of the salt or of the promise, and seal the save anew."""
    records = records_of(save)
    command, began = records[0]["command"], records[0]["events"][0]
    owner, key = chance.choice(((command, "seed"), (command, "salt"), (began, "commitment")))
    at = chance.randrange(len(owner[key]))
    digit = chance.choice([digit for digit in DIGITS if digit != owner[key][at]])
    owner[key] = owner[key][:at] + digit + owner[key][at + 1 :]
    return Mutated(_sealed(records), 0, (key,))


def types(save: bytes, chance: Random) -> Mutated:
    """Put a value of another type in place of any, and seal the save anew."""

    def other(old: object) -> object:
        kinds: list[object] = [None, True, 3, -1.5, 10**30, "x", "", [], {}, [[]], {"kind": "x"}, str(old)]
        return chance.choice([kind for kind in kinds if type(kind) is not type(old)])

    return _forged(save, chance, other, object)


def events(save: bytes, chance: Random) -> Mutated:
    """Change the order of events or changes within records, drop one, or give a record those of another."""
    records = records_of(save)
    at = chance.randrange(1, len(records))
    before = deepcopy(records[at])
    own = records[at]["events"]
    match chance.randrange(3):
        case 0:
            chance.shuffle(own)
        case 1 if own:
            del own[chance.randrange(len(own))]
        case _:
            records[at]["events"] = deepcopy(records[chance.randrange(1, len(records))]["events"])
    if records[at] == before:
        return events(save, chance)
    return Mutated(_sealed(records), at, ("events",))


MUTATIONS: Mapping[str, Callable[[bytes, Random], Mutated]] = {
    kind.__name__: kind for kind in (bits, lines, order, cut, amounts, seeds, types, events)
}


def _of_bytes(save: bytes, changed: bytes) -> Mutated:
    """Return changed bytes with the first record that is not the one that was written."""
    own = save.splitlines(keepends=True)
    for at, line in enumerate(changed.split(b"\n")[:-1]):
        if at >= len(own) or line + b"\n" != own[at]:
            return Mutated(changed, at)
    return Mutated(changed, None)


def _forged(save: bytes, chance: Random, change: Callable[[Any], object], kind: type) -> Mutated:
    """Change one value of a kind anywhere in the records but in the content, and seal the save anew."""
    records = records_of(save)
    at = chance.randrange(len(records))
    found = [
        (path, value)
        for path, value in _values(records[at])
        if isinstance(value, kind) and not isinstance(value, bool) and path[-1:] != ("content",)
    ]
    if not found:
        return _forged(save, chance, change, kind)
    path, value = chance.choice(found)
    owner = records[at]
    for part in path[:-1]:
        owner = owner[part]
    owner[path[-1]] = change(value)
    return Mutated(_sealed(records), at, path)


def _values(owner: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield every value within a value, with the way to it."""
    inside = owner.items() if isinstance(owner, dict) else enumerate(owner) if isinstance(owner, list) else ()
    for key, value in inside:
        yield (*path, key), value
        yield from _values(value, (*path, key))


def _sealed(records: list[Any]) -> bytes:
    sealed, prev = [], ZERO
    for n, record in enumerate(records):
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        line, prev = seal(n, prev, text[1:-1].encode("utf-8", "surrogatepass"))
        sealed.append(line)
    return b"".join(sealed)
