"""What is wrong with a file, where, and what was probably meant."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from .text import one_line

MOST = 100
"""Problems listed for one file; the rest is counted."""

TOO_MANY = 1000
"""Problems after which reading a file stops."""

_LONGEST_NAME = 60
_LONGEST_FILE = 1000
_LONGEST_SENTENCE = 500


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing wrong with a file; line and column count from 1, in characters.

    Line 0 is that of a file which cannot be opened or is of another kind: no place in it is told. What is no
    mistake but suspicious has a `code`, the name of its kind: it is a warning.
    """

    file: str
    line: int
    column: int
    sentence: str
    code: str = ""

    def __str__(self) -> str:
        file = one_line(self.file, _LONGEST_FILE)
        place = f"{file}:{self.line}:{self.column}" if self.line else file
        said = one_line(self.sentence, _LONGEST_SENTENCE)
        return f"{place}: warning: {said} [{self.code}]" if self.code else f"{place}: {said}"


class ContentError(Exception):
    """Content that cannot be used, with every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def at_most(problems: Iterable[Problem], most: int = MOST) -> list[Problem]:
    """Return the first problems of a file in order of place, with one more that counts the rest."""
    ordered = sorted(set(problems))
    rest = ordered[most:]
    if not rest:
        return ordered
    more = "and 1 more problem" if len(rest) == 1 else f"and {len(rest)} more problems"
    return [*ordered[:most], Problem(rest[0].file, rest[0].line, rest[0].column, more)]


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'cost'?` for the known name nearest to a misspelt one, or nothing."""
    if len(name) > _LONGEST_NAME:
        return ""
    candidates = {candidate.casefold(): candidate for candidate in known if len(candidate) <= _LONGEST_NAME}
    folded = name.casefold()
    # `ally-south` for `south-ally`: the right words in another order, which difflib does not see.
    turned = [other for other in candidates if sorted(other.split("-")) == sorted(folded.split("-"))]
    nearest = turned or difflib.get_close_matches(folded, candidates, n=1)
    return f"; did you mean '{candidates[nearest[0]]}'?" if nearest else ""
