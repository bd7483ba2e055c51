"""`wargame replay`: walk a saved game, moment by moment."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.cli.reviewing import notes, spoil
from wargame.cli.strict import StrictCommand

if TYPE_CHECKING:
    from wargame.study.notes import Notebook
    from wargame.study.replay import Replay


@click.command("replay", cls=StrictCommand)
@click.argument("save", type=click.Path(path_type=Path))
@click.option(
    "--as", "viewer", metavar="SEAT", help="Whose eyes: a seat, 'all' for what was public, or 'truth'."
)
@spoil("Show the secrets of a game that is not over.")
@click.option("--by", metavar="NAME", help="In whose name notes are kept (default: your account's).")
@notes("Another reviewer's notes, shown beside yours.")
@click.option("--plain", is_flag=True, help="Tell the whole game in lines of text.")
def command(
    save: Path, viewer: str | None, spoil: bool, by: str | None, notes: tuple[Path, ...], plain: bool
) -> int:
    """Walk a saved game, as it was or as one seat saw it.

    Bookmarks and notes are kept in a file beside the save, which stays as it is. Until a game is over, its
    secrets are shown only with --spoil.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.cli.screens import possible, walk
    from wargame.journal.errors import JournalError
    from wargame.journal.places import found
    from wargame.study.notes import NotesError
    from wargame.study.viewing import NoSuchView

    by = (by or _account()).strip()[:80]
    save = found(save)
    try:
        if possible() and not plain:
            from wargame.tui.replay.app import ReplayApp

            return walk(ReplayApp(save, by, notes, viewer, spoil))
        return _in_lines(*_read(save, by, notes, spoil), viewer, spoil)
    except (JournalError, NotesError, NoSuchView) as error:
        complain(str(error))
        return REFUSED


def _read(save: Path, by: str, notes: tuple[Path, ...], spoil: bool) -> "tuple[Replay, Notebook]":
    from wargame.study.notes import open_notebook
    from wargame.study.replay import Replay
    from wargame.study.viewing import countable

    replay = countable(Replay.open(save), spoil)
    return replay, open_notebook(save, replay.promise, by, notes, replay.numbers)


def _in_lines(replay: "Replay", notebook: "Notebook", viewer: str | None, spoil: bool) -> int:
    from wargame.cli.leaving import complain
    from wargame.plain.replay import tell
    from wargame.plain.voice import Voice
    from wargame.play.names import Names
    from wargame.study.viewing import chosen

    names = Names.of(replay.book)
    eyes = chosen(replay, viewer, spoil, names)
    if replay.warning:
        complain(replay.warning)
    voice = Voice.of_terminal()
    voice.never_stop()
    tell(voice, replay, names, eyes, notebook.notes)
    voice.flush()
    return 0


def _account() -> str:
    """Return the name of whoever runs the program, for notes that need one."""
    try:
        return getpass.getuser() or "reviewer"
    except (OSError, KeyError, ImportError):
        return "reviewer"
