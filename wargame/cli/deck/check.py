"""`wargame deck check`: every mistake in decks and rules, at its place."""

from collections.abc import Sequence
from pathlib import Path

import click

from wargame.cli.strict import StrictCommand

_MOST = 300
"""Problems printed; the rest is counted."""


@click.command("check", cls=StrictCommand)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--rules",
    metavar="SCENARIO",
    help="Check decks against these rules: a file, or the name of a shipped scenario.",
)
def command(paths: tuple[str, ...], rules: str | None) -> int:
    """Check rules files, decks, or folders of them.

    Without PATH, everything that comes with the program is checked. A deck that no rules file among the
    PATHs names is checked against --rules; without that, against a rules file beside it that names it, else
    against korea-2025.
    """
    from wargame.content.audit import audit
    from wargame.content.problems import ContentError
    from wargame.content.shipped import decks_folder, rules_folder

    wanted = [Path(path) for path in paths] or [rules_folder(), decks_folder()]
    try:
        audited = audit(wanted, rules)
    except ContentError as error:
        _complain(error.problems)
        return 2
    if audited.problems:
        _complain(audited.problems)
        _complain(audited.against)
        return 2
    for line in [*audited.files, *audited.warnings, *audited.against]:
        click.echo(str(line))
    return 0


def _complain(problems: Sequence[object]) -> None:
    for problem in problems[:_MOST]:
        click.echo(str(problem), err=True)
    if rest := len(problems[_MOST:]):
        click.echo(f"and {rest} more problem{'s' if rest > 1 else ''}", err=True)
