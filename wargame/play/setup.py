"""Setting a game up: who sits where, the seed, and the command that begins it."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from wargame.content.base import FACILITATOR, TABLE, SeatId
from wargame.engine.book import Book
from wargame.engine.chance import roll
from wargame.engine.commands import Begin, Holder, Style
from wargame.engine.records import FORMAT, RULES

TEMPERATURE = 8
STYLES: tuple[Style, ...] = ("careful", "bold", "opportunist")


@dataclass(frozen=True, slots=True)
class Seed:
    """The seed of all chance and the salt of its promise; `given` when a person named it."""

    seed: bytes
    salt: bytes
    given: bool


def seed_from(number: int | None) -> Seed:
    """Return the seed that a number stands for, or a fresh secret one."""
    if number is None:
        return Seed(secrets.token_bytes(32), secrets.token_bytes(16), given=False)
    text = str(number).encode()
    return Seed(hashlib.sha256(b"seed/" + text).digest(), hashlib.sha256(b"salt/" + text).digest()[:16], True)


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
