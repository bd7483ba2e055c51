"""`wargame resume`: go on with a saved game."""

from pathlib import Path

import click


@click.command("resume")
@click.argument("save", type=click.Path(path_type=Path))
def command(save: Path) -> int:
    """Go on with a saved game exactly where it stopped.

    Whatever was not yet in an envelope is asked again. A finished game shows its end.
    """
    from wargame.cli.session import REFUSED, complain, session
    from wargame.journal import game
    from wargame.journal.errors import JournalError
    from wargame.plain.voice import Voice
    from wargame.play.clock import VirtualClock, WallClock
    from wargame.play.table import Table

    try:
        found, journal = game.resume(save)
    except JournalError as error:
        complain(str(error))
        return REFUSED
    if journal.recovery is not None:
        complain(journal.recovery.warning)
    people = any(holder.kind == "human" for holder in found.state.table.seats.values())
    clock = (WallClock if people else VirtualClock)(found.state.now)
    voice = Voice.of_terminal()
    voice.say()
    ended = found.state.phase == "ended"
    voice.say("This game is over: here is its end." if ended else "The game goes on where it stopped.")
    return session(Table(found.book, journal, clock, found.state), voice, save)
