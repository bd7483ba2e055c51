"""`wargame odds`: play many games between bots, and print what usually happens."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.cli.progress import progress
from wargame.cli.strict import StrictCommand, Whole, pairs

if TYPE_CHECKING:
    from wargame.lab.by import By


@click.command("odds", cls=StrictCommand)
@click.argument("scenario", required=False)
@click.option(
    "--deck", "decks", multiple=True, metavar="FILE", help="A deck of your own, added to the scenario."
)
@click.option("--games", type=Whole(1, 100_000), default=500, show_default=True, metavar="N")
@click.option("--length", metavar="LENGTH", help="The cut of the game; without it, the longest.")
@click.option(
    "--seed-from",
    type=Whole(0),
    default=1,
    show_default=True,
    metavar="N",
    help="The seed of the first game; the next has the next number.",
)
@click.option("--processes", type=Whole(1), metavar="K", help="Without it, one for each processor.")
@click.option("--intent", "intents", multiple=True, metavar="SEAT=INTENT", help="What a seat always draws.")
@click.option(
    "--by",
    type=click.Choice(["card", "option", "seat"]),
    help="Print instead where the figures come from.",
)
@click.option(
    "--most",
    type=Whole(1),
    default=20,
    show_default=True,
    metavar="N",
    help="With --by: so many cards or options, those first that matter most.",
)
@click.option(
    "--json",
    "json_file",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Also write every figure to this file.",
)
def command(
    scenario: str | None,
    decks: tuple[str, ...],
    games: int,
    length: str | None,
    seed_from: int,
    processes: int | None,
    intents: tuple[str, ...],
    by: "By | None",
    most: int,
    json_file: Path | None,
) -> int:
    """Play many games between bots; print what usually happens, and how sure that is.

    The same seeds give the same figures, whatever the number of processes.
    """
    from wargame.content.load import load_scenario
    from wargame.content.problems import ContentError
    from wargame.engine.book import Book
    from wargame.lab.figures import report, sources
    from wargame.lab.games import forced
    from wargame.lab.lines import lines
    from wargame.lab.many import play_many, usable_processes
    from wargame.plain.wrap import wrap

    try:
        loaded = load_scenario(scenario, decks)
    except ContentError as error:
        click.echo(str(error), err=True)
        return 2
    lengths = loaded.rules.lengths
    chosen = length or max(lengths, key=lambda name: len(lengths[name].turns))
    if chosen not in lengths:
        raise click.UsageError(f"there is no length '{chosen}'; there are: {', '.join(lengths)}")
    drawn = pairs("--intent", "SEAT=INTENT", intents)
    try:
        played = forced(loaded, drawn)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    seeds = range(seed_from, seed_from + games)
    outcomes = play_many(played, chosen, seeds, processes or usable_processes(), progress())
    book = Book(played, chosen)
    if by is None:
        made = report(book, outcomes, seed_from, drawn)
        told = [*lines(made)]
    else:
        made = sources(book, outcomes, by, seed_from, drawn)
        told = [part for line in lines(made, most) for part in wrap(line, 2 if line[:1] == " " else 0)]
    for line in told:
        click.echo(line)
    if json_file is not None:
        _write(json_file, made.fields())
    return 0


def _write(path: Path, fields: dict[str, object]) -> None:
    try:
        path.write_text(json.dumps(fields, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"'{path}' cannot be written: {error.strerror or error}") from None
