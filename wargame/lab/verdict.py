"""The short of it: which of the wanted figures hold, which do not, and which these games cannot tell yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.lab.report import Figure, Report, Section, Verdict

_WORST_FIRST: tuple[Verdict, ...] = ("not as wanted", "cannot be told yet", "as wanted")


@dataclass(frozen=True, slots=True)
class Judged:
    """Something wanted, and what the games say of it: one figure, or a section that should have no findings.

    Of a section, `figures` are the findings behind the verdict.
    """

    section: Section
    figures: tuple[Figure, ...]
    verdict: Verdict


def judged(report: Report) -> Iterator[Judged]:
    """Yield everything that is wanted of these games, in the order of the report."""
    for section in report.sections:
        if section.only_findings:
            if section.wanted:
                yield _section(section)
            continue
        for figure in section.figures:
            if (verdict := figure.verdict) is not None:
                yield Judged(section, (figure,), verdict)


def _section(section: Section) -> Judged:
    found = [(figure, _of_finding(figure)) for figure in section.shown()]
    worst = min((said for _, said in found), key=_WORST_FIRST.index, default=_WORST_FIRST[-1])
    return Judged(section, tuple(figure for figure, said in found if said == worst), worst)


def _of_finding(figure: Figure) -> Verdict:
    """Judge a finding: what was read from the content is sure, what no game told is open."""
    if figure.wanted is None:
        return "not as wanted"
    return figure.verdict or "cannot be told yet"


def of(verdict: Verdict, every: Sequence[Judged]) -> list[Judged]:
    """Return those of one verdict."""
    return [one for one in every if one.verdict == verdict]
