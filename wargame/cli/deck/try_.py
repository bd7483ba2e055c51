"""`wargame deck try`: one exchange with a card, for every combination of choices."""

from typing import Any

import click

from wargame.cli.deck.staging import stage_options
from wargame.cli.strict import StrictCommand, pairs


@click.command("try", cls=StrictCommand)
@click.argument("card")
@click.option(
    "--seat", "seats", multiple=True, metavar="SEAT", help="Vary this seat; the others take their defaults."
)
@click.option("--choose", "choices", multiple=True, metavar="SEAT=OPTION", help="Let a seat choose this.")
@stage_options
def command(card: str, seats: tuple[str, ...], choices: tuple[str, ...], **chosen: Any) -> int:
    """Print what each combination of choices on a card brings.

    CARD is its id, in a shipped scenario or in --deck FILE. It is tried as the game begins; --set, --flag,
    --turn and --intent choose another state. The end of the turn, with its spillover, is left to a game.
    """
    from wargame.cli.deck.staging import staged
    from wargame.cli.leaving import complain_of
    from wargame.content.base import CardId
    from wargame.content.problems import ContentError
    from wargame.lab.stage import intents_asked
    from wargame.lab.trial import trial
    from wargame.plain import tried
    from wargame.plain.voice import Voice
    from wargame.play.names import Names

    fixed = pairs("--choose", "SEAT=OPTION", choices)
    try:
        book, state = staged(card, **chosen)
        found = trial(book, state, seats, fixed)
    except ContentError as error:
        return complain_of(error)
    except ValueError as no:
        raise click.UsageError(str(no)) from None
    voice, content = Voice.of_terminal(), book.cards[CardId(card)].card
    voice.never_stop()
    otherwise = [entry.replace("=", " ") for entry in chosen["numbers"]]
    otherwise += [f"{flag} set" for flag in chosen["flags"]]
    when = book.rules.calendar[state.month - 1].title
    tried.heading(voice, content.title, when, otherwise, intents_asked(state, content))
    tried.tell(voice, found, Names.of(book), state.turn)
    voice.flush()
    return 0
