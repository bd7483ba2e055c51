"""`wargame deck print`: cards, slips, briefs and the facilitator's sheet, on paper."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.cli.strict import StrictCommand

if TYPE_CHECKING:
    from wargame.paper.sheets import Printed

_WHAT = ("cards", "slips", "briefs", "facilitator")
_OF_DECKS = ("cards", "slips", "facilitator")
"""What is printed of decks: briefs are those of the scenario, whatever its cards."""

_ENDINGS = {"html": (".html", ".htm"), "pdf": (".pdf",)}
_NO_FILE = "{0} is no name for what is written: let --out end in a file's name, with '.{1}'."


@click.command("print", cls=StrictCommand)
@click.argument("paths", nargs=-1, metavar="[PATH or SCENARIO]...")
@click.option(
    "--what",
    metavar="LIST",
    help=f"What to print, of {', '.join(_WHAT)} (default: all of it; of decks, all but briefs).",
)
@click.option(
    "--seat",
    "seats",
    multiple=True,
    metavar="SEAT,...",
    help="Print cards, slips and briefs of these seats only.",
)
@click.option("--length", metavar="LENGTH", help="Print only what can come in this length of the game.")
@click.option(
    "--card", "cards", multiple=True, metavar="CARD", help="Print only this card, by its id; may be repeated."
)
@click.option(
    "--paper",
    type=click.Choice(["A4", "Letter"], case_sensitive=False),
    default="A4",
    show_default=True,
    help="The size of the paper.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "pdf"]),
    default="html",
    show_default=True,
    help="HTML, to be printed from any browser, or PDF (which needs the extra 'pdf').",
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
    help="The file (default: NAME-print, here).",
)
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
def command(
    paths: tuple[str, ...],
    what: str | None,
    seats: tuple[str, ...],
    length: str | None,
    cards: tuple[str, ...],
    paper: str,
    form: str,
    rules: str | None,
    out: Path | None,
    force: bool,
) -> int:
    """Write cards to cut out, decision slips, briefs and the facilitator's sheet as one file to print.

    Without PATH, it prints the Korean scenario; of a deck, only the deck's own cards, without briefs. Each
    sheet says who may see it. All together they hold every secret of the scenario.
    """
    from wargame.cli.deck.portion import portion
    from wargame.cli.leaving import REFUSED, complain, complain_of
    from wargame.content.chosen import chosen
    from wargame.content.problems import ContentError
    from wargame.engine.book import Book
    from wargame.journal.errors import shown
    from wargame.paper.write import printed
    from wargame.play.wishes import NoSuch
    from wargame.study.report.keep import ReportError, keep, ready

    named = None if what is None else _wanted(what)
    try:
        found = chosen(paths, rules)
    except ContentError as error:
        return complain_of(error)
    wanted = named or (_WHAT if found.cards is None else _OF_DECKS)
    path = out or Path(f"{found.name}-print.{form}")
    try:
        if path.is_dir():
            raise ReportError(_NO_FILE.format(shown(path), form))
        ready(path, found.files, force)
        if path.suffix.casefold() not in _ENDINGS[form]:
            raise ReportError(_NO_FILE.format(shown(path), form))
        book = Book(found.scenario)
        sheets = printed(book, wanted, paper, portion(book, found.cards, cards, seats, length))
        keep(path, _made(sheets, form), force)
    except (NoSuch, ReportError) as error:
        complain(str(error))
        return REFUSED
    _say(path, paper, form, () if named else [each for each in _WHAT if each not in wanted])
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


def _made(sheets: "Printed", form: str) -> bytes:
    if form == "pdf":
        from wargame.paper.pdf import pdf

        return pdf(sheets)
    from wargame.paper.html import html

    return html(sheets).encode()


def _say(path: Path, paper: str, form: str, left: Sequence[str]) -> None:
    from wargame.content.text import visible
    from wargame.journal.errors import shown

    how = "Print it on" if form == "pdf" else "Open it in a browser, and print it on"
    click.echo(visible(f"Written: {shown(path)}. {how} {paper}."))
    if left:
        click.echo(
            f"Of a deck, {' and '.join(left)} are not printed; for these too: --what {','.join(_WHAT)}"
        )
