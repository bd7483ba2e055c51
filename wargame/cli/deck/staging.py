"""What the commands that put one card on the table have in common: the card, and the state it is met in."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from wargame.cli.strict import Whole, pairs

if TYPE_CHECKING:
    from wargame.engine.book import Book
    from wargame.engine.state import State

_OPTIONS = (
    click.option(
        "--rules", metavar="SCENARIO", help="The scenario: a rules file, or the name of a shipped one."
    ),
    click.option("--deck", "decks", multiple=True, metavar="FILE", help="A deck of your own to add."),
    click.option(
        "--turn", type=Whole(1, 60), metavar="N", help="The turn of the calendar (default: the first)."
    ),
    click.option(
        "--set",
        "numbers",
        multiple=True,
        metavar="NUMBER=VALUE",
        help="Set a tension or a track, 0 to 100. May be given several times.",
    ),
    click.option(
        "--flag", "flags", multiple=True, metavar="FLAG", help="Set a flag. May be given several times."
    ),
    click.option(
        "--intent", "intents", multiple=True, metavar="SEAT=INTENT", help="What a seat is secretly after."
    ),
)


def stage_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that choose a state; `staged` takes them by these names."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def staged(
    card: str,
    rules: str | None,
    decks: tuple[str, ...],
    turn: int | None,
    numbers: tuple[str, ...],
    flags: tuple[str, ...],
    intents: tuple[str, ...],
) -> "tuple[Book, State]":
    """Return a game with the card on the table; raises ContentError and UsageError."""
    from wargame.content.base import CardId
    from wargame.content.finding import scenario_with
    from wargame.lab.games import forced
    from wargame.lab.stage import Setting, stage

    values = {number: _level(value) for number, value in pairs("--set", "NUMBER=VALUE", numbers).items()}
    drawn = pairs("--intent", "SEAT=INTENT", intents)
    try:
        scenario = forced(scenario_with(card, rules, decks), drawn)
        return stage(scenario, CardId(card), Setting(turn, values, flags))
    except ValueError as no:
        raise click.UsageError(str(no)) from None


def _level(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) <= 3 and int(value) <= 100):
        raise click.UsageError(f"'--set' takes a whole number from 0 to 100, and not '{value}'")
    return int(value)
