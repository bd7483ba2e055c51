"""Pydantic's errors as problems: each at the line and column that a facilitator has to change.

Where a model allows one of several shapes, pydantic complains once for each. What is told is the complaint of
the shape that came nearest, or, when none came near, one sentence that names them all.
"""

from collections.abc import Iterable, Sized
from dataclasses import dataclass
from itertools import islice

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .around import choices, misfiled, number_field, swallowed
from .base import MISPLACED
from .problems import MOST, Problem, suggestion
from .reading import Document, Location, Place
from .sentences import EXPECTED, must_be, one_of, quoted, sentence, subject
from .shapes import Trail, follow
from .text import one_line

_LOOKED_AT = 5000
"""Errors of one file whose places are looked for: far more than are told, and a fraction of a second."""

_NO_OPTION = frozenset(("string_type", "string_pattern_mismatch", "string_too_short"))
"""Faults of what should be the id of an option, and may be empty."""


@dataclass(frozen=True, slots=True)
class _Finding:
    """One error of pydantic's and where it is; `expected` when several shapes were tried in vain."""

    error: ErrorDetails
    trail: Trail
    expected: tuple[str, ...] = ()


def problems_of(error: ValidationError, document: Document, model: object) -> list[Problem]:
    """Return the problems of a document that `model`, a model or any type around models, refused.

    They are in order of place; of more than `MOST`, the rest is counted.
    """
    errors = [details for details in error.errors(include_url=False) if not _miscounted(details)]
    findings = [
        _Finding(details, follow(model, details["loc"], document.value)) for details in errors[:_LOOKED_AT]
    ]
    told = _without_misspelt(_settled(findings, 0))
    placed = [(_place(finding, document), finding) for finding in told]
    placed.sort(key=lambda pair: pair[0])
    # Sentences last, and only for those told: looking for a likely name takes time.
    problems = [_problem(place, finding, document) for place, finding in placed[:MOST]]
    rest = len(placed[MOST:]) + len(errors[_LOOKED_AT:])
    if rest:
        place, _ = placed[MOST:][0] if placed[MOST:] else placed[-1]
        problems.append(Problem(document.file, *place, f"and {rest} more problem{'s' if rest > 1 else ''}"))
    return list(dict.fromkeys(problems))


def _miscounted(details: ErrorDetails) -> bool:
    """Tell whether pydantic calls a list too short only because it left out the items that are wrong."""
    value = details["input"]
    return (
        details["type"] == "too_short"
        and isinstance(value, Sized)
        and len(value) >= details.get("ctx", {})["min_length"]
    )


def _place(finding: _Finding, document: Document) -> Place:
    path, kind = finding.trail.path, finding.error["type"]
    if kind == "union_tag_invalid":
        path = (*path, _discriminator(finding))
    if kind == MISPLACED:
        path = (*path, *finding.error["ctx"]["at"])
    return document.place(path, key=finding.trail.key or kind == "extra_forbidden")


def _problem(place: Place, finding: _Finding, document: Document) -> Problem:
    name, path = _name(finding), finding.trail.path
    if _kind(finding) == "missing":
        if lost := swallowed(document, path, name, finding.trail.fields):
            return Problem(document.file, *lost[0], lost[1])
        path = (*path, name)
    said, options = _said(finding), choices(document, path)
    if options and _kind(finding) == "missing":
        ids = ", ".join(f"'{option}'" for option in options)
        said += f"; it is one of {ids}"
    elif options and _kind(finding) in _NO_OPTION:
        said = one_of(subject(path), options, finding.error["input"])
    elif finding.trail.key:
        said += misfiled(path)
    return Problem(document.file, *place, said)


def _said(finding: _Finding) -> str:
    error, trail = finding.error, finding.trail
    kind, context = error["type"], error.get("ctx", {})
    name = one_line(str(error["loc"][-1]), 40) if error["loc"] else ""
    if finding.expected:
        return must_be(subject(trail.path), finding.expected, error["input"], trail.needed)
    if kind == "missing":
        return f"'{name}' is missing"
    if kind == "extra_forbidden":
        typed = str(error["loc"][-1])
        return f"unknown field '{name}'{number_field(typed, trail.fields) or suggestion(typed, trail.fields)}"
    if kind == "union_tag_not_found":
        return f"'{_discriminator(finding)}' is missing"
    if kind == "union_tag_invalid":
        tags = quoted(str(context["expected_tags"]))
        return one_of(f"'{_discriminator(finding)}'", tags, context["tag"])
    about = subject(trail.path, key=trail.key)
    message, value = error["msg"], error["input"]
    return sentence(kind, context, message, about, value, trail.needed, key=trail.key, bounds=trail.bounds)


def _without_misspelt(findings: list[_Finding]) -> list[_Finding]:
    """Leave out that a field is missing where it is there, but misspelt, which is told anyway."""
    missing = {(finding.trail.path, _name(finding)) for finding in findings if _kind(finding) == "missing"}
    holders = {path for path, _ in missing}
    unknown = (
        finding
        for finding in findings
        if _kind(finding) == "extra_forbidden" and finding.trail.path[:-1] in holders
    )
    there = set()
    for finding in islice(unknown, MOST):
        meant = suggestion(_name(finding), finding.trail.fields)
        path = finding.trail.path[:-1]
        there |= {(path, name) for at, name in missing if at == path and f"'{name}'" in meant}
    return [
        finding
        for finding in findings
        if _kind(finding) != "missing" or (finding.trail.path, _name(finding)) not in there
    ]


def _kind(finding: _Finding) -> str:
    return finding.error["type"]


def _name(finding: _Finding) -> str:
    return str(finding.error["loc"][-1]) if finding.error["loc"] else ""


def _discriminator(finding: _Finding) -> str:
    return str(finding.error.get("ctx", {}).get("discriminator", "kind")).strip("'")


def _settled(findings: Iterable[_Finding], depth: int) -> list[_Finding]:
    """Keep, of each union that lies `depth` unions inside others, what its most likely alternative says."""
    kept = []
    unions: dict[Location, dict[str | int, list[_Finding]]] = {}
    for finding in findings:
        if len(finding.trail.forks) <= depth:
            kept.append(finding)
            continue
        fork = finding.trail.forks[depth]
        unions.setdefault(fork.path, {}).setdefault(fork.label, []).append(finding)
    for path, tried in unions.items():
        kept += _likeliest([_settled(told, depth + 1) for told in tried.values()], path)
    return kept


def _likeliest(alternatives: list[list[_Finding]], path: Location) -> list[_Finding]:
    near = [told for told in alternatives if not all(_other_shape(finding, path) for finding in told)]
    if near:
        return min(near, key=lambda told: (len(told), told[0].error["type"] != "value_error"))
    tried = [finding for told in alternatives for finding in told]
    expected = tuple(
        kind for finding in tried for kind in finding.expected or (EXPECTED[finding.error["type"]],)
    )
    return [_Finding(tried[0].error, tried[0].trail, expected)]


def _other_shape(finding: _Finding, path: Location) -> bool:
    return finding.trail.path == path and finding.error["type"] in EXPECTED
