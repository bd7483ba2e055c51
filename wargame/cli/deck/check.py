"""`wargame deck check`: every mistake in decks and rules, at its place, and what is suspicious."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wargame.cli.leaving import REFUSED
from wargame.cli.strict import StrictCommand, Whole

if TYPE_CHECKING:
    from wargame.content.audit import Audit
    from wargame.content.problems import Problem

SUSPICIOUS = 1
"""The exit code of `--strict` when there are warnings."""


@click.command("check", cls=StrictCommand)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--rules",
    metavar="SCENARIO",
    help="Check decks against these rules: a file, or the name of a shipped scenario.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if there are warnings.")
@click.option(
    "--simulate",
    type=Whole(1, 100_000),
    metavar="N",
    help="Also play N games between bots of every scenario, and warn of what they show; play 200 or more.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl+C.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="Lines for people; or one document for editors and CI (with --watch, one a line).",
)
def command(
    paths: tuple[str, ...], rules: str | None, strict: bool, simulate: int | None, watch: bool, form: str
) -> int:
    """Check rules files, decks, or folders of them.

    Without PATH, everything that comes with the program is checked. A deck that no rules file among the
    PATHs names is checked against --rules; without that, against the rules file that names it, beside it or
    in a folder 'rules' beside its own, else against the Korean scenario.

    A problem keeps a file from being used. A warning says what is allowed but suspicious; a remark such as
    '# accepted: too-long' at the end of its line, or on the line above, accepts it.

    Exit codes: 0, there are no problems; 1, there are warnings, with --strict; 2, there are problems, or the
    command was not understood. --watch ends with 0.
    """
    from wargame.content.shipped import decks_folder, rules_folder

    wanted = [Path(path) for path in paths] or [rules_folder(), decks_folder()]
    if watch:
        _watch(wanted, rules, simulate, form)
        return 0
    audited = _look(wanted, rules, simulate)
    _tell(audited, form)
    if audited.problems:
        return REFUSED
    return SUSPICIOUS if strict and audited.warnings else 0


def _look(wanted: Sequence[Path], rules: str | None, simulate: int | None) -> "Audit":
    from wargame.content.audit import Audit, audit
    from wargame.content.problems import ContentError

    try:
        audited = audit(wanted, rules)
    except ContentError as error:
        return Audit(error.problems, (), ())
    if audited.problems or simulate is None:
        return audited
    return replace(audited, warnings=tuple(sorted({*audited.warnings, *_played(audited, simulate)})))


def _played(audited: "Audit", games: int) -> "list[Problem]":
    from wargame.cli.progress import progress
    from wargame.content.findings import Findings
    from wargame.content.scenario import Scenario
    from wargame.lab.warn_played import warn_played

    told = []
    for gathered, asked in audited.scenarios:
        rules, document, cards = gathered.rules.rules, gathered.rules.document, gathered.cards()
        assert rules is not None and document is not None
        found = Findings()
        scenario = Scenario(rules=rules, cards=tuple(laid.card for laid in cards))
        warn_played(scenario, document, cards, games, found, progress())
        told += [said for said in found.problems() if said.file in asked]
    return told


def _tell(audited: "Audit", form: str, width: int | None = None) -> None:
    from wargame.cli.deck.telling import as_json, as_sarif, tell_lines

    if form == "text":
        tell_lines(audited, width)
    else:
        click.echo(as_json(audited) if form == "json" else as_sarif(audited))


def _watch(wanted: Sequence[Path], rules: str | None, simulate: int | None, form: str) -> None:
    from time import strftime

    from wargame.cli.deck.telling import terminal_width
    from wargame.cli.deck.watching import watch

    before = ""

    def look() -> set[Path]:
        nonlocal before
        audited = _look(wanted, rules, simulate)
        if form == "text":
            click.echo(
                f"{before}Checked at {strftime('%H:%M:%S')}; again when a file changes. Ctrl+C ends it."
            )
            before = "\n"
        _tell(audited, form, terminal_width())
        return {folder for gathered, _ in audited.scenarios for folder in gathered.folders()}

    watch({path if path.is_dir() else path.parent for path in wanted}, look)
