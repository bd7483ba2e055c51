"""What a command says as it ends: one sentence where errors go, where the save is, and the exit codes."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.content.text import one_line

if TYPE_CHECKING:
    from wargame.content.problems import ContentError
    from wargame.play.host import Host

REFUSED = 2
SAVE_FAILED = 3
SIGNALLED = 128
"""What shells add to the number of the signal that ended a program."""

_LONGEST = 1500
_INDENT = 2


def tell_save(host: "Host", err: bool) -> None:
    """Say where a game is kept, and how to go on with it."""
    from wargame.journal.errors import shown
    from wargame.play.typed import command

    if host.save is None:
        return
    again = "See its end again with" if host.phase == "ended" else "Resume it with"
    say(f"The save is whole: {shown(host.save)}. {again}:", err=err)
    click.echo(f"  {command('resume', host.save)}", err=err)
    if host.phase == "ended":
        click.echo(f"Its final digest is\n  {host.digest}", err=err)
        click.echo(f"To check it:\n  {_verify(host.save, host.digest)}", err=err)
        click.echo(f"To walk it moment by moment:\n  {command('replay', host.save)}", err=err)
        click.echo(f"To write the report on it:\n  {command('review', host.save)}", err=err)


def _verify(save: Path, digest: str) -> str:
    """Return the command that checks a save, in two lines where the shell takes that and one is too long."""
    from wargame.plain.wrap import WIDTH, columns
    from wargame.play.typed import WINDOWS, command

    whole = command("verify", save, "--against", digest)
    if WINDOWS or columns(whole) + _INDENT <= WIDTH:
        return whole
    return whole.replace(" --against ", " \\\n    --against ")


def say(text: str, indent: int = 0, err: bool = False) -> None:
    """Print one fact in lines that end between words."""
    from wargame.content.text import visible
    from wargame.plain.wrap import wrap

    for line in wrap(visible(text), indent, whole=True):
        click.echo(line, err=err)


def complain(sentence: str) -> None:
    """Print one sentence where errors go."""
    click.echo(one_line(sentence, _LONGEST), err=True)


def complain_of(error: "ContentError") -> int:
    """Print every problem of content where errors go; return the exit code."""
    for problem in error.problems:
        complain(str(problem))
    return REFUSED


def next_steps(steps: Mapping[str, str]) -> None:
    """Print what can be typed next, each with the question that it answers."""
    from wargame.play.typed import program

    for typed, question in steps.items():
        click.echo(f"  {question[0].upper()}{question[1:]}\n    {program()} {typed}")
