"""`wargame deck show`: a card as the seats see it."""

from typing import Any

import click

from wargame.cli.deck.staging import stage_options
from wargame.cli.strict import StrictCommand


@click.command("show", cls=StrictCommand)
@click.argument("card")
@click.option("--seat", metavar="SEAT", help="Show only what this seat reads.")
@stage_options
def command(card: str, seat: str | None, **chosen: Any) -> int:
    """Show a card as each seat that it asks reads it, and what the others see.

    CARD is its id, in a shipped scenario or in --deck FILE. It is shown as the game begins; --set, --flag,
    --turn and --intent choose another state. What an open option needs is told beside it, which a game
    leaves out.
    """
    from wargame.cli.deck.staging import staged
    from wargame.cli.leaving import complain_of
    from wargame.content.base import CardId, SeatId
    from wargame.content.problems import ContentError, suggestion
    from wargame.lab.stage import met, milder, revealed, sights
    from wargame.plain import shown
    from wargame.plain.voice import Voice
    from wargame.play.names import Names

    try:
        book, state = staged(card, **chosen)
    except ContentError as error:
        return complain_of(error)
    if seat is not None and seat not in book.seats:
        near = suggestion(seat, book.seats) or f"; the seats are {', '.join(book.seats)}"
        raise click.UsageError(f"there is no seat '{seat}'{near}")
    told, content = sights(book, state), book.cards[CardId(card)].card
    names, voice = Names.of(book), Voice.of_terminal()
    voice.never_stop()
    shown.everybody(voice, next(iter(told.values())), names, content.asks)
    for name in content.asks if seat is None else [SeatId(seat)]:
        shown.seat(voice, told[name], names, met(book, state, name))
    shown.afterwards(voice, revealed(book, state), names, milder(content))
    voice.flush()
    return 0
