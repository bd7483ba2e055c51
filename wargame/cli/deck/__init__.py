"""`wargame deck`: what facilitators do with the decks and rules that they write, one module a command."""

import click

from wargame.cli.lazy import LazyGroup

_COMMANDS = {
    "new": "Write a deck of one card to begin with.",
    "edit": "Edit decks as forms and as YAML, checked and shown while you type.",
    "check": "Check rules files, decks, or folders of them.",
    "coverage": "Print which cards and rules carry what the documents describe.",
    "show": "Show a card as the seats see it.",
    "try": "Print what each combination of choices on a card brings.",
    "leads": "Draw what leads to a card, and where it leads.",
    "print": "Write cards, slips, briefs and a facilitator's sheet to print.",
    "schema": "Write what an editor needs to complete and explain fields.",
}


@click.group("deck", cls=LazyGroup, package=__name__, summaries=_COMMANDS)
def command() -> None:
    """Write, check, try and print decks of cards."""
