"""`wargame resume`: go on with a saved game."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.journal.glance import Glance
    from wargame.plain.game import PlainGame
    from wargame.play.host import Host

_MOST = 10
"""Of so many saves under one heading it is told what they are; a screen shows all."""


@click.command("resume")
@click.argument("save", required=False, type=click.Path(path_type=Path))
@click.option("--plain", is_flag=True, help="Go on in lines of text, as without a terminal.")
def command(save: Path | None, plain: bool) -> int:
    """Go on with a saved game exactly where it stopped.

    Whatever was not yet in an envelope is asked again. A finished game shows its end. Without SAVE the newest
    saves are listed, with what each is and how it ended.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.cli.screens import on_screens, possible
    from wargame.journal.errors import JournalError
    from wargame.play.game import resume_game

    if save is None:
        _tell_newest()
        return 0
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
    from wargame.cli.leaving import say
    from wargame.journal.glance import glances
    from wargame.journal.places import newest_saves
    from wargame.play import saved
    from wargame.play.typed import program

    found = saved.listed(glances(newest_saves()))
    if found.going:
        click.echo("Say which game to resume. The one that was played last is first:")
    else:
        click.echo("Say which save to resume. No game here can be played on; begin one with:")
        click.echo(f"  {program()} play")
    _tell(found.going, "resume")
    if found.over:
        click.echo(f"{saved.OVER}:")
        _tell(found.over, "replay")
    if found.older:
        click.echo(f"{saved.OLDER}:")
        _tell(found.older, "replay")
    for save in found.faulty[:_MOST]:
        say(save.fault)


def _tell(saves: "Sequence[Glance]", verb: str) -> None:
    """Say what each save is, and the command that does something with it; of many, the newest."""
    from wargame.cli.leaving import say
    from wargame.play import saved
    from wargame.play.typed import command

    for save in saves[:_MOST]:
        told = "; ".join(saved.of(save))
        say(told, indent=2)
        click.echo(f"    {command(verb, save.path)}")
    if len(saves) > _MOST:
        click.echo(f"  and {len(saves) - _MOST} older")
