"""`wargame deck coverage`: what carries each row of what a scenario's documents describe."""

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from wargame.cli.strict import StrictCommand

if TYPE_CHECKING:
    from wargame.content.coverage import Carrier

_WIDTH = 79
_INDENT = 5


@click.command("coverage", cls=StrictCommand)
@click.argument("scenario", required=False)
@click.option("--deck", "decks", multiple=True, metavar="FILE", help="A deck of your own that is added.")
def command(scenario: str | None, decks: tuple[str, ...]) -> int:
    """Print which cards and rules carry what a scenario's documents describe.

    SCENARIO is the name of a shipped one or a rules file; without it, the Korean one. The rules list under
    'rows' what the documents describe. Cards, options, drivers, tracks, couplings, objectives and measures
    say under 'covers' which rows they carry; an option is listed where its card is not.
    """
    from wargame.cli.leaving import complain_of
    from wargame.content.coverage import ENOUGH, coverage
    from wargame.content.load import load_scenario
    from wargame.content.problems import ContentError

    try:
        loaded = load_scenario(scenario, decks)
    except ContentError as error:
        return complain_of(error)
    carried = coverage(loaded.rules, loaded.cards)
    if not carried:
        click.echo(f"'{loaded.rules.id}' declares no 'rows': there is nothing to cover.")
        return 0
    for row, carriers in carried.items():
        for line in _lines(row, loaded.rules.rows[row], carriers):
            click.echo(line)
    thin = [row for row, carriers in carried.items() if len(carriers) < ENOUGH]
    told = f"fewer than two carriers: {', '.join(thin)}." if thin else "each with two carriers or more."
    click.echo(f"\n{len(carried)} rows, {told}")
    return 0


def _lines(row: str, title: str, carriers: Sequence["Carrier"]) -> list[str]:
    from wargame.content.text import one_line

    inside = " " * _INDENT
    lines = wrap(one_line(title, 400), _WIDTH, initial_indent=f"{row:<{_INDENT}}", subsequent_indent=inside)
    for kind in dict.fromkeys(carrier.kind for carrier in carriers):
        names = ", ".join(carrier.name for carrier in carriers if carrier.kind == kind)
        begun = f"{inside}{kind}: "
        lines += wrap(f"{begun}{names}", _WIDTH, subsequent_indent=f"{inside}  ", break_on_hyphens=False)
    return lines if carriers else [*lines, f"{inside}nothing carries it"]
