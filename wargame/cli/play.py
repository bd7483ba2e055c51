"""`wargame play`: a new game."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.cli.strict import StrictCommand, Whole, together

if TYPE_CHECKING:
    from wargame.play.wishes import Wishes


@click.command("play", cls=StrictCommand)
@click.argument("scenario", required=False)
@click.option("--plain", is_flag=True, help="Play in lines of text, as without a terminal.")
@click.option(
    "--human",
    multiple=True,
    metavar="SEAT,...",
    help="The seats that people hold; you are asked if you leave it out.",
)
@click.option(
    "--teams",
    type=Whole(min=1),
    metavar="N",
    help="How many teams play: they hold the seats that the scenario recommends to so many.",
)
@click.option(
    "--bots",
    multiple=True,
    metavar="SEAT,...|all",
    help="The seats that bots hold (default: all that no person holds).",
)
@click.option(
    "--deck", "decks", multiple=True, metavar="FILE", help="A deck of your own, added to the scenario."
)
@click.option(
    "--seed", metavar="SEED", help="Fix all chance: a number, or the 64 digits that the end of a game shows."
)
@click.option("--length", metavar="LENGTH", help="How much to play: short, 60, 90, 120 or full.")
@click.option("--save", type=click.Path(path_type=Path), help="Where to keep the game (default: a new file).")
@click.option(
    "--clock", type=click.Choice(["on", "off"]), help="Limit each sitting (default: off for one person)."
)
def command(
    scenario: str | None,
    plain: bool,
    human: tuple[str, ...],
    teams: int | None,
    bots: tuple[str, ...],
    decks: tuple[str, ...],
    seed: str | None,
    length: str | None,
    save: Path | None,
    clock: str | None,
) -> int:
    """Play a scenario; bots take the seats that nobody holds.

    SCENARIO is a rules file or the name of a shipped scenario; left out, it is
    korea-2025. Name several seats in one list, as A,B, or one by one: --human A --human B.
    """
    from wargame.cli.leaving import REFUSED, complain
    from wargame.cli.screens import possible
    from wargame.content.problems import ContentError
    from wargame.journal.errors import JournalError
    from wargame.play.wishes import NoSuch, Wishes

    if seed is not None:
        _check_seed(seed)
    if human and teams is not None:
        raise click.UsageError("'--teams' recommends seats, and '--human' names them: give one of the two.")
    timed = None if clock is None else clock == "on"
    wishes = Wishes(scenario, together(human), together(bots), seed, length, save, timed, decks, teams)
    try:
        return _on_screens(wishes) if possible() and not plain else _in_lines(wishes)
    except ContentError as error:
        for problem in error.problems:
            complain(str(problem))
        return REFUSED
    except NoSuch as no:
        raise click.UsageError(str(no)) from None
    except JournalError as error:
        complain(str(error))
        return REFUSED


def _check_seed(seed: str) -> None:
    from wargame.play.setup import seed_from

    try:
        seed_from(seed)
    except ValueError as no:
        raise click.BadParameter(f"{seed!r}: {no}", param_hint="'--seed'") from None


def _on_screens(wishes: "Wishes") -> int:
    """Play on screens and return the exit code; all that is slow to import comes after the first of them."""
    from wargame.cli.screens import on_screens
    from wargame.tui.app import WargameApp

    return on_screens(WargameApp(wishes))


def _in_lines(wishes: "Wishes") -> int:
    """Play in plain lines and return the exit code."""
    from wargame.cli.session import session
    from wargame.plain.opening import introduce, new_game
    from wargame.plain.voice import EndOfInput, Leave, Voice

    voice = Voice.of_terminal()
    try:
        host = new_game(wishes, voice)
    except (EndOfInput, Leave):
        voice.say("No game was begun.")
        return 0
    return session(host, voice, lambda game: introduce(voice, host))
