"""What a check has found, as lines for people, as JSON and as SARIF for editors and CI."""

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import click

from wargame import __version__
from wargame.content.audit import Audit
from wargame.content.codes import CODES
from wargame.content.problems import Problem
from wargame.content.text import one_line
from wargame.plain.wrap import wrap

_MOST = 300
"""Problems told as lines, and as many warnings; the rest is counted."""

_LONGEST = 500
_PROBLEM = "problem"
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def terminal_width() -> int | None:
    """Return how many columns the terminal has, None where the lines go elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() and sys.stderr.isatty() else None


def tell_lines(audited: Audit, width: int | None = None) -> None:
    """Print a line for each problem where errors go; without any, one for each file and each warning.

    With a `width` what is longer goes on in the next line, a little further in.
    """
    if audited.problems:
        _tell(audited.problems, "problem", width, err=True)
        _tell(audited.against, "line", width, err=True)
        return
    for line in audited.files:
        click.echo(line)
    _tell(audited.warnings, "warning", width, err=False)
    _tell(audited.against, "line", width, err=False)


def _tell(found: Sequence[object], kind: str, width: int | None, *, err: bool) -> None:
    for one in found[:_MOST]:
        for line in [str(one)] if width is None else wrap(str(one), width=width):
            click.echo(line, err=err)
    if rest := len(found[_MOST:]):
        click.echo(f"and {rest} more {kind}{'s' if rest > 1 else ''}", err=err)


def as_json(audited: Audit) -> str:
    """Return everything found as one line of JSON."""
    found = [
        {
            "file": one.file,
            "line": one.line or None,
            "column": one.column or None,
            "severity": "warning" if one.code else "problem",
            "code": one.code or _PROBLEM,
            "message": one_line(one.sentence, _LONGEST),
        }
        for one in (*audited.problems, *audited.warnings)
    ]
    return json.dumps({"format": 1, "found": found})


def as_sarif(audited: Audit) -> str:
    """Return everything found as one line of SARIF 2.1.0 (OASIS, 2020)."""
    rules = [{"id": code, "shortDescription": {"text": said}} for code, said in _rules().items()]
    driver = {"name": "wargame deck check", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one) for one in (*audited.problems, *audited.warnings)],
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _rules() -> dict[str, str]:
    return {_PROBLEM: "What keeps a file from being used.", **CODES}


def _result(one: Problem) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": _uri(one.file)}}
    if one.line:
        place["region"] = {"startLine": one.line, "startColumn": one.column}
    return {
        "ruleId": one.code or _PROBLEM,
        "level": "warning" if one.code else "error",
        "message": {"text": one_line(one.sentence, _LONGEST)},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
