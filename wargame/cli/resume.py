"""`wargame resume`: go on with a saved game."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from wargame.plain.game import PlainGame
    from wargame.play.host import Host


@click.command("resume")
@click.argument("save", required=False, type=click.Path(path_type=Path))
@click.option("--plain", is_flag=True, help="Go on in lines of text, as without a terminal.")
def command(save: Path | None, plain: bool) -> int:
    """Go on with a saved game exactly where it stopped.

    Whatever was not yet in an envelope is asked again. A finished game shows its end. Without SAVE the newest
    saves are listed.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.cli.screens import on_screens, possible
    from wargame.journal.errors import JournalError
    from wargame.play.game import resume_game

    if save is None:
        _tell_newest()
        return REFUSED
    try:
        host = resume_game(save)
    except JournalError as error:
        complain(str(error))
        return REFUSED
    if possible() and not plain:
        from wargame.tui.app import WargameApp

        return on_screens(WargameApp(host=host))
    return _in_lines(host)


def _in_lines(host: "Host") -> int:
    """Go on in plain lines and return the exit code."""
    from wargame.cli.session import session
    from wargame.plain.voice import Voice

    voice = Voice.of_terminal()

    def first(game: "PlainGame") -> None:
        if host.warning:
            game.warn(host.warning)
        voice.say()
        ended = host.phase == "ended"
        voice.say("This game is over: here is its end." if ended else "The game goes on where it stopped.")

    return session(host, voice, first)


def _tell_newest() -> None:
    """Say which saves there are, and the command that goes on with each."""
    from wargame.journal.places import newest_saves
    from wargame.play.typed import command, program

    saves = newest_saves()
    if not saves:
        click.echo("Say which save to resume. There is none here; begin a game with:", err=True)
        click.echo(f"  {program()} play", err=True)
        return
    click.echo("Say which game to resume. The newest saves:", err=True)
    for save, _ in saves:
        click.echo(f"  {command('resume', save)}", err=True)
