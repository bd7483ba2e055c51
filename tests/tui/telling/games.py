"""Games of the rich scenario with every choice drawn, and what a seat sees at each moment of them."""

import random
from collections.abc import Iterator
from functools import cache

from tests.engine.playing import Game
from tests.engine.rich import rich
from tests.engine.scenarios import SEATS, book
from wargame.content.base import OBSERVER
from wargame.engine.sight_parts import Sight
from wargame.tui.ink import Piece

BOOK = book(rich(), "all")
RUNGS = tuple((rung.name, rung.at) for rung in BOOK.rules.rungs)
VIEWERS = (*SEATS, OBSERVER)


def moments(seed: int) -> Iterator[Game]:
    """Yield a game after each of its records; a facilitator leads it, and rules on a number now and then."""
    game, chance = Game(BOOK, seed), random.Random(seed)
    while game.state.phase != "ended":
        match game.state.phase:
            case "brief":
                game.tell("deal")
            case "decide":
                _decide(game, chance)
                game.tell("open")
            case _:
                if chance.random() < 0.2:
                    number = chance.choice(BOOK.numbers)
                    game.tell("rule-number", number=number, value=chance.randint(0, 100), reason="Drawn.")
                game.tell("proceed")
        yield game


def _decide(game: Game, chance: random.Random) -> None:
    for seat in game.here.waiting():
        ask = game.sight(seat).ask
        assert ask is not None
        game.commit(seat, chance.choice([option.id for option in ask.options if option.shut is None]))


@cache
def sights(seed: int) -> tuple[Sight, ...]:
    """Return what everybody sees after each record of a game."""
    return tuple(game.sight(viewer) for game in moments(seed) for viewer in VIEWERS)


def said(pieces: list[Piece]) -> str:
    """Return pieces as text, each on a line of its own."""
    return "\n".join("".join(run.text for run in (*piece.mark, *piece.runs)) for piece in pieces).replace(
        "\N{NO-BREAK SPACE}", " "
    )
