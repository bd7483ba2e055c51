"""Setting a game up: who sits where, the seed, and the command that begins it."""

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from wargame.content.base import FACILITATOR, TABLE, SeatId
from wargame.engine.book import Book
from wargame.engine.chance import roll
from wargame.engine.commands import Begin, Holder, Style
from wargame.engine.records import FORMAT, RULES

TEMPERATURE = 8
DIGITS = re.compile(r"[0-9a-f]{64}")
STYLES: tuple[Style, ...] = ("careful", "bold", "opportunist")


@dataclass(frozen=True, slots=True)
class Seed:
    """The seed of all chance and the salt of its promise; `given` when a person named it."""

    seed: bytes
    salt: bytes
    given: bool


def seed_from(given: int | str | None) -> Seed:
    """Return the seed that a number stands for, the one that 64 hexadecimal digits are, or a fresh one.

    A number may come as text. Raises ValueError for text that is neither.
    """
    if given is None:
        return Seed(secrets.token_bytes(32), secrets.token_bytes(16), given=False)
    text = str(given).strip().casefold()
    if DIGITS.fullmatch(text):
        return Seed(bytes.fromhex(text), _salt(text), given=True)
    if not re.fullmatch(r"[+-]?[0-9]{1,60}", text):
        raise ValueError("a seed is a whole number, or the 64 digits that the end of a game shows")
    text = str(int(text))
    return Seed(hashlib.sha256(b"seed/" + text.encode()).digest(), _salt(text), given=True)


def _salt(text: str) -> bytes:
    return hashlib.sha256(b"salt/" + text.encode()).digest()[:16]


def holders(
    book: Book,
    seed: Seed,
    humans: Iterable[SeatId],
    bots: Iterable[SeatId] | None,
    temperature: int = TEMPERATURE,
) -> dict[SeatId, Holder]:
    """Return who sits where: humans as named; bots as listed, or on every other seat when None; else nobody.

    A bot's style is drawn from the seed.
    """
    human = set(humans)
    bot = set(book.seats) - human if bots is None else set(bots) - human
    seats = {}
    for seat in book.seats:
        if seat in human:
            seats[seat] = Holder(kind="human")
        elif seat in bot:
            style = STYLES[roll(seed.seed, 0, 0, f"style/{seat}", len(STYLES))]
            seats[seat] = Holder(kind="bot", style=style, temperature=temperature)
        else:
            seats[seat] = Holder(kind="empty")
    return seats


def begin(
    book: Book,
    seed: Seed,
    seats: dict[SeatId, Holder],
    *,
    clock: bool = False,
    facilitator: bool = False,
    started: str = "",
) -> Begin:
    """Return the command that begins a game; `started` is the date and time, empty for virtual time."""
    return Begin(
        by=FACILITATOR if facilitator else TABLE,
        at=0,
        format=FORMAT,
        rules=RULES,
        content=book.content,
        digest=book.digest,
        seed=seed.seed.hex(),
        salt=seed.salt.hex(),
        seed_given=seed.given,
        seats=seats,
        facilitator=facilitator,
        length=book.length_name,
        clock=clock,
        started=started,
    )
