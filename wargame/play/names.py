"""What a scenario calls its seats, numbers, rungs and sources; all of it is public."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wargame.content.base import ActorId, SeatId
from wargame.engine.book import Book


@dataclass(frozen=True, slots=True)
class Names:
    """Names of actors, with a seat or without; short and full ones by seat; labels by number; rungs.

    A rung stands with the tension that it begins at.
    `sources` says what the letters mean that cards cite.
    """

    actors: Mapping[ActorId, str]
    short: Mapping[SeatId, str]
    full: Mapping[SeatId, str]
    numbers: Mapping[str, str]
    rungs: tuple[tuple[str, int], ...]
    sources: tuple[str, ...]

    @classmethod
    def of(cls, book: Book) -> "Names":
        """Return the names of a scenario."""
        actors = {seat: book.scenario.actor(seat) for seat in book.seats}
        return cls(
            actors={actor.id: actor.short for actor in book.rules.actors},
            short={seat: actor.short for seat, actor in actors.items()},
            full={seat: actor.name for seat, actor in actors.items()},
            numbers={number: book.label(number) for number in book.numbers},
            rungs=tuple((rung.name, rung.at) for rung in book.rules.rungs),
            sources=tuple(book.rules.sources),
        )

    def title(self, seat: SeatId) -> str:
        """Return a seat's full name with its short one: `Republic of the South (South)`."""
        full, short = self.full[seat], self.short[seat]
        return full if full == short else f"{full} ({short})"

    def ordered(self, first: Sequence[SeatId]) -> tuple[SeatId, ...]:
        """Return every seat, some of them before the others."""
        return (*first, *(seat for seat in self.short if seat not in first))

    def seat(self, typed: str) -> SeatId | None:
        """Return the seat that was typed, by its id or short name, however it is written."""
        folded = typed.strip().casefold()
        return next((s for s, name in self.short.items() if folded in (s, name.casefold())), None)
