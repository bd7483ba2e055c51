"""`wargame graph`: the tension graph of a saved game as files, one for each turn."""

from pathlib import Path

import click

from wargame.cli.reviewing import tell_torn
from wargame.cli.strict import StrictCommand


@click.command("graph", cls=StrictCommand)
@click.argument("save", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["graphml", "gexf"]), default="graphml", show_default=True
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="The folder for the files.",
)
def command(save: Path, form: str, out: Path) -> int:
    """Write the tension graph of each turn to a file, for programs that draw and measure graphs.

    GraphML is read by most of them, GEXF by Gephi. Turn 0 is the start. All of it was public in play.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.journal.errors import JournalError, shown
    from wargame.journal.places import found
    from wargame.study.graphs import NoGraphs, ready, write
    from wargame.study.replay import Replay

    try:
        ready(out)
        replay = Replay.open(found(save))
        written = write(out, save.stem, replay, form)
    except (JournalError, NoGraphs) as error:
        complain(str(error))
        return REFUSED
    tell_torn(save, replay)
    click.echo(f"Graphs written to {shown(out)}:")
    for path in written:
        click.echo(f"  {shown(path.relative_to(out))}")
    return 0
