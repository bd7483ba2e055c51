"""Playing at one table from the command line, and leaving it in every way there is with the save named."""

from collections.abc import Callable

import click

from wargame.cli.leaving import SAVE_FAILED, complain, tell_save
from wargame.journal.errors import JournalError
from wargame.plain.game import PlainGame
from wargame.plain.voice import EndOfInput, Leave, Voice
from wargame.play.host import Host


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
