"""`wargame fork`: go on from a moment of a saved game, with another choice or other people."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.cli.reviewing import spoil
from wargame.cli.strict import StrictCommand, Whole, pairs, together

if TYPE_CHECKING:
    from wargame.content.base import SeatId
    from wargame.engine.commands import Holder
    from wargame.play.host import Host
    from wargame.study.replay import Replay


@click.command("fork", cls=StrictCommand)
@click.argument("save", type=click.Path(path_type=Path))
@click.option("--at", type=Whole(0), metavar="N", help="Go on after record N, as 'wargame replay' counts.")
@click.option("--turn", type=Whole(1), metavar="T", help="Go on at the start of turn T.")
@click.option(
    "--choose",
    "choices",
    multiple=True,
    metavar="SEAT=OPTION",
    help="What a seat chooses: the option's id or label.",
)
@click.option("--human", multiple=True, metavar="SEAT,...", help="The seats that people hold from now on.")
@click.option(
    "--bots", multiple=True, metavar="SEAT,...|all", help="The seats that bots hold; 'all': every other seat."
)
@click.option("--save", "target", type=click.Path(path_type=Path), help="Where to keep the new game.")
@spoil("Fork a game that is not over; its secrets may show.")
@click.option("--plain", is_flag=True, help="Go on in lines of text, as without a terminal.")
def command(
    save: Path,
    at: int | None,
    turn: int | None,
    choices: tuple[str, ...],
    human: tuple[str, ...],
    bots: tuple[str, ...],
    target: Path | None,
    spoil: bool,
    plain: bool,
) -> int:
    """Go on from any moment of a saved game: with another choice, or others in the seats.

    The save stays as it is; the fork is a game of its own, with the same dice. Seats that are not named stay
    with whom they were. --choose counts in the exchange that is being decided after record N, or else in the
    next one.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.cli.screens import on_screens, possible
    from wargame.journal.errors import JournalError
    from wargame.play.wishes import NoSuch
    from wargame.study.fork import NoFork

    chosen = pairs("--choose", "SEAT=OPTION", choices)
    if (at is None) == (turn is None):
        raise click.UsageError("say where to fork, by '--at N' (a record) or by '--turn T'")
    try:
        host, at = _forked(save, (at, turn), chosen, (together(human), together(bots)), target, spoil)
    except NoSuch as no:
        raise click.UsageError(str(no)) from None
    except (JournalError, NoFork) as error:
        complain(str(error))
        return REFUSED
    if possible() and not plain:
        from wargame.tui.app import WargameApp

        return on_screens(WargameApp(host=host))
    return _in_lines(host, save, at)


def _forked(
    save: Path,
    where: tuple[int | None, int | None],
    choices: dict[str, str],
    held: tuple[str | None, str | None],
    target: Path | None,
    spoil: bool,
) -> "tuple[Host, int]":
    """Begin the fork; raises NoSuch, NoFork and JournalError."""
    from datetime import UTC, datetime

    from wargame.journal.errors import SaveOfOtherRules
    from wargame.journal.places import fork_path, found, require_free
    from wargame.play.game import go_on
    from wargame.study.fork import NoFork, checked, fork, start_of
    from wargame.study.replay import Replay

    save = found(save)
    if target is not None:
        require_free(target)
    replay = Replay.open(save)
    if not replay.game.adjudicated:
        raise SaveOfOtherRules(save)
    # Before anything is said of its records: how many there are would tell of a changed envelope.
    if not (replay.ended or spoil):
        raise NoFork(
            "This game is not over, and a fork may show its secrets. If nobody plays it any more, "
            "--spoil forks it."
        )
    at, turn = where
    at = checked(replay, start_of(replay, turn) if at is None and turn is not None else at or 0)
    seats = _seats(replay, *held)
    people = any(holder.kind == "human" for holder in seats.values())
    started = datetime.now(UTC).isoformat(timespec="seconds") if people else ""
    made = fork(replay, at, seats, choices, started)
    return go_on(made.book, made.records, target or fork_path(save, at)), at


def _seats(replay: "Replay", human: str | None, bots: str | None) -> "dict[SeatId, Holder]":
    from wargame.play.wishes import EVERY_OTHER, seats_named
    from wargame.study.fork import seating

    scenario = replay.book.scenario
    people = seats_named(scenario, human or "")
    every_other = bots is not None and bots.strip().casefold() == EVERY_OTHER
    return seating(replay, people, None if every_other else seats_named(scenario, bots or ""))


def _in_lines(host: "Host", save: Path, at: int) -> int:
    """Go on in plain lines and return the exit code."""
    from wargame.cli.session import session
    from wargame.journal.errors import shown
    from wargame.plain.voice import Voice
    from wargame.play.typed import where

    voice = Voice.of_terminal()

    def first(_: object) -> None:
        voice.say(f"A fork of {shown(save)} after record {at}; that save stays as it is.")
        if host.save is not None:
            voice.say(f"{where(host.save)}.")

    return session(host, voice, first)
