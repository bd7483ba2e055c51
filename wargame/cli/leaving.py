"""What a command says as it ends: one sentence where errors go, where the save is, and the exit codes."""

from collections.abc import Mapping
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


def tell_save(host: "Host", err: bool) -> None:
    """Say where a game is kept, and how to go on with it."""
    from wargame.journal.errors import shown
    from wargame.play.typed import command

    if host.save is None:
        return
    again = "See its end again with" if host.phase == "ended" else "Resume it with"
    click.echo(one_line(f"The save is whole: {shown(host.save)}. {again}:", _LONGEST), err=err)
    click.echo(f"  {command('resume', host.save)}", err=err)
    if host.phase == "ended":
        click.echo(f"Its final digest is {host.digest}", err=err)
        click.echo(f"To check it:\n  {command('verify', host.save, '--against', host.digest)}", err=err)
        click.echo(f"To write the report on it:\n  {command('review', host.save)}", err=err)


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
