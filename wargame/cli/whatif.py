"""`wargame whatif`: the odds under each option that was not taken."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.cli.reviewing import spoil
from wargame.cli.strict import StrictCommand, Whole, together

if TYPE_CHECKING:
    from wargame.study.crossroads import Crossroads
    from wargame.study.replay import Replay
    from wargame.study.whatif import Odds


@click.command("whatif", cls=StrictCommand)
@click.argument("save", type=click.Path(path_type=Path))
@click.option("--at", type=Whole(0), metavar="N", help="Ask about the exchange on the table after record N.")
@click.option(
    "--points",
    type=Whole(1, 100),
    default=3,
    show_default=True,
    metavar="P",
    help="Without --at: how many turning points to ask at, the weightiest first.",
)
@click.option(
    "--seat",
    "seats",
    multiple=True,
    metavar="SEAT,...",
    help="Whose options (default: the seats that the card asks).",
)
@click.option("--measure", "numbers", multiple=True, metavar="NUMBER", help="A number to watch to the end.")
@click.option(
    "--games",
    type=Whole(1, 100_000),
    default=500,
    show_default=True,
    metavar="N",
    help="Games for each option.",
)
@click.option("--seed-from", type=Whole(0), default=1, show_default=True, metavar="N", help="The first seed.")
@click.option(
    "--processes", type=Whole(1), metavar="K", help="How many at once (default: one for each processor)."
)
@click.option("--figures", is_flag=True, help="Print every figure of every option, with its interval.")
@click.option("--format", "form", type=click.Choice(["text", "csv"]), default="text", show_default=True)
@spoil("Ask about a game that is not over; its secrets may show.")
def command(
    save: Path,
    at: int | None,
    points: int,
    seats: tuple[str, ...],
    numbers: tuple[str, ...],
    games: int,
    seed_from: int,
    processes: int | None,
    figures: bool,
    form: str,
    spoil: bool,
) -> int:
    """Say what would have come of each option not taken, at turning points or at one moment.

    Bots play on from there, with intents as drawn and other dice. It looks at war, at a number at the end,
    and at whether the seat keeps its objectives, and prints what surely differs from what was chosen. The
    same seeds give the same figures.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.cli.progress import progress
    from wargame.journal.errors import JournalError, SaveOfOtherRules
    from wargame.journal.places import found
    from wargame.lab.many import usable_processes
    from wargame.play.wishes import NoSuch
    from wargame.study.crossroads import NoWhatIf
    from wargame.study.replay import Replay
    from wargame.study.whatif import odds

    try:
        replay = Replay.open(found(save))
        if not replay.game.adjudicated:
            raise SaveOfOtherRules(save)
        if not (replay.ended or spoil):
            raise NoWhatIf(
                "This game is not over, and its odds rest on its secrets. If nobody plays it any more, "
                "--spoil tells them."
            )
        every = _every(replay, at, points, together(seats), numbers)
    except NoSuch as no:
        raise click.UsageError(str(no)) from None
    except (JournalError, NoWhatIf) as error:
        complain(str(error))
        return REFUSED
    told = odds(replay, every, games, seed_from, processes or usable_processes(), progress())
    seeds = range(seed_from, seed_from + games)
    _print(replay, every, told, seeds, form, figures)
    return 0


def _every(
    replay: "Replay", at: int | None, points: int, typed: str | None, measures: tuple[str, ...]
) -> "tuple[Crossroads, ...]":
    """Return where to ask; raises NoSuch and NoWhatIf."""
    from wargame.play.names import Names
    from wargame.play.wishes import seats_named
    from wargame.study.crossroads import NoWhatIf, crossroads, exchange_at, free, number_named, turning

    seats = seats_named(replay.book.scenario, typed or "")
    numbers = [number_named(replay.book, measure) for measure in measures]
    if at is not None:
        here = crossroads(replay, exchange_at(replay, at), seats, numbers)
        free(here, seats, Names.of(replay.book))
        return (here,)
    every = tuple(turning(replay, points, seats, numbers))
    if not every:
        raise NoWhatIf("No turning point of this game left anybody another option: name a record by --at N.")
    return every


def _print(
    replay: "Replay", every: "tuple[Crossroads, ...]", told: "Odds", seeds: range, form: str, figures: bool
) -> None:
    from wargame.plain.voice import Voice
    from wargame.plain.what_if import tell
    from wargame.play.names import Names
    from wargame.study.tables import as_csv
    from wargame.study.whatif import COLUMNS, rows

    if form == "csv":
        click.echo(as_csv(COLUMNS, rows(every, told)), nl=False)
        return
    voice = Voice.of_terminal()
    voice.never_stop()
    tell(voice, Names.of(replay.book), every, told, seeds, figures)
    voice.flush()
