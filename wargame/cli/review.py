"""`wargame review`: the report on a saved game."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.cli.reviewing import notes, spoil, tell_torn
from wargame.cli.strict import StrictCommand

if TYPE_CHECKING:
    from wargame.study.report.told import Told

_ENDINGS = {"html": ".html", "markdown": ".md", "pdf": ".pdf", "csv": ""}


@click.command("review", cls=StrictCommand)
@click.argument("save", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(_ENDINGS)),
    default="html",
    show_default=True,
    help="A file of HTML, Markdown or PDF (which needs the extra 'pdf'), or a folder of CSV tables.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The file, or for csv the folder (default: beside the save).",
)
@click.option(
    "--for",
    "viewer",
    metavar="SEAT",
    help="Only what a seat could see in play; 'all' for what was public, 'truth' for all of it.",
)
@click.option("--anonymous", is_flag=True, help="Leave out the names of people; see --name.")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="With --anonymous, a name to take out of what people typed. May be given several times.",
)
@spoil("Tell the secrets of a game that is not over.")
@notes("A reviewer's notes, to put into the report.")
@click.option("--force", is_flag=True, help="Write over a report that is already there.")
def command(
    save: Path,
    form: str,
    out: Path | None,
    viewer: str | None,
    anonymous: bool,
    names: tuple[str, ...],
    spoil: bool,
    notes: tuple[Path, ...],
    force: bool,
) -> int:
    """Write the report on a saved game.

    What was meant to happen, what happened, why, what to keep and change; forecasts, the graph over time, and
    how to check all of it. Until a game is over, its secrets are told only with --spoil.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.journal.errors import JournalError
    from wargame.journal.places import found
    from wargame.study.notes import NotesError
    from wargame.study.report.keep import ReportError, fits, vacant
    from wargame.study.viewing import NoSuchView

    if names and not anonymous:
        raise click.UsageError("'--name' goes with '--anonymous'")
    try:
        # A save that comes with the program is found by its name; the report on it is written here.
        path = out or save.with_name(f"{save.stem}-report{_ENDINGS[form]}")
        typed, save = save, found(save)
        fits(path, (save, *notes), folder=form == "csv")
        told = _told(save, typed, viewer, anonymous, names, spoil, notes)
        # That a save is damaged is worth more to know than that a report on it is there.
        vacant(path, force)
        _write(told, form, path, force)
    except (JournalError, NotesError, NoSuchView, ReportError) as error:
        complain(str(error))
        return REFUSED
    _say(told, save, path)
    return 0


def _told(
    save: Path,
    named: Path,
    typed: str | None,
    anonymous: bool,
    names: tuple[str, ...],
    spoil: bool,
    notes: tuple[Path, ...],
) -> "Told":
    from wargame.journal.errors import shown
    from wargame.play.names import Names
    from wargame.play.typed import quoted
    from wargame.study.notes import NotesError, read
    from wargame.study.replay import TRUTH, Replay
    from wargame.study.report.told import Told
    from wargame.study.viewing import chosen, countable

    replay = countable(Replay.open(save), spoil)
    viewer = chosen(replay, typed, spoil, Names.of(replay.book))
    if notes and viewer != TRUTH:
        raise NotesError(
            "Notes may tell what was secret: leave out --notes, or tell the whole game with '--for truth'."
        )
    found = dict.fromkeys(note for path in notes for note in read(path, replay.promise))
    return Told(replay, viewer, found, save=quoted(shown(named)), anonymous=anonymous, secret_names=names)


def _write(told: "Told", form: str, path: Path, force: bool) -> None:
    from wargame.study.report.keep import keep, keep_all

    if form == "csv":
        from wargame.study.report.tables import tables

        keep_all(path, tables(told), force)
        return
    keep(path, _made(told, form), force)


def _made(told: "Told", form: str) -> bytes:
    from wargame.study.report.write import report

    if form == "pdf":
        from wargame.study.report.pdf import pdf

        return pdf(report(told))
    if form == "markdown":
        from wargame.study.report.markdown import markdown

        return markdown(report(told)).encode()
    from wargame.study.report.html import html

    return html(report(told)).encode()


def _say(told: "Told", save: Path, path: Path) -> None:
    from wargame.cli.leaving import say
    from wargame.content.text import visible
    from wargame.journal.errors import shown
    from wargame.study.viewing import as_seen_by

    click.echo(visible(f"Written: {shown(path)}"))
    say(f"The game is told {as_seen_by(told.viewer, told.names)}.")
    tell_torn(save, told.replay)
    if told.anonymous:
        say(
            "What people typed is unchanged, except for the names of reviewers and those given with "
            "--name: read it before you hand it on."
        )
