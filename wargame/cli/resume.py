"""`wargame resume`: go on with a saved game."""

from pathlib import Path

import click

_NEWEST = 5


@click.command("resume")
@click.argument("save", required=False, type=click.Path(path_type=Path))
def command(save: Path | None) -> int:
    """Go on with a saved game exactly where it stopped.

    Whatever was not yet in an envelope is asked again. A finished game shows its end. Without SAVE the newest
    saves are listed.
    """
    from wargame.cli.session import REFUSED, complain, session
    from wargame.journal import game
    from wargame.journal.errors import JournalError
    from wargame.plain.game import PlainGame
    from wargame.plain.voice import Voice
    from wargame.play.clock import VirtualClock, WallClock
    from wargame.play.table import Table

    if save is None:
        _tell_newest()
        return REFUSED
    try:
        found, journal = game.resume(save)
    except JournalError as error:
        complain(str(error))
        return REFUSED
    people = any(holder.kind == "human" for holder in found.state.setup.seats.values())
    clock = (WallClock if people else VirtualClock)(found.state.now)
    voice = Voice.of_terminal()

    def first(game: PlainGame) -> None:
        if journal.recovery is not None:
            game.warn(journal.recovery.warning)
        voice.say()
        ended = found.state.phase == "ended"
        voice.say("This game is over: here is its end." if ended else "The game goes on where it stopped.")

    return session(Table(found.book, journal, clock, found.state), voice, save, first)


def _tell_newest() -> None:
    """Say which saves there are, and the command that goes on with each."""
    from wargame.plain.saved import command, program

    saves = _newest()
    if not saves:
        click.echo("Say which save to go on with. There is none here; begin a game with:", err=True)
        click.echo(f"  {program()} play", err=True)
        return
    click.echo("Say which game to go on with. The newest saves:", err=True)
    for save in saves:
        click.echo(f"  {command('resume', save)}", err=True)


def _newest() -> list[Path]:
    """Return the newest saves, newest first, of those in `saves` and in the account's own folder."""
    import os
    import sys

    from wargame.journal.places import data_folder

    folders = [Path("saves"), data_folder(sys.platform, os.environ) / "saves"]
    found = [save for folder in folders for save in folder.glob("*.jsonl") if ".torn-" not in save.name]
    return sorted(found, key=lambda save: save.stat().st_mtime, reverse=True)[:_NEWEST]
