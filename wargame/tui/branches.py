"""Drawing a small graph as branches: what leads to a thing above it, where it leads below, as text.

Each branch is a thing by its name, joined to the trunk by a line on which its ways are written. What a branch
is joined to in turn branches off from it. Dashed lines are drawn as such, so that no colour is needed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from wargame.tui.ink import Piece, Runs, firm, lay_out, runs

TRUNK = " "
"""What stands left of the trunk, so that it meets the box within its side."""
_WIDEST = 32
_LINES = "muted"


@dataclass(frozen=True, slots=True)
class Branch:
    """A thing joined to another by one or more ways, which are written on the line between them."""

    name: Runs
    ways: tuple[Runs, ...]
    key: str | None = None
    dashed: bool = False
    more: tuple["Branch", ...] = ()


def above(branches: Sequence[Branch]) -> Iterator[Piece]:
    """Yield branches that come down into what is drawn next."""
    for at, branch in enumerate(branches):
        rail, corner = (" ", "┌") if at == 0 else ("│", "├")
        line = _line(branch)
        if at:
            yield _drawn(f"{TRUNK}│")
        yield from _before(branch.more, f"{TRUNK}{rail}   ")
        yield _written(branch, branch.name, f"{TRUNK}{rail}┌{line} ", f"{TRUNK}{rail}│  ")
        *ways, last = branch.ways
        for way in ways:
            yield _written(branch, way, f"{TRUNK}{rail}├{line} ", f"{TRUNK}{rail}│  ")
        yield _written(branch, last, f"{TRUNK}{corner}┴{line} ", f"{TRUNK}│   ")
    if branches:
        yield _drawn(f"{TRUNK}▼")


def below(branches: Sequence[Branch]) -> Iterator[Piece]:
    """Yield branches that go out from what was drawn last."""
    for at, branch in enumerate(branches):
        rail, corner = (" ", "└") if at + 1 == len(branches) else ("│", "├")
        line = _line(branch)
        if at:
            yield _drawn(f"{TRUNK}│")
        for which, way in enumerate(branch.ways):
            joint = f"{rail}├" if which else f"{corner}┬"
            yield _written(branch, way, f"{TRUNK}{joint}{line} ", f"{TRUNK}{rail}│  ")
        yield _written(branch, branch.name, f"{TRUNK}{rail}└{line}{_head(branch)} ", f"{TRUNK}{rail}    ")
        yield from _after(branch.more, f"{TRUNK}{rail}    ")


def _before(branches: Sequence[Branch], margin: str) -> Iterator[Piece]:
    """Yield the second step back, each branch with its ways on one line."""
    for at, branch in enumerate(branches):
        corner = "├" if at else "┌"
        yield _written(branch, _in_one(branch), f"{margin}{corner}{_line(branch)} ", f"{margin}│  ")
    if branches:
        yield _drawn(f"{margin}▼")


def _after(branches: Sequence[Branch], margin: str) -> Iterator[Piece]:
    """Yield further steps on, each branch with its ways on one line."""
    for at, branch in enumerate(branches):
        rail, corner = (" ", "└") if at + 1 == len(branches) else ("│", "├")
        mark = f"{margin}{corner}{_line(branch)}{_head(branch)} "
        yield _written(branch, _in_one(branch), mark, f"{margin}{rail}   ")
        yield from _after(branch.more, f"{margin}{rail}   ")


def _line(branch: Branch) -> str:
    return "╌" if branch.dashed else "─"


def _head(branch: Branch) -> str:
    return "▷" if branch.dashed else "▶"


def _in_one(branch: Branch) -> Runs:
    """Return a name with its ways behind it."""
    ways = "; ".join("".join(run.text for run in way) for way in branch.ways)
    return (*branch.name, *runs((f" · {ways}" if ways else "", "muted")))


def box(title: str, about: str, key: str, *, leads_on: bool) -> Iterator[Piece]:
    """Yield a thing in a box, with something about it below its title."""
    rows = [
        ("".join(run.text for run in line.runs), style)
        for text, style in ((title, "title"), (about, "muted"))
        for line in lay_out([Piece(runs((text, style)))], _WIDEST)
    ]
    width = max(cell_len(text) for text, _ in rows)
    side = runs(("┃ ", "strong"))
    yield Piece(runs((f"┏{'━' * (width + 2)}┓", "strong")), key=key)
    for text, style in rows:
        yield Piece(runs((firm(text, width), style), (firm(" ┃"), "strong")), side, key=key)
    foot = f"┗{'┯' if leads_on else '━'}{'━' * (width + 1)}┛"
    yield Piece(runs((foot, "strong")), key=key)


def chip(title: str) -> Runs:
    """Return a name in brackets that stay with its first and its last word."""
    return runs((firm("[ "), "muted"), (title, "strong"), (firm(" ]"), "muted"))


def _written(branch: Branch, told: Runs, mark: str, rail: str) -> Piece:
    return Piece(told, runs((mark, _LINES)), key=branch.key, rail=runs((rail, _LINES)))


def _drawn(lines: str) -> Piece:
    return Piece((), runs((lines, _LINES)))
