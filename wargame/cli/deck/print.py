"""`wargame deck print`: cards, slips, briefs and the facilitator's sheet, on paper."""

from collections.abc import Sequence
from pathlib import Path

import click

from wargame.cli.strict import StrictCommand

_WHAT = ("cards", "slips", "briefs", "facilitator")


@click.command("print", cls=StrictCommand)
@click.argument("paths", nargs=-1, metavar="[PATH or SCENARIO]...")
@click.option(
    "--what",
    metavar="LIST",
    default=",".join(_WHAT),
    show_default=True,
    help="What to print.",
)
@click.option(
    "--paper",
    type=click.Choice(["A4", "Letter"], case_sensitive=False),
    default="A4",
    show_default=True,
    help="On what paper.",
)
@click.option(
    "--rules",
    metavar="SCENARIO",
    help="The scenario that decks are for: a rules file, or the name of a shipped one.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file (default: NAME-print.html, here).",
)
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
def command(
    paths: tuple[str, ...], what: str, paper: str, rules: str | None, out: Path | None, force: bool
) -> int:
    """Write cards to cut out, decision slips, briefs and the facilitator's sheet as one file to print.

    Without PATH, all cards of the Korean scenario; of a deck, its own. The file is HTML: open it in any
    browser and print it, or save it as PDF there. It holds every secret of the scenario that is asked for.
    """
    from wargame.cli.leaving import REFUSED, complain, complain_of
    from wargame.content.chosen import chosen
    from wargame.content.problems import ContentError
    from wargame.engine.book import Book
    from wargame.paper.html import html
    from wargame.paper.write import printed
    from wargame.study.report.keep import ReportError, keep, spare

    wanted = _wanted(what)
    try:
        found = chosen(paths, rules)
    except ContentError as error:
        return complain_of(error)
    path = out or Path(f"{found.name}-print.html")
    sheets = printed(Book(found.scenario), wanted, paper, found.cards)
    try:
        spare(path, found.files)
        keep(path, html(sheets).encode(), force)
    except ReportError as error:
        complain(str(error))
        return REFUSED
    _say(path, paper)
    return 0


def _wanted(typed: str) -> Sequence[str]:
    from wargame.content.problems import suggestion

    wanted = [word.strip().casefold() for word in typed.split(",") if word.strip()]
    for word in wanted:
        if word not in _WHAT:
            near = suggestion(word, _WHAT) or f"; there are {', '.join(_WHAT)}"
            raise click.UsageError(f"'--what' knows no '{word}'{near}")
    if not wanted:
        raise click.UsageError(f"'--what' names nothing: give one or more of {', '.join(_WHAT)}, with commas")
    return wanted


def _say(path: Path, paper: str) -> None:
    from wargame.content.text import visible
    from wargame.journal.errors import shown

    click.echo(visible(f"Written: {shown(path)}. Open it in a browser, and print it on {paper}."))
