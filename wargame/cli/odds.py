"""`wargame odds`: play many games between bots, and print what usually happens."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.cli.progress import progress
from wargame.cli.strict import StrictCommand, Whole, pairs

if TYPE_CHECKING:
    from wargame.content.scenario import Scenario
    from wargame.engine.book import Book
    from wargame.lab.against import Comparison
    from wargame.lab.by import By
    from wargame.lab.games import Outcome
    from wargame.lab.report import Report


@click.command("odds", cls=StrictCommand)
@click.argument("scenario", required=False)
@click.option(
    "--deck", "decks", multiple=True, metavar="FILE", help="A deck of your own, added to the scenario."
)
@click.option(
    "--games",
    type=Whole(1, 100_000),
    default=500,
    show_default=True,
    metavar="N",
    help="How many games.",
)
@click.option("--length", metavar="LENGTH", help="Which length to play (default: the longest).")
@click.option(
    "--seed-from",
    type=Whole(0),
    default=1,
    show_default=True,
    metavar="N",
    help="The seed of the first game; the next has the next number.",
)
@click.option(
    "--processes", type=Whole(1), metavar="K", help="How many at once (default: one for each processor)."
)
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
    help="With --by: how many cards or options to print, those that matter most first.",
)
@click.option(
    "--against",
    is_flag=False,
    flag_value="",
    metavar="[SCENARIO]",
    help="Print instead what surely moved, compared with the same games without the --deck, or with games of "
    "this scenario.",
)
@click.option(
    "--json",
    "json_file",
    type=click.Path(path_type=Path),
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
    against: str | None,
    json_file: Path | None,
) -> int:
    """Play many games between bots; print what usually happens, and how sure that is.

    The same seeds give the same figures, whatever the number of processes.
    """
    from wargame.cli.leaving import complain_of
    from wargame.content.belonging import rules_for
    from wargame.content.load import load_scenario
    from wargame.content.problems import ContentError
    from wargame.journal.writable import why_no_file
    from wargame.lab.figures import sources
    from wargame.lab.lines import lines
    from wargame.lab.many import usable_processes

    _check_against(against, by, decks)
    try:
        loaded = load_scenario(scenario, decks)
        without = scenario or rules_for([Path(deck) for deck in decks])
        other = None if against is None else load_scenario(against or without)
    except ContentError as error:
        return complain_of(error)
    if json_file is not None and (why := why_no_file(json_file)):
        return _not_written(json_file, why)
    chosen = _length(loaded, length)
    if other is not None:
        _length(other, chosen)
    drawn = pairs("--intent", "SEAT=INTENT", intents)
    run = _Run(chosen, range(seed_from, seed_from + games), processes or usable_processes(), drawn)
    if other is not None:
        return _tell_against(run, loaded, other, decks, against or "the same without", json_file)
    book, outcomes, made = run.report(loaded)
    told = [*lines(made)]
    if by is not None:
        made = sources(book, outcomes, by, seed_from, drawn)
        told = [part for line in lines(made, most) for part in _wrapped(line)]
    return _tell(told, made, json_file)


@dataclass(frozen=True, slots=True)
class _Run:
    """How the games are played, whichever scenario they are of."""

    length: str
    seeds: range
    processes: int
    intents: dict[str, str]

    def report(self, scenario: "Scenario") -> "tuple[Book, tuple[Outcome, ...], Report]":
        """Play the games of a scenario and return its figures; raises UsageError for an unknown intent."""
        from wargame.engine.book import Book
        from wargame.lab.figures import report
        from wargame.lab.games import forced
        from wargame.lab.many import play_many

        try:
            played = forced(scenario, self.intents)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        outcomes = play_many(played, self.length, self.seeds, self.processes, progress())
        book = Book(played, self.length)
        return book, outcomes, report(book, outcomes, self.seeds.start, self.intents)


def _tell_against(
    run: _Run,
    scenario: "Scenario",
    other: "Scenario",
    decks: tuple[str, ...],
    named: str,
    json_file: Path | None,
) -> int:
    from wargame.lab import against_lines
    from wargame.lab.against import compare

    book, outcomes, now = run.report(scenario)
    second, _, before = run.report(other)
    found = compare(book, outcomes, now, second, before)
    return _tell(
        [part for line in against_lines.lines(found, decks, named) for part in _wrapped(line)],
        found,
        json_file,
    )


def _tell(told: Iterable[str], made: "Report | Comparison", json_file: Path | None) -> int:
    for line in told:
        click.echo(line)
    return 0 if json_file is None else _write(json_file, made.fields())


def _length(scenario: "Scenario", length: str | None) -> str:
    """Return the length asked for, else the longest; raises UsageError."""
    lengths = scenario.rules.lengths
    chosen = length or max(lengths, key=lambda name: len(lengths[name].turns))
    if chosen not in lengths:
        raise click.UsageError(f"there is no length '{chosen}'; there are: {', '.join(lengths)}")
    return chosen


def _check_against(against: str | None, by: str | None, decks: tuple[str, ...]) -> None:
    """Refuse a comparison of nothing, or with figures of another kind; raises UsageError."""
    if against is not None and by is not None:
        raise click.UsageError("'--against' compares all figures: leave out '--by'")
    if against == "" and not decks:
        raise click.UsageError(
            "'--against' needs what to compare: add --deck FILE, or name a scenario after it"
        )


def _wrapped(line: str) -> list[str]:
    from wargame.plain.wrap import wrap

    return wrap(line, 2 if line[:1] == " " else 0)


def _write(path: Path, fields: dict[str, object]) -> int:
    from wargame.journal.errors import reason_of

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(fields, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        return _not_written(path, reason_of(error))
    return 0


def _not_written(path: Path, why: str) -> int:
    from wargame.cli.leaving import REFUSED, complain
    from wargame.journal.errors import shown

    complain(f"{shown(path)} cannot be written ({why}): name another place with --json.")
    return REFUSED
