"""Playing at one table from the command line, and leaving it in every way there is with the save named."""

from collections.abc import Callable

import click

from wargame.content.text import one_line
from wargame.journal.errors import JournalError, shown
from wargame.plain.game import PlainGame
from wargame.plain.voice import EndOfInput, Leave, Voice
from wargame.play.host import Host
from wargame.play.typed import command

REFUSED = 2
SAVE_FAILED = 3
_LONGEST = 1500


def session(host: Host, voice: Voice, first: Callable[[PlainGame], None]) -> int:
    """Say what comes first, play a game that has begun, and return the exit code.

    The end of input or `quit` is no fault. Raises KeyboardInterrupt, and what was not foreseen, once it is
    said where the save is.
    """
    try:
        game = PlainGame(host, voice)
        try:
            first(game)
            game.play()
        except (EndOfInput, Leave):
            voice.say()
            voice.never_stop()
            game.stands()
        voice.flush()
    except JournalError as error:
        complain(str(error))
        return SAVE_FAILED
    except BrokenPipeError:
        raise
    except (KeyboardInterrupt, Exception):
        voice.flush()
        click.echo(err=True)
        tell_save(host, err=True)
        raise
    finally:
        host.close()
    return 0


def tell_save(host: Host, err: bool) -> None:
    """Say where a game is kept, and how to go on with it."""
    if host.save is None:
        return
    again = "See its end again with" if host.phase == "ended" else "Resume it with"
    click.echo(one_line(f"The save is whole: {shown(host.save)}. {again}:", _LONGEST), err=err)
    click.echo(f"  {command('resume', host.save)}", err=err)


def complain(sentence: str) -> None:
    """Print one sentence where errors go."""
    click.echo(one_line(sentence, _LONGEST), err=True)
