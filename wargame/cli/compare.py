"""`wargame compare`: saved games side by side."""

from pathlib import Path

import click

from wargame.cli.reviewing import spoil, tell_torn
from wargame.cli.strict import StrictCommand


@click.command("compare", cls=StrictCommand)
@click.argument("saves", nargs=-1, required=True, metavar="A B [C ...]", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "csv"]), default="text", show_default=True)
@spoil("Show the secrets of games that are not over.")
@click.option("--plain", is_flag=True, help="Curves as numbers alone, for a screen reader.")
def command(saves: tuple[Path, ...], form: str, spoil: bool, plain: bool) -> int:
    """Lay saved games side by side: where they part, tension, decisions, endings, points.

    A save that comes with the program can be given by its name, such as history-2024-2025.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.journal.errors import JournalError, shown
    from wargame.journal.places import found
    from wargame.plain.compared import BLOCKS, tell
    from wargame.plain.terminal import prints
    from wargame.plain.voice import Voice
    from wargame.study.compare import MOST, compare
    from wargame.study.replay import Replay
    from wargame.study.tables import as_csv

    if not 2 <= len(saves) <= MOST:
        raise click.UsageError(f"name from 2 to {MOST} saves to compare")
    try:
        games = [(save, Replay.open(found(save))) for save in saves]
    except JournalError as error:
        complain(str(error))
        return REFUSED
    for save, replay in games:
        tell_torn(save, replay)
    compared = compare([(shown(save), replay) for save, replay in games], spoil)
    if form == "csv":
        letters = [side.letter for side in compared.sides]
        rows = ((*row[:5], *row.values) for row in compared.rows)
        click.echo(as_csv(("section", "turn", "exchange", "seat", "item", *letters), rows), nl=False)
        return 0
    voice = Voice.of_terminal()
    voice.never_stop()
    tell(voice, compared, blocks=not plain and prints(BLOCKS))
    voice.flush()
    return 0
