"""`wargame study`: tables over many saved games."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.cli.reviewing import spoil, tell_torn
from wargame.cli.strict import StrictCommand

if TYPE_CHECKING:
    from wargame.study.course import Rows
    from wargame.study.tables import Table

SKIPPED = 1
"""The exit code where some saves could not be read, and the tables are of the others."""


@click.command("study", cls=StrictCommand)
@click.argument("saves", nargs=-1, required=True, metavar="SAVES...")
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "parquet"]), default="text", show_default=True
)
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="The folder for the tables.")
@click.option("--plain", is_flag=True, help="No chart, for a screen reader.")
@click.option("--forks", is_flag=True, help="Take in forks, and other games with the same dice, too.")
@spoil("Take in games that are not over, too.")
def command(
    saves: tuple[str, ...], form: str, out: Path | None, plain: bool, forks: bool, spoil: bool
) -> int:
    """Tell how a whole course went: choices by card, outcomes, points, calibration.

    SAVES are files, folders, or patterns such as saves/*.jsonl. A save that cannot be read is named and left
    out, and the exit code is then 1; it is 2 if none can be read.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.study.course import tables
    from wargame.study.overview import overview

    if (form == "text") != (out is None):
        raise click.UsageError("'--format csv' and '--format parquet' are written to a folder: --out FOLDER")
    if out is not None and not _ready(out, form):
        return REFUSED
    games, broken, left_out = _read(saves, forks, spoil)
    for sentence in (*broken, *left_out):
        _left_out(sentence)
    if not games:
        complain("There is no game to study.")
        return REFUSED
    made = tables(games)
    summed = overview(made)
    if out is None:
        _tell(made, summed, plain)
    elif not _written(out, (*made.values(), *summed.values()), form):
        return REFUSED
    return SKIPPED if broken else 0


def _read(
    words: tuple[str, ...], forks: bool, spoil: bool
) -> "tuple[list[dict[str, Rows]], list[str], list[str]]":
    """Return the rows of each game, and a sentence on each save that is broken, and on each left out."""
    from wargame.cli.progress import progress
    from wargame.journal.errors import JournalError, shown
    from wargame.journal.places import saves_in
    from wargame.study.course import rows
    from wargame.study.replay import Replay

    games, broken, left_out = [], [], []
    found: dict[Path, Path] = {}
    for word in words:
        try:
            found.update({path.resolve(): path for path in saves_in(word)})
        except JournalError as error:
            broken.append(str(error))
    known: dict[str, Path] = {}
    dice: dict[str, Path] = {}
    tell = progress()
    for done, path in enumerate(found.values(), 1):
        try:
            replay = Replay.open(path)
        except JournalError as error:
            broken.append(f"{error} It is left out.")
        else:
            same = known.setdefault(replay.game.digest, path)
            if same != path:
                left_out.append(f"{shown(path)} is a copy of {shown(same)}, and is left out.")
            elif replay.scripted and path.stem not in (Path(word).stem for word in words):
                why = "was written and not played, and is left out: name it to take it in"
                left_out.append(f"{shown(path)} {why}.")
            elif not (replay.ended or spoil):
                left_out.append(f"{shown(path)} is not over, and is left out: --spoil takes it in.")
            elif not forks and (first := dice.setdefault(replay.promise, path)) != path:
                which = f"has the dice of {shown(first)}, as a fork has"
                left_out.append(f"{shown(path)} {which}, and is left out: --forks takes it in.")
            else:
                tell_torn(path, replay)
                games.append(rows(shown(path), replay))
        if tell is not None:
            tell(done, len(found))
    return games, broken, left_out


def _left_out(sentence: str) -> None:
    """Print why a save is left out: on a terminal, where it would break within a word, as lines."""
    import sys

    from wargame.cli.leaving import complain, say

    if sys.stderr.isatty():
        say(sentence, err=True)
    else:
        complain(sentence)


def _ready(folder: Path, form: str) -> bool:
    """Say whether tables can be written, before saves are read for minutes; if not, print why."""
    from wargame.cli.leaving import complain
    from wargame.study.table_files import NotWritten, ready

    try:
        ready(folder, form)
    except NotWritten as error:
        complain(str(error))
        return False
    return True


def _written(folder: Path, tables: "tuple[Table, ...]", form: str) -> bool:
    from wargame.cli.leaving import complain
    from wargame.journal.errors import shown
    from wargame.study.table_files import NotWritten, write

    try:
        written = write(folder, tables, form)
    except NotWritten as error:
        complain(str(error))
        return False
    click.echo(f"Tables written to {shown(folder)}:")
    for path in written:
        click.echo(f"  {shown(path.relative_to(folder))}")
    return True


def _tell(made: "dict[str, Table]", summed: "dict[str, Table]", plain: bool) -> None:
    from wargame.plain.course import BAR, REST, tell
    from wargame.plain.terminal import prints
    from wargame.plain.voice import Voice

    voice = Voice.of_terminal()
    voice.never_stop()
    tell(voice, made, summed, bars=not plain and prints(BAR + REST))
    voice.flush()
